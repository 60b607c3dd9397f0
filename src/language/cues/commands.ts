import type { Intent } from '../meaning.ts'

/** Whole messages that are a command, in every wording; read before anything is weighed. */
const please =
  "(?:请|麻烦|帮我|给我|我要|我想|想|要|那就?|还是|先|就|咱们?|可以|能不能|能否|please |pls |can you |could you |i want to |i'd like to |i want |let me |let's )*"
const ending =
  '(?:一下|下|吧|了|啊|呀|哈|呢|哦|喔|啦|谢谢|多谢|唔该|please|pls|thanks|now|可以吗|行吗|好吗|[\\s,.!?。、~:;)(])*'
const whole = (words: string): RegExp => new RegExp(`^[\\s,.!?。/#@]*${please}(?:${words})${ending}$`)

export const commands: readonly (readonly [Intent, RegExp])[] = [
  [
    'cancel',
    whole(
      '算了|取消|撤销|撤回|作废|不报修?了|不修了|不投诉了|不申请了|不办了|不弄了|不搞了|不用修了|不用来了|不用派人了|不用过来了|不要了|不需要了|不约了|当我没说|没事了|终止|中止|放弃|停止|退出|取消(?:报修|投诉|申请|预约|订单|工单|这个|刚才的|上[1一]?个|流程|操作|刚刚的|我的报修|我的投诉|我的预约|该单)|撤(?:单|诉|掉)|算了算了|算啦|算咯|不整了|莫修了|不来了|唔要了|唔使了|不使了|不报了|撤销(?:报修|投诉|申请|工单)|cancel|cancel (?:it|that|this|my (?:request|order|complaint|report|booking|repair|appointment|ticket)|the (?:request|order|repair|report|complaint|booking|appointment|ticket)|everything|please)|abort|forget (?:it|about it)|never ?mind|stop|quit|exit|drop it|scrap (?:it|that)|withdraw(?: (?:it|my complaint|the complaint|my request))?|delete (?:it|this|my request)|/cancel|call it off',
    ),
  ],
  [
    'back',
    whole(
      '退回去|回去|倒退|重选|返回|退回|上[1一]步|上[1一](?:页|頁|级|层|个问题|题)|返回(?:上[1一](?:步|页|级|层))|回(?:到)?上[1一](?:步|页|级|层|题|个问题)|回上[1一](?:步|页)|后退|往回|退[1一]步|回退|倒回去|回去(?:上[1一]步)?|重新选|再选一次|返转头|返去|返回去|前[1一](?:步|页|题)|回到(?:前面|刚才)(?:那[1一]?(?:步|页|题))?|back|go back|previous|prev|previous (?:step|page|question)|back one step|step back|one step back|return|go to (?:the )?previous(?: step| page)?|/back|last step|undo|take me back',
    ),
  ],
  [
    'menu',
    whole(
      '选单|主选单|(?:看|打开|显示|调出)(?:1下|一下|下)?主?(?:菜单|选单)|(?:可以|都能|都会|你都?会|你都?能|能)(?:办理?|干|做)?(?:什么|啥|哪些)(?:业务|事|事情)?|菜单|主菜单|menu|main menu|首页|主页|主界面|回(?:到)?(?:首页|主页|主菜单|菜单)|返回(?:首页|主页|主菜单|菜单)|帮助|help(?: menu)?|/help|/start|/menu|start|home|功能|功能(?:列表|菜单)|有什么功能|有(?:哪些|什么)(?:功能|服务|业务)|你(?:能|会|可以)(?:做|干|办|帮我(?:做|干|办))(?:什么|些什么|啥|点啥|哪些事|哪些)|能干(?:什么|啥|嘛)|可以做什么|服务(?:列表|项目|菜单|大厅)|怎么用|使用说明|使用帮助|操作指南|选项|目录|看看菜单|显示菜单|打开菜单|options|what can you do|what do you do|show (?:me )?(?:the )?(?:menu|options)|services|list(?: of)? services|how does this work|重新开始|从头开始|从头来|重来|start over|restart|0|开始',
    ),
  ],
  [
    'handoff.human',
    whole(
      '(?:叫|找|喊|让)(?:个|你们|你们的|物业)?(?:值班)?(?:经理|领导|主管|负责人|老板|主任)(?:过?来|出来|接)?|人工|转人工|人工服务|人工客服|真人|找人工|找真人|接人工|客服|转客服|找客服|找管家|叫管家|联系(?:管家|客服|物业|人工)|转接?人工(?:客服|服务)?|接(?:通)?人工(?:客服|服务)?|叫个人来|找(?:个)?(?:真人|活人|人|领导|经理|主管|负责人|值班经理|你们领导|你们经理)(?:来)?(?:聊|说话|说|讲|谈|跟我说)?|和人(?:聊|说)|跟人(?:聊|说)|真人客服|活人|真人服务|不要机器人|不跟机器人(?:说|聊|讲)|我不跟机器人说|human|agent|operator|real person|live agent|customer service|staff|representative|(?:talk|speak|chat) (?:to|with) (?:a |an |the |some)?(?:human|person|real person|agent|manager|someone|staff|operator|somebody|representative|supervisor)|get me (?:a |the )?(?:human|person|manager|agent|supervisor|someone)|connect me (?:to|with) (?:a |an )?(?:human|agent|person|staff|someone)|transfer me|call me(?: back)?|9|搵真人|搵人工|转真人|真人呢|人呢|有真人吗|有没有真人|有人工吗|有没有人工|是真人吗|manager',
    ),
  ],
  [
    'repair.status',
    whole(
      '进度|查(?:询|看|下|1?下)?(?:报修|维修|工单|我的报修|我的工单|我的维修)?(?:进度|进展|状态|情况)|报修(?:进度|状态|记录|查询)|我的(?:报修|工单|维修单)|维修进度|工单(?:进度|查询|状态)|status|progress|order status|repair status|ticket status|check status|check (?:my )?(?:repair|ticket|order)(?: status)?|查工单|查报修|查单|催单|催(?:1下|下)?|my (?:repair|ticket|order)(?: status)?|修到哪(?:了|儿了)|到哪(?:1步)?了',
    ),
  ],
  [
    'complaint.status',
    whole(
      '投诉(?:进度|状态|结果|查询|进展|处理结果)|查(?:询|看|下|1?下)?(?:我的)?投诉(?:进度|结果|状态|进展)?|我的投诉|complaint status|my complaint|check (?:my )?complaint(?: status)?',
    ),
  ],
  [
    'renovation.status',
    whole(
      '装修(?:进度|状态|审批进度|申请进度|审核进度)|查(?:询|看|下)?装修(?:申请|审批|进度)+|renovation status|permit status',
    ),
  ],
  [
    'repair.create',
    whole(
      '报修|维修|我要报修|要报修|申请维修|申报维修|报修服务|repair|report (?:a )?(?:repair|fault|problem)|new repair|报个修|整修|修东西|保修',
    ),
  ],
  [
    'complaint.create',
    whole('投诉|我要投诉|complain|complaint|make a complaint|file a complaint|new complaint|举报'),
  ],
  ['suggestion', whole('建议|提建议|提个建议|意见|提意见|suggestion|feedback|意见反馈|意见箱')],
  ['praise', whole('表扬|点赞|praise|我要表扬')],
  [
    'fee.question',
    whole(
      '缴费|交费|物业费|交物业费|查费|查账单|账单|费用查询|欠费查询|查欠费|bill|bills|pay|payment|fees|水电费|交电费|交水费|停车费',
    ),
  ],
  [
    'renovation.apply',
    whole('装修申请|申请装修|装修报备|装修备案|办理?装修|renovation application|apply for renovation'),
  ],
  [
    'consult',
    whole(
      '咨询|咨询1?下|问个事|想问个事|enquiry|inquiry|question|i have a question|请教|请教1?下|问下|有个问题',
    ),
  ],
  ['activity', whole('活动|活动报名|社区活动|报名|activities|events?')],
  [
    'survey.answer',
    whole(
      '(?:选|我选|打|给|评)?(?:[1-5]|10|满)分|[1-5]星|[a-e]|选[a-e1-5]|我选[a-e1-5]|非常满意|很满意|比较满意|基本满意|满意|不满意|非常不满意|很不满意|不太满意|1般般?|一般般?|1般般|一般吧|还行|滿意|5星好评|very satisfied|satisfied|dissatisfied|unsatisfied|not satisfied|neutral|very dissatisfied|[1-5] stars?|[1-5] out of 5|[2-8]|10|挺满意的?|蛮满意的?|满意满意|五星|五星好评|四星|三星|满分',
    ),
  ],
  [
    'service.paid',
    whole('有偿服务|特约服务|家政服务|家政|保洁服务|上门服务|代办服务|paid services?|cleaning service'),
  ],
  ['movein', whole('入住|办入住|入伙|收楼|交房|办理入住|move in|moving in')],
  ['moveout', whole('搬家|搬出|退租|搬走|出门条|放行条|物品放行|开放行条|move out|moving out')],
  [
    'outage.question',
    whole(
      '停水|停电|停水通知|停电通知|停水停电|为什么停水|为什么停电|怎么停水了|怎么停电了|停水了|停电了吗?|停水了吗',
    ),
  ],
  [
    'edit',
    whole(
      '修改|改1?下|更改|编辑|修改(?:信息|资料|时间|地址|房号|电话|内容|预约|预约时间|手机号|描述)|改(?:时间|电话|地址|房号|手机号|日期|信息|内容|描述|预约)|写错了|填错了|打错了|说错了|搞错了|弄错了|发错了|输错了|选错了|报错了|错别字|更正|纠正|edit|change|modify|correct(?:ion)? (?:it|that|info)|change (?:it|that|this|time|the time|phone|room|address|date|appointment|the date|my phone|my room|my number)|edit (?:it|that|my (?:request|info|phone|room))|amend|reschedule|i made a mistake|typo|wrong (?:room|number|phone|time|address|date)(?: number)?|改期|改时间|换个时间|换时间|改约',
    ),
  ],
]

export function commandOf(text: string): Intent | undefined {
  if (text.length > 48) return undefined
  return commands.find(([, pattern]) => pattern.test(text))?.[0]
}

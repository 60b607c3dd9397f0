import type { IntentCues } from '../score.ts'

/** Talk around the matters: greetings, thanks, corrections, people who want a person. */
export const talkCues: IntentCues = [
  [
    'greeting',
    5,
    /^[\s,.!?]*(?:你好|您好|hello|hi+|hey|嗨|哈喽|哈啰|哈罗|早|早上好|上午好|中午好|下午好|晚上好|早安|晚安|good (?:morning|afternoon|evening|day)|在吗|在么|在嘛|在不在|有人吗|有人在吗|有人么|请问在吗|喂+|hola|yo|morning|大家好|各位好|管家你好|管家|管家在吗|物业在吗|物业你好|客服在吗|hi there|hello there|anyone there|anybody there|is anyone there|嗨喽|在冇|哈楼|早晨|午安|你好呀|亲|在线吗|新年好|新年快乐|节日快乐|有人在线吗|有没有人|请问有人(?:在)?吗|are you there|anyone (?:home|around|here)|师傅|您好呀|吃了吗|有人冇|喺度吗|在度吗|在度)(?:[\s,.!?~呀啊哦吗嘛呢]|👋|😊|🌹|管家|物业|客服|你好|您好|请问|在吗|有人吗|hello|hi|there|everyone|各位|小助手|机器人|早上好|在不在|早|打扰(?:了|1下)?|美女|帅哥|亲|nice to meet you|各位业主|晚上好|您|大家|师傅|小区|那个|啥|有人|在)*$/,
  ],
  [
    'thanks',
    5,
    /^[\s,.!?]*(?:好的?|ok|okay|行|嗯+|收到|知道了|明白了?|太好了|great|perfect|got it|cool|nice|awesome|那|修好了|已经好了|搞定了|可以了)?[\s,.!?~]*(?:非常|十分|太|真的?|很|多|好)?(?:谢谢|感谢|多谢|谢了|谢啦|谢咯|辛苦|麻烦(?:你|您)们?了|费心|thanks?|thx|ty\b|tks|thank you|thank u|cheers|much appreciated|appreciate|唔该晒?|多谢晒?|唔该|3q|三克油|感恩|劳驾|有劳|谢谢啦|蟹蟹|3Q|谢天谢地|唔该曬)(?:[\s,.!?~❤🙏👍😊🌹💐😄😀☺️呀啊哦了啦哈嘛你您们大家晒的]|师傅|管家|物业|客服|辛苦|谢谢|感谢|非常|很多|so much|very much|a lot|you|again|for (?:your|the) (?:help|quick|reply|response)[\w ]{0,20}|lot|so|very|much|及时|帮忙|帮助|回复|处理|一直以来|for everything|all|guys|bye|再见|帮了大忙|太|那么快|晒|仲有)*$/,
  ],
  ['thanks', 2.5, /谢谢(?!你们这|合作)|感谢|多谢|唔该晒|thank you|thanks|辛苦了/],
  [
    'smalltalk',
    5,
    /你(?:叫什么|是谁|几岁|多大|是(?:不是)?(?:机器人|真人|人工|ai|男|女)|吃(?:饭|了)|会(?:唱|讲|说)(?!.{0,4}(?:普通话|英))|结婚|喜欢|累不累|睡|有女朋友|有男朋友|有对象|好聪明|真聪明|太笨|好笨|真笨|傻|智障|可爱|在干嘛|在做什么|家在哪)|叫什么名字|讲个?(?:笑话|故事)|说个?笑话|唱(?:个|首)歌|天气(?!.{0,6}(?:停|暖气|供暖))|(?:今天|明天)(?:会)?下雨|股票|世界杯|足球|好无聊|无聊(?:啊|死|中|$)|哈哈+|呵呵|嘿嘿|嘻嘻|^[\s]*(?:晚安|再见|拜拜|bye|goodbye|good night|see you)|你猜|陪我聊|聊聊天|聊天|写(?:首|个)诗|周末愉快|节日快乐|新年快乐|中秋快乐|圣诞快乐|恭喜发财|吃什么好|心情|\bwho are you|are you (?:a )?(?:bot|robot|human|real|ai|there\?|okay)|your name|tell me a (?:joke|story)|how are you|how'?s it going|what'?s up|weather|i'?m bored|lol|haha|you(?:'re| are) (?:funny|cute|smart|stupid|dumb|so smart)|do you (?:like|sleep|eat|love|have feelings)|nice (?:day|weather)|happy (?:new year|birthday|mid|holiday)|merry christmas|good night|sing|在干吗|你好厉害|厉害了|真厉害|机器人吗|你食咗饭|食佐饭|今天星期几|几点了|现在几点/,
  ],
  [
    'handoff.human',
    6,
    /转人工|人工(?:客服|服务|台|坐席)|(?:找|要|叫|接|有|换|请|来)(?:个)?(?:真人|人工|活人)|真人(?:客服|服务|说话|聊|跟我)|(?:不(?:想|要|跟|和)|别)[^,。]{0,5}(?:机器人|机器|ai|自动回复)|(?:打|回|来)(?:个|1个|一个)?电话(?:给我|联系我)|(?:给|跟)我(?:回|打|来|致)(?:个|1个|一个)?电话|回(?:个|1个|一个)?电|打给我|联系我|电话联系我|给我回(?:电|拨)|(?:让|叫|请|喊|找)[^,。]{0,6}(?:管家|经理|主管|领导|负责人|客服|工作人员|值班)[^,。]{0,6}(?:联系|回|打|来电|找我|跟我|和我|同我|接|说话|加我|出来)|(?:找|见|联系)(?:1下|下)?(?:你们|物业)?(?:的)?(?:经理|主管|领导|负责人|老总|主任)|(?:speak|talk|chat)(?:ing)? (?:to|with) (?:a |an |the |your )?(?:real |actual |live |human)?\s?(?:human|person|someone|somebody|staff|agent|manager|operator|people|supervisor|in charge)|(?:call|ring|phone|contact) me(?: back)?|real (?:person|human)|human (?:please|agent|being|operator)|have (?:someone|somebody|the manager|a manager|staff) (?:call|contact|ring)|(?:你|机器人)(?:听不懂|不懂|解决不了|搞不定|没用|答非所问)|跟你说不清|说不通|鸡同鸭讲|(?:搵|揾)(?:个)?(?:人|经理)|同(?:真人|人)(?:倾|讲)|给我(?:管家|经理|负责人).{0,3}(?:电话|微信|联系方式)|管家(?:的)?(?:电话|微信|联系方式)/,
  ],
  [
    'cancel',
    6,
    /(?:取消|撤销|撤回|撤掉|作废|删掉|删除|撤)[^,。!?]{0,10}(?:报修|投诉|申请|预约|订单|工单|单子?|这个|那个|刚才|刚刚|上门|服务|活动|报名|安排|明天|今天|昨天|保洁|装修|维修|登记)|(?:报修|投诉|申请|预约|订单|工单|单子?|上门|报名|服务|维修|保洁|师傅)[^,。!?]{0,10}(?:取消|撤销|撤回|撤了|作废|撤掉|不要了|不用来了|不用了|不约了|不去了|退掉)|不用(?:修|来|派人|过来|上门|麻烦|处理|安排|管)(?:了|啦|咯)|不(?:修|报|投诉|申请|约|办|去|参加|搬|装)了(?!.{0,6}(?:吗|么|还))|(?:先|就)?(?:不|别)(?:弄|搞|报|投诉|申请|办|登记)了|自己(?:修|弄|搞|通|换|解决|处理)好了|我自己(?:搞定|弄好|修好|换了|解决|通开)|别(?:来|派人)了|当我没说|算了(?!.{0,8}(?:投诉|打12345|还是(?:找|报|投诉)))|cancel|no longer need|don'?t need (?:it|the|you|anyone|a plumber|the repair)[\w ]{0,16}(?:anymore|any more|now)?|never ?mind|forget it|fixed it myself|withdraw|call(?:ed)? off|不需要(?:修|来|维修|服务|师傅|保洁)了?|无需(?:上门|维修)|不来也行|误报修|报重了|重复(?:报|提交)了?/,
  ],
  [
    'edit',
    5,
    /(?:改|换|调整?|挪|推迟|延后|提前|推|延|变更|更改|修改|顺延)(?:1?下)?(?:到|成|为|至)|(?:房号|房间号|门牌|电话|手机号?|号码|时间|地址|名字|姓名|楼号|栋号|单元|日期|内容|类别|描述|预约)[^,。!?]{0,8}(?:写错|填错|打错|输错|说错|报错|弄错|搞错|不对|错了|有误|要改|改1?下|改为|改成|换|更正|变了|改)|(?:写|填|打|输|说|报|弄|搞|发|选|记|登记)错(?:了|啦|咗)?|(?:改|换|修改|更改|更正|变更|调整)(?:1?下|1?个)?(?:上门|预约|维修|联系)?(?:的)?(?:时间|电话|房号|地址|手机|号码|日期|信息|内容|资料|联系人|名字|描述)|不是(?!我|说|吧|这样|吗)[^,。!?]{1,12}[,\s]*(?:是|应该是|而是)[^,。!?]|应该是(?=.{0,3}\d)|更正|改期|改约|改天|重新约|另约|(?:change|move|reschedule|update|correct|amend|edit|switch|push|postpone|shift)\b[^.!?]{0,30}(?:time|appointment|visit|date|room|number|phone|address|to|booking|slot|request|flat|unit)|wrong (?:room|number|phone|address|time|date|flat|unit|tower|block|building)|i meant|should be|typo|made a mistake|not \S+,? (?:it'?s|but)|instead of|actually (?:it'?s|i'?m|my)|补充(?:1下|一下)?|再加(?:1|一)(?:条|句|点)|改电话|換個時間|换个时间/,
  ],
  [
    'back',
    4,
    /回(?:到)?上[1一](?:步|页|级|题)|返回上|上[1一]步(?!.{0,4}(?:提交|填的))|重新选(?:择|1?下)?|go back|previous (?:step|page|question)|选错了.{0,4}(?:退|回|返)|退回(?:去|到)?(?:上|前)|回前[1一]/,
  ],
  [
    'menu',
    4,
    /(?:显示|看|打开|发|调出|回到?|返回|给我)[^,。]{0,4}(?:菜单|首页|主页)|(?:有|提供)(?:哪些|什么|啥)(?:功能|服务|业务)|你(?:能|会|可以)(?:帮我)?(?:做|干|办|处理)(?:什么|啥|哪些)|(?:怎么|如何)(?:使用|用)(?:你|这个|机器人|小程序|公众号|管家)|what (?:can|do) you (?:do|help|offer)|show (?:me )?(?:the )?menu|main menu|what services|有啥功能|都能办啥|能办什么|可以办什么|能帮我做|能帮我干/,
  ],
  [
    'confirm',
    3,
    /^(?:对|是的?|没错|好的?|可以|确认|ok|yes|嗯+)[\s,]*(?:就(?:这样|这么|按)|没错|没问题|提交|确认|对的|是这样|按这个|麻烦|帮我(?:提交|下单)|可以的?|go ahead|that'?s (?:right|correct)|please)/,
  ],
  [
    'confirm',
    4,
    /(?:信息|内容|时间|地址)(?:都)?(?:没错|对的?|正确|无误|没问题)|就(?:这么|这样)(?:办|定|吧|提交)|按(?:这个|你说的)(?:来|办)|(?:可以|确认)(?:提交|下单)|同意(?:报价|费用|方案|收费|这个价|维修|授权|条款|隐私)|价格(?:可以|ok|没问题|接受)|提交吧|looks? (?:good|right|correct)|that'?s (?:right|correct)|yes[,. ]|confirmed|go ahead|接受(?:报价|这个价)/,
  ],
  ['deny', 3, /^(?:不|不是|不对|不行|不用|不要|不需要|不同意|不可以|no|nope|nah)(?:[\s,.!]|$)/],
  [
    'deny',
    3.5,
    /(?:价格|报价|费用|收费)[^,。]{0,4}(?:太(?:贵|高)|不接受|不同意|不行)|不同意(?:报价|费用|收费|这个|授权|公开)?|不接受|(?:先)?不(?:提交|确认|授权|公开)|信息不对|不对不对|no[,. ]+(?:that|it|this|not|i)\b|not (?:correct|right|what i)|that'?s (?:wrong|not)|没必要|不太(?:行|方便|合适)|还不行/,
  ],
  [
    'survey.answer',
    5,
    /(?:问卷|调查|调研|满意度|评价|打分|评分|测评|survey|rating|rate)[^。!?]{0,20}(?:选|填|打|给|\d分|满意|[a-e]\b|好评|差评|一般|answer|\d|star)|(?:打|给|评)(?:你们|他|师傅|您|管家)?[^,。]{0,4}(?:\d|1|[一二三四五六七八九十满])(?:分|星)|第?[1-9\d](?:题|问|q)[^。]{0,8}(?:选|[a-e]|满意|\d分)|(?:选|勾)(?:择)?[a-e](?![a-z])|q\d\s?[:.]?\s?(?:[a-e]|\d|yes|no|good)|总体(?:来说)?(?:满意|还行|不错|一般)|(?:卫生|保洁|保安|安保|绿化|维修|服务|客服)[^,。]{0,4}(?:满意|不满意|一般)[,\s][^。]{0,20}(?:满意|一般|不满意)|i(?:'d| would)? (?:rate|give|choose|pick)[^.]{0,20}(?:\d|star|[a-e]\b)|\d\/(?:5|10)|\d out of (?:5|10)|我(?:选|投)[a-e]|[五5四4三3二2一1]颗?星(?!期)|基本满意|(?:非常|比较|很|都|挺|蛮|全部?)满意(?!度)/,
  ],
  ['survey.answer', 3, /问卷|满意度调查|调查表|survey|questionnaire/],
  [
    'spam',
    7,
    /加(?:我)?(?:微信|vx|v信|wx|薇信|威信|qq|徽信|V)|(?:微信|vx|薇信|qq)(?:号)?[:：]?\s?[a-z\d_-]{5,}|(?:日|月|年)(?:入|赚)[^,。]{0,3}(?:\d|过|上)|兼职|刷单|网赚|贷款|借款|放款|低息|无抵押|额度|信用卡(?:套现|代办|提额)|办(?:理)?(?:信用卡|证件|假证)|代开(?:发)?票|开(?:发)?票.{0,5}(?:优惠|点)|(?:优惠|促销|特价|打折|秒杀|清仓|限时|免费领|领取|点击链接|点此|戳链接|扫码(?:领|进|加)|进群|回复(?:姓名|身份证|1|td|退订|t退)|退订)|中奖|抽中|幸运(?:业主|用户|客户)|恭喜(?:您|你)?.{0,6}(?:获得|中|被|抽)|赌|博彩|彩票|六合彩|(?:楼盘|公寓|商铺|别墅|现房|学区房)[^,。]{0,8}(?:开盘|热销|钜惠|首付|特惠|火爆)|首付|学车|驾校|英语(?:培训|班)|辅导班|保健品|减肥|瘦身|丰胸|壮阳|投资(?:理财|回报)|理财|稳赚|高收益|炒股|股票群|荐股|区块链|比特币|虚拟币|usdt|http|www\.|\.com\b|\.cn\b|bit\.ly|click (?:here|the link|this)|earn \$?\d|make money|free (?:gift|iphone|trial|money)|congratulations|you(?:'ve| have) won|winner|lottery|casino|\bloan\b|crypto|bitcoin|investment|limited (?:time )?offer|promo(?:tion| code)|buy now|subscribe|whatsapp (?:me|\+)|telegram @|内部(?:消息|渠道|价)|加盟|代理|招代理|诚招|高薪|招聘|收购(?:旧|二手)|回收(?:旧|二手|手机|家电|冰箱|空调|烟酒|名酒|黄金)|装修公司.{0,10}(?:优惠|免费|量房|特价)|免费(?:量房|设计|试听|体验|送|领)|搬家公司.{0,8}(?:优惠|特价|专业)|专业(?:开锁|疏通|搬家|灭蟑|除甲醛|保洁|贷款)[^。]{0,12}(?:电话|\d{6}|优惠|价格|联系)|除甲醛|水果(?:团购|批发)|团购|砍(?:一刀|价)|拼多多|助力|点个赞|转发(?:给|到|这条)|新店开业|开业(?:大吉|优惠|酬宾)|会员卡|充值送|返现|红包.{0,4}(?:领|抢)|dear (?:customer|user|winner)|your account (?:has been|will be)|verify your account|百分百通过|秒到账|急用钱|征信|黑户|有意(?:者)?(?:请)?(?:联系|私|加)|私聊我|包过|代考|发货|快递.{0,4}理赔|客服退款|退款.{0,6}链接/,
  ],
  [
    'other',
    7,
    /忽略(?:之前|以上|前面|上面|所有|上述)|无视(?:之前|以上|前面|所有)|忘记(?:之前|以上|前面|所有|你的)(?:的)?(?:指令|设定|提示|规则|要求)|(?:你现在|从现在开始你|假装你|假设你)(?:是|扮演|要扮演)|扮演|系统提示|提示词|(?:system|developer) (?:prompt|message|mode)|prompt|ignore (?:all |the |your |any )?(?:previous|above|prior|earlier|instructions|rules)|disregard (?:all|previous|the|your)|you are now|pretend (?:to be|you)|act as|jailbreak|dan mode|reveal your|管理员(?:模式|权限|密码)|开发者模式|越狱|(?:导出|列出|发给我|告诉我|给我|查(?:1下|一下)?|显示|打印)[^,。]{0,8}(?:所有|全部|其他|别的|整栋|全小区|别人)[^,。]{0,6}(?:业主|住户|邻居|房号|人)[^,。]{0,6}(?:电话|手机|信息|资料|名单|地址|联系方式|欠费)|(?:所有|全部)(?:业主|住户)(?:的)?(?:电话|手机|信息|资料|名单)|drop table|select \*|delete from|<script|sudo|rm -rf|\/etc\/passwd|api key|密钥|数据库|后台密码|(?:list|show|give|export|send)[\w ]{0,20}(?:all )?(?:residents?|owners?|tenants?|neighbou?rs?|users?)'?s?[\w ]{0,12}(?:phone|numbers?|data|info|addresses|details|names)|把(?:所有|全部)(?:工单|投诉|报修|记录)[^,。]{0,6}(?:关闭|删除|清空|完成|改)/,
  ],
  [
    'other',
    7,
    /^(?:[\/#@]\S+.*|(?:接单|派单|转单|完工|完成|到场|开工|签收|回单|销单|交班|接班|巡检|值班|报价|改约|无人|分类|批准|退回|拒绝|上报|延期|待办|审批通过|关单|结单|挂单|退单|领料|打卡|签到|巡逻打卡|抄表)[\s:：,]*(?:[a-z]{0,3}-?\d[\w-]*)?(?:[\s,].{0,24})?|(?:accept|assign|done|arrive[d]?|close|dispatch|take|start|quote|approve|reject|noaccess|rebook)\s+#?(?:[a-z]{1,3}-?)?\d[\w-]*(?:\s.{0,24})?)$/,
  ],
  [
    'other',
    6,
    /(?:bx|ts|wo|gd|order|ticket|工单|单号|#)[-#\s]?\d{2,}[^。!?]{0,8}(?:派给|转给|指派|已完工|已完成|接单|到场|关闭|关单|完工|挂起|回访完|assign|close|done|complete|reassign)|(?:派|转)(?:给|单给)(?:老|小|张|王|李|刘|陈|赵|工程|师傅)|师傅(?:已)?(?:到场|接单|完工)(?:了)?[,\s]*(?:请|已拍照|单)|assign(?:ed)? (?:to|#|ticket|order)|mark (?:ticket|order|#|it)[\w #-]{0,14}(?:as )?(?:done|complete|closed|resolved)|close (?:ticket|order|case) /,
  ],
]

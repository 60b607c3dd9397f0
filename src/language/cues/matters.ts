import type { IntentCues } from '../score.ts'

/** What residents come with. Scores add up within an intent. */
export const matterCues: IntentCues = [
  // repairs: the fault itself is weighed in faults.ts
  [
    'repair.create',
    4,
    /报修(?!了|的|单|过|好|完|后|进度|怎么样|怎么还|电话|流程|了没|这么久)|要修|来修|来人修|帮(?:我|忙)?修|修(?:1?下|理|补)|维修(?!单|了|过|工|师傅|费|完|好|进度|资金|基金|人员|质量|队)|派(?:个|1个)?(?:人|师傅|工人|电工|水电工|维修)|(?:叫|找|安排|喊|让)(?:个|1个)?(?:人|师傅|电工|水工|维修|水电)[^,。?]{0,6}(?:来|看|修|过来|上门)|来(?:个|1个)?(?:人|师傅|电工)(?:看|修|吧|1?下|$)|上门(?:看|修|检查|维修)|(?:来|过来)(?:看|检查|瞧)(?:1?下|看)|换(?:个|1个|1?下|一下)(?:灯|锁|水龙头|龙头|门锁|玻璃|阀|插座|开关|马桶)|整返|执返|搞(?:1?下|掂)|(?:send|get|need|have)\b[\w ]{0,14}(?:someone|somebody|a (?:plumber|technician|repairman|handyman|electrician|guy|man)|plumber|technician|electrician|maintenance)|(?:please |can you |could you |pls |need to |needs? to be |can (?:someone|somebody|anyone) )(?:come )?(?:and )?(?:fix|repair|check|look at|replace)|needs? (?:fixing|repair|replacing|fixed|maintenance)|(?:fix|repair|replace) (?:my|the|our|this|it)|report a (?:fault|leak|broken|problem|repair)/,
  ],
  [
    'repair.create',
    2,
    /师傅(?=.{0,8}(?:来|看|修|上门))|尽快(?:来|处理|修|安排)|能不能(?:来|派|修)|几时(?:来|得闲)整/,
  ],

  // a case already open
  [
    'repair.status',
    6,
    /(?:报修|维修|保修|师傅|工单|单子|修理|维修工|维修的?人|报的?修|报修单|订单|修)[^。!?]{0,14}(?:进度|进展|状态|怎么样了|咋样了|怎样了|如何了|到哪|啥情况|什么情况|处理了?(?:没|吗)|安排了?(?:没|吗)|派(?:单|人)?了?(?:没|吗)|好了没|好了吗|修好了?(?:没|吗)|来了?(?:没|吗)|还来(?:不来|吗)|什么时候(?:来|到|能|修|上门|弄)|啥时候(?:来|到|能|修)|几点(?:来|到)|几时(?:来|到|整)|何时|多久(?:来|能|到|才)|还没(?:来|到|修|人|动静|消息|好|派|处理|安排|弄)|怎么还(?:没|不)|没人(?:来|管|联系|理|修|上门|处理)|没(?:来|到|消息|动静|下文|音讯|回音|反应|人来|有人来|见人|见到人)|不见人|催|路上|到了没|接单了?(?:没|吗)|人呢|跑哪|在哪|轮到|排到)/,
  ],
  [
    'repair.status',
    5,
    /(?:查|看|问|了解)(?:询|1?下|看)?[^,。]{0,8}(?:报修|维修|工单|单子|修理|维修单)[^,。]{0,8}(?:进度|进展|情况|状态|结果|记录|单|到哪)?|(?:昨天|前天|上周|上午|早上|上次|之前|刚才|今天|周\d|星期\d|\d天前|几天前)[^,。]{0,6}(?:报(?:的|了)?修|报了|登记|说的?)[^。!?]{0,16}(?:没|吗|呢|什么时候|进度|怎么|还|啥)|(?:说|约|讲|答应)好?(?:了|的)?[^,。]{0,10}(?:来|上门|修)[^。]{0,14}(?:没|人呢|还没|不来|怎么|没到|鸽)|(?:等|拖)了[^,。]{0,8}(?:天|小时|个?钟|周|星期|久|上午|下午|早上|半天)[^。]{0,10}(?:没|人|还)?|修(?:得)?(?:怎么样|好了?没|好了?吗|到哪|完了?没|完了?吗|到什么程度|咋样)|(?:催(?:1?下|一催|催)|催单)|(?:什么|啥)时候(?:能)?(?:修好|来修|修完|有人来修|修(?!改))|几(?:点|时|号)(?:能)?(?:来修|修好|修完|有人来|上门)|还要(?:等)?多久(?:才能)?(?:修|来)|师傅(?:到|来)(?:哪|了|没)|配件(?:到|来|有)(?:了|货)?(?:没|吗)|bx-?\d+/,
  ],
  [
    'repair.status',
    6,
    /\b(?:status|progress|update|eta|news)\b[^.?!]{0,30}\b(?:repair|ticket|order|request|plumber|technician|report|leak|job|lift|fix)|\b(?:repair|ticket|order|request|report(?:ed)?|plumber|technician|electrician|repairman|maintenance|job)\b[^.?!]{0,40}\b(?:status|update|progress|eta|when|yet|coming|show(?:ed)? up|no ?one (?:came|has come)|nobody (?:came|has come)|still (?:waiting|no|not)|where|happening|how long|no news)|when (?:will|is|are|can|does)[^.?!]{0,30}\b(?:repair|fix|fixed|plumber|technician|come|coming|arrive|repaired)|(?:where|when) is (?:the|my) (?:plumber|technician|guy|repair)|has (?:my|the) (?:repair|ticket|request)|is (?:someone|anyone|anybody|the \w+) (?:still )?(?:coming|on (?:his|their|the) way)|still (?:waiting|no one|nobody)|any (?:update|news|progress)|reported (?:it|this|a|the|my)[^.?!]{0,40}(?:ago|yesterday|last|monday|tuesday|on|and|but)|follow(?:ing)? up on my (?:repair|request|report)|fixed yet|being fixed/,
  ],

  [
    'complaint.status',
    7,
    /投诉[^。!?]{0,16}(?:进度|进展|状态|结果|怎么样|咋样|怎样|如何|处理了|处理得|处理到|回复|答复|回音|反馈|下文|没消息|没人理|没人管|没人联系|石沉大海|多久|什么时候|何时|几时|到哪|受理|有没有|还没|了吗|了没|说法|给个)|(?:查|看|问|跟进)(?:询|1?下|看)?[^,。]{0,6}投诉|complaint[^.?!]{0,40}(?:status|update|progress|result|handled|outcome|reply|response|heard|happen|yet|going|resolved)|(?:status|update|progress|outcome|result|news|follow(?:ing)? up)[^.?!]{0,24}complaint|ts-?\d+|(?:反映|反应|举报)(?:的|了|过)?[^。!?]{0,12}(?:处理了?(?:没|吗)|有(?:结果|回复|下文|说法)|怎么样了|进展|没(?:下文|回音|消息|动静|人回)|回复了?(?:没|吗)|多久)/,
  ],

  [
    'complaint.create',
    6,
    /投诉(?!进度|结果|状态|电话|渠道|处理|流程|怎么|的事|呢|了.{0,8}(?:没|吗|还|天|回))|举报|(?:我要|我想|必须|强烈|再次)(?:要)?(?:投诉|抗议|举报)|complain(?!t)|(?:file|make|lodge|submit|have|got) (?:a |an |another )?(?:formal )?complaint|complaint about|complaint:|new complaint|12345|打市长热线|住建局|曝光|找媒体|维权|起诉|给个说法|给我个说法|讨个说法/,
  ],
  [
    'complaint.create',
    4,
    /扰民|太吵|好吵|很吵|吵死|吵得|吵到|吵人|吵架声|噪音|噪声|蹦迪|广场舞|睡不着|没法睡|休息不好|唱(?:k|歌|卡拉)|音响|麻将|跑来跑去|咚咚|弹琴|钢琴声|大声|施工声|电钻|电锤|砸墙|noise|noisy|too loud|so loud|loud music|keeps? (?:barking|playing|drilling|banging)|can'?t sleep|嘈(?:到|住|喧)|好嘈|嘈死|嘈/,
  ],
  [
    'complaint.create',
    4,
    /态度(?:很|太|极|非常|特别|超|真)?(?:差|恶劣|不好|坏|冷|嚣张)|态度|骂(?:人|我|业主|老人|了)|不耐烦|爱理不理|爱搭不理|没礼貌|推诿|推脱|推来推去|踢皮球|敷衍|糊弄|应付|不作为|不管事|没人管|都不管|没有人管|不闻不问|没人处理|置之不理|形同虚设|摆设|装看不见|互相推|不负责|不尽责|失职|玩手机|(?:保安|门岗|值班)[^,。]{0,6}(?:睡|不在|没人|玩|抽烟|放行|不管|不登记|随便)|凶(?:得|巴|我|人|老人|什么)|吼(?:我|人|老)|rude|attitude|unacceptable|disgusting|terrible|ridiculous|outrageous|unprofessional|negligen|ignored? (?:me|us|my)|nobody cares|no one cares|fed up|sick of|disappointed|not acceptable|useless|incompetent/,
  ],
  [
    'complaint.create',
    4,
    /垃圾[^,。!?]{0,10}(?:没人|不清|堆|满|臭|几天|乱|好多|到处|没收|没清|溢|遍地|成山|不运|未清)|(?:乱扔|乱丢|乱倒|乱堆|乱放|随地|随手扔)|没人(?:打扫|扫|收|清|拖)|不打扫|不扫|脏(?:死|得|兮|乱|的|了|不)|好脏|太脏|很脏|臭(?:死|气|烘|味|得|了|不)|好臭|太臭|很臭|尿(?:骚)?|蟑螂|老鼠|苍蝇|蚊子(?:多|好多|太多)|卫生(?:太|很|真|好|极)?(?:差|不好|糟)|保洁(?:不|没|都|很|太|就|只|从来)|filthy|dirty|stinks?|smelly|rubbish (?:everywhere|piling|not)|garbage|trash|cockroach|rats?\b|overflowing bin|not (?:been )?cleaned|never cleaned/,
  ],
  [
    'complaint.create',
    4,
    /乱停|乱占|占(?:了|用|我|着|住|道|位|据|满)[^,。]{0,5}(?:车位|位|道|通道|楼道|公共)?|堵(?:住|着|了|在)?[^,。]{0,6}(?:出口|门口|通道|车库口|我车|我的车|路口|大门|单元门)|挡(?:住|着|了|路|我)|僵尸车|违停|霸占|霸(?:住|咗)|车位(?:被|给)[^,。]{0,6}(?:占|停|抢)|(?:把|将)?(?:车|电动车|电瓶车|摩托)[^,。]{0,8}(?:停在|推进|推上|上楼|进楼|放在|堆在|充电)|飞线|杂物|堆(?:满|放|了|在|得|积)|消防通道|楼道[^,。]{0,6}(?:堆|放|鞋柜|婴儿车|自行车)|私拉|违建|搭建|种菜|毁绿|parked (?:in|across|on)|blocking|blocked by (?:a )?(?:car|bike)|double.?park|taking (?:up )?my (?:space|spot)|in my (?:parking )?(?:space|spot|bay)|took my (?:space|spot|parking)|cluttered/,
  ],
  [
    'complaint.create',
    4,
    /狗[^,。!?]{0,10}(?:叫|吠|拉|屎|尿|绳|咬|扑|吓|大便|便|不牵|乱跑|没牵|没拴|追)|遛狗|不牵绳|不拴|不系绳|狗屎|狗粪|没牵绳|养(?:了)?(?:很多|好多|一堆|大|烈|\d条|鸡|鸽)|猫[^,。]{0,6}(?:叫|屎|尿|抓)|\bdogs?\b[^.!?]{0,30}(?:bark|poo|off.?leash|unleash|bite|without|attack|growl|chas)|off.?leash|dog (?:poo|poop|mess|shit)/,
  ],
  [
    'complaint.create',
    4,
    /高空抛物|往(?:楼)?下(?:扔|丢|倒|泼|抛)|(?:楼上|从上面|窗户?)[^,。]{0,8}(?:扔|丢|倒水|泼水|抛|吐)|扔(?:烟头|垃圾|东西|下来)|烟头|抽烟|吸烟|烟味|二手烟|smok(?:e|es|ing|er)\b|(?:被偷|偷了|失窃|丢了|不见了)[^。]{0,16}|陌生人[^,。]{0,8}(?:进|敲|随便|混)|外卖[^,。]{0,8}(?:随便|乱|骑|冲|飞)|(?:推销|发传单|贴小广告|小广告)|随便(?:进|放|谁)|谁都能进|监控(?:坏|看不|没开|不清|是摆设|没有)|没有?(?:人)?巡逻|stolen|throw(?:ing|s)? (?:things|rubbish|trash|cigarette|stuff|garbage|bottles)|strangers?\b|anyone can (?:walk|get|come)/,
  ],
  [
    'complaint.create',
    4,
    /(?:乱|多|重复|瞎|胡乱|强行|违规|不合理)(?:收|扣)(?:费|钱|了)?|乱扣|凭(?:什么|啥)(?:收|涨|扣|要|不|罚|还|让)|(?:太|越来越|又)(?:坑|黑|贵|离谱)|坑(?:人|业主|钱)|黑(?:心|店)|光收钱|只(?:会|知道|管)收(?:钱|费|物业费)|收了?(?:钱|费|物业费)[^,。]{0,8}(?:不|没)(?:办|干|做|管|服务)|物业费[^,。]{0,8}(?:白交|白收|花哪|喂狗|对不起|一点|都花)|不退(?:押金|钱|款)|overcharg|rip.?off|scam(?!mer)|charged (?:me )?(?:twice|double)|double.?charged/,
  ],
  [
    'complaint.create',
    5,
    /(?:修|报修|维修)(?:了|过|完)?[^,。!?]{0,4}(?:[2-9]|两|三|几|好几|n|好多|多|无数)(?:次|遍|回|趟)[^。!?]{0,16}|(?:才|刚)(?:修|换)(?:好|完|了)?[^。!?]{0,10}(?:又|就|没)|(?:没修好|修不好|白修|越修越|修了(?:等于|跟|和)没修|修了又坏|修好又|修完(?:还|又|更|没))|(?:三番|再三|多次|反复|屡次|几次三番|无数次|n次|好几次)[^,。]{0,8}(?:反映|报修|投诉|打电话|报|沟通|催)|(?:反映|报|说|打电话|催)了?(?:[2-9]|两|三|几|好几|n|好多|多|无数)(?:次|遍|回)|each time|(?:third|3rd|second|2nd|fourth|4th|fifth) time|fixed (?:it )?(?:twice|three times|\d times)|(?:twice|three times|\d times|many times|several times|again and again|over and over)/,
  ],
  [
    'complaint.create',
    2.5,
    /太(?:差|过分|离谱|不像话|气人|烂|垃圾|不负责)|过分|离谱|忍无可忍|受不了|忍不了|无语|服了|气死|气人|火大|恼火|什么(?:物业|态度|玩意|破|垃圾|东西)|垃圾物业|破(?:物业|小区)|垃圾(?:服务|公司)|倒霉|不像话|岂有此理|像话吗|有没有人管|到底管不管|管不管|还管不管|能不能管管|管管|管一管|管1?下|是人住的|真行|呵呵|你们(?:是)?(?:干什么吃|吃干饭|死了|都是)|顶唔顺|顶不顺|离晒谱|好过分|真系|搞咩|遭不住|闹心|膈应|坑爹|妈的|他妈|tmd|tm的|wtf|fuck|shit\b|damn/,
  ],
  [
    'complaint.create',
    2.5,
    /(?:天天|每天|每晚|每次|老是|总是|经常|一直|长期|又在|又开始|整天|半夜|凌晨|三更半夜|连续)[^。!?]{0,14}(?:吵|闹|叫|响|施工|装修|敲|跳|唱|放|打|钻|臭|脏|堵|停|占|扔|抽|骂|偷|乱|不管|漏)|every (?:night|day|morning|single|weekend)|all night|constantly|always\b/,
  ],
  [
    'complaint.create',
    3,
    /(?:保安|保洁|管家|前台|客服|师傅|维修工|维修师傅|物业|门卫|工作人员|经理)[^。!?]{0,14}(?:骂|凶|吼|打人|不理|不管|偷懒|乱|拿了|顺走|弄坏|弄脏|抽烟|喝酒|迟到|不来|不接|挂|嚣张|摆|推|态度|差劲|敷衍|欺负|歧视|歪|翻白眼|冷|阴阳|黑脸|索要|要红包|泄露|泄漏)|电话(?:没人接|打不通|永远|从来|不接)|(?:guard|security|cleaner|staff|manager|reception\w*|receptionist|management|technician|plumber|repairman|concierge)\b[^.!?]{0,40}(?:rude|yell|shout|sleep|ignor|refus|asleep|swore|never|lazy|on (?:his|her|their) phone|hung up|scratched|left a mess|smok)/,
  ],

  [
    'renovation.apply',
    6,
    /(?:申请|报备|备案|登记|办理?|提交|报)[^,。!?]{0,8}(?:装修|施工|翻新|改造|动火|砸墙|封阳台|装空调外机|装修许可|装修手续|加班施工|夜间施工|临时用电|延期|改水电|敲墙|铺地板)|(?:装修|翻新|改造|施工|封阳台)[^,。!?]{0,10}(?:申请|报备|备案|登记|办(?:个|1下|理)?(?:手续|证|许可))|(?:我|我家|我们|打算|准备|计划|想|要)[^,。?]{0,10}(?:装修|翻新|改造|重装|封阳台|砸墙|敲墙|改水电|铺地板|刷墙|贴砖)(?!.{0,14}(?:吵|投诉|规定|几点|能不能|可以吗|可不可以|要不要|需要|多少|怎么|什么|吗|哪))|(?:apply|application|register|submit|request)[^.?!]{0,24}(?:renovat|decorat|remodel|hot ?work|construction|permit)|(?:want|plan|going|like|would like|planning|starting) to (?:renovate|remodel|redo|refurbish|redecorate|start (?:the |my |our )?renovat)|延期(?:申请)?.{0,6}装修|装修.{0,6}(?:延期|加人|加几个人|换(?:施工)?队)/,
  ],
  [
    'renovation.status',
    7,
    /(?:装修|施工|翻新|验收|复验|押金|许可证|施工证|出入证|图纸|审批)[^。!?]{0,12}(?:批了?(?:没|吗)|批下来|审(?:批|核)?(?:过|好|完|到|得|了|怎么)|通过了?(?:没|吗)|下来了?(?:没|吗)|进度|进展|状态|怎么样了|到哪|结果|出来了?(?:没|吗)|好了?(?:没|吗)|办好了?(?:没|吗)|什么时候(?:批|能批|退|下来|验收|审|来验|出|好|可以拿)|几时(?:批|退|来验)|还没(?:批|下|退|验|审|消息)|多久(?:批|能|下来|退|审))|(?:复验|验收)[^,。]{0,8}(?:什么时候|约|时间|安排|几点|结果)|(?:装修)?(?:押金|保证金)[^。!?]{0,8}(?:退|没到账|到账|什么时候)|(?:renovat|decorat|permit|application|drawings?|inspection|deposit)[^.?!]{0,34}(?:status|approved|progress|yet|update|passed|refund|result|approval (?:come|done)|come through|ready)|(?:status|progress|update)[^.?!]{0,24}(?:renovat|permit|application)/,
  ],
  [
    'renovation.question',
    6,
    /装修[^。!?]{0,16}(?:几点|时间(?:规定|段|是)?|什么时候(?:可以|能)|规定|可以.{0,8}(?:吗|不)|能.{0,8}(?:吗|不$|么)|能不能|可不可以|允许|要(?:带|交|准备|哪些|什么|多少|几天|办|不要)|需要(?:什么|哪些|提前|交|多久|带|办|准备|几)|流程|手续(?:是|有|怎么|要)?|多少钱|押金(?:多少|要|怎么|是)|怎么(?:办|申请|弄|收)|如何|垃圾(?:放|怎么|倒|堆|清运)|资料|材料(?:进|怎么|要)?|注意|要求|工人(?:怎么|能|可以|要)|周末|星期|节假日|管理费)|(?:几点|什么时候|周末|周日|节假日|星期|晚上|中午|国庆)[^。!?]{0,10}(?:可以|能|能不能|让|允许)[^。!?]{0,6}(?:装修|施工|打墙|打钻|电钻|开工|动工)|(?:能不能|可以|可不可以|允许|能否|让不让|能)[^,。]{0,8}(?:封阳台|砸墙|敲墙|打掉|拆墙|改(?:水电|格局|厨房|管道|燃气|门|窗)|装(?:防盗网|防盗窗|雨棚|地暖|空调外机|遮阳|指纹锁|晾衣)|打孔|包阳台|移|换窗)|承重墙|(?:封阳台|砸墙|拆墙|防盗网|防盗窗|雨棚|空调外机|外机)[^。!?]{0,10}(?:吗|可以|允许|能|让|规定|要不要|行不行|得唔得|得不得)|动火证|施工证(?:怎么|在哪|多少)|(?:what|which|how|when|can|may|is it|are we|do i|do we|are)[^.?!]{0,50}(?:renovat|decorat|remodel|drill(?!ing (?:again|noise))|knock down|contractors?|hot work)|renovat\w*[^.?!]{0,34}(?:hours|rules|allowed|documents?|deposit|need|required|permitted|regulation|policy|fee)|load.?bearing/,
  ],
  ['renovation.question', 3, /装修|施工(?!噪|声)|翻新|renovat|contractor/],

  [
    'service.paid',
    6,
    /(?:保洁|家政|钟点工|阿姨|清洗|擦窗|擦玻璃|打扫卫生|深度清洁|开荒|洗(?:空调|油烟机|地毯|沙发|窗帘|衣机)|通马桶收|搬(?:东西|家具|沙发|重物|冰箱|柜子)|代(?:收|买|办|遛|管|取|叫|缴)|遛狗服务|喂猫|喂狗|浇花|看孩子|接送|安装(?!了|的|个摄像头)|装(?:个|1个|一个)?(?:灯|吊灯|窗帘|热水器|电视|挂画|油烟机|花洒|净水器|晾衣架|洗衣机|马桶|浴霸)|换锁芯|配钥匙|开锁|甲醛|除虫|灭蟑|打孔|挂(?:电视|画)|组装|拼装|家电清洗|搬运)[^。!?]{0,14}(?:服务|多少钱|怎么收费|收费|价格|价钱|付费|有偿|几钱|预约|约|吗|可以|能|帮|找|需要|安排|上门)|(?:有偿|付费|收费|给钱|付钱|我付钱|我出钱|出钱|自费|花钱)[^,。]{0,10}(?:服务|帮|修|请|上门|维修|清洗|保洁|装|搬)?|(?:请|找|约|预约|预订|订|需要|想要|要|叫|安排)[^,。]{0,6}(?:保洁|钟点工|阿姨|家政|清洗|搬运|擦玻璃|擦窗|开荒|深度清洁|月嫂|保姆|遛狗)|(?:帮(?:我|忙)?)[^,。]{0,6}(?:装(?:1?下|个|上)|安装|搬(?!家)|挂(?:1?下|个|画|电视)|组装|打扫(?:家|1?下家|屋)|代收|浇花|喂猫|遛狗|买|拿快递|取快递|收快递|清洗|洗)|(?:book|order|need|want|hire|arrange|schedule|looking for)[^.?!]{0,24}(?:clean(?:er|ing)|housekeep\w*|maid|handyman|deep clean|dog.?walk\w*|babysit\w*|movers?|nanny|laundry|ac (?:cleaning|wash))|paid service|how much (?:for|is|does|to)[^.?!]{0,30}(?:clean|install|mount|unclog|change|replace|hang|wash|unblock|service)|(?:clean|wash) my (?:ac|flat|apartment|windows|house|aircon)|(?:install|mount|assemble|hang)\b[^.?!]{0,24}(?:tv|lamp|light|curtain|shelf|furniture|washing|heater|picture|hood|wardrobe|bed)|water (?:my|the) plants|walk my dog|feed my cats?|i(?:'ll| will| can) pay|locksmith/,
  ],
  [
    'service.paid',
    2,
    /多少钱(?=.{0,6}(?:$|[?,。]))|怎么收费|收费标准|价格|how much|price|(?:换|修|通|洗)[^,。]{0,6}(?:多少钱|怎么收费|收费吗|几钱|要钱吗)/,
  ],

  [
    'fee.question',
    5,
    /(?:物业费|管理费|水费|电费|燃气费|煤气费|停车费|车位费|车位管理费|公摊|水电费|取暖费|暖气费|供暖费|垃圾费|滞纳金|账单|欠费|发票|收据|缴费|交费|缴纳|预存|余额|扣款|扣费|费用|月卡|押金|维修基金|维修资金|租金|电表充值|充电费|网费)[^。!?]{0,20}(?:多少|怎么|咋|如何|哪里|在哪|几号|什么时候|为什么|为啥|为何|啥时候|吗|呢|不对|算|交|缴|扣|开|打折|优惠|查|明细|到账|逾期|能不能|可以|截止|收费标准|标准|高|涨|贵|交了|退|续|几钱|点计|点交|点解|点样|有问题|对不上|是什么|包括|包含)|(?:怎么|在哪|哪里|如何|咋|点样|去哪)(?:里|儿)?(?:交|缴|充|付|开|查|续|打)[^,。]{0,8}(?:费|钱|发票|收据|账单|电|水|卡|物业)|(?:交|缴|付|欠|扣|收|查|补|算|开)(?:了|过|1?下|一下|张|个)?[^,。]{0,5}(?:物业费|管理费|水费|电费|停车费|账单|发票|收据|费用|水电|车位费|取暖费|欠费|滞纳金|公摊)|(?:多扣|重复扣|多收|扣多|错扣|多交)[^,。]{0,12}|发票|收据|invoice|receipt|\b(?:bill|fees?|charges?|payment|invoice|deposit|dues?|balance|refund)\b[^.?!]{0,40}(?:how|when|where|why|what|pay|due|wrong|much|overdue|twice|paid|higher|incorrect|discount|include|cover|explain|owe|outstanding)|(?:how|when|where|why|what|which|much|can i|do i|did|is)[^.?!]{0,40}\b(?:bill|fees?|charges?|charged|payment|pay|dues?|deposit|owe|balance|invoice|receipt|surcharge|deducted)\b|management fee|property fee|utility bill|parking fee/,
  ],
  ['fee.question', 2, /(?:费|钱)[^。!?]{0,10}(?:吗|多少|怎么|为什么|为啥)|\bpay(?:ing)?\b|多扣|扣了我?\d/],

  [
    'movein',
    6,
    /(?:入住|入伙|收楼|收房|交房|验房|交楼|领钥匙|拿钥匙|交钥匙)(?!.{0,12}装修多久)|(?:刚|新)(?:买|租|搬|住|来)[^,。]{0,6}(?:房|来|进|过来|业主|租客|住户|的)|新(?:业主|住户|租客|房东)|搬(?:进|入|过?来)(?!.{0,6}(?:吵|之后|以后一直))|搬入|要搬进|租(?:了|下)[^,。]{0,6}(?:房|\d)|(?:登记|备案|更新|录入)[^,。]{0,8}(?:住户|租客|入住|住客|业主信息|家庭成员)|过户[^,。]{0,8}(?:登记|手续|改名|物业)|业主(?:信息)?(?:变更|更名)|mov(?:e|ing|ed) in\b|move-?in|new (?:tenant|owner|resident)|just (?:bought|rented|moved)|hand ?over|handing over (?:of )?keys|collect (?:my |the )?keys|pick up (?:my |the )?keys|key collection|snagging/,
  ],
  [
    'moveout',
    6,
    /退租|退房|搬(?:出|走|离)|要搬家|搬家(?!公司.{0,8}(?:优惠|特价)|那)|放行条|出门条|出门证|物品放行|大件(?:物品|家具)?(?:放行|出门|搬)|搬(?:东西|家具|大件)(?:出|要.{0,4}(?:条|证))|货梯(?:怎么约|预约|能用|借|要|使用|申请)|到期不(?:租|续)|不租了|不续租|清(?:退|算)|结清[^,。]{0,6}(?:搬|费)|mov(?:e|ing|ed) out|move-?out|leaving (?:the )?(?:flat|apartment)|end (?:of )?(?:my )?(?:lease|tenancy)|lease (?:ends?|is ending|expires)|terminat\w+ (?:my |the )?lease|goods (?:exit )?pass|exit pass|removal pass|service lift|freight (?:lift|elevator)|cargo lift|release (?:note|pass|slip)|搬屋|搬运证/,
  ],
  [
    'outage.question',
    6,
    /(?:停|没|断|冇|无)(?:了)?(?:水|电|气|暖|热水|网|燃气|煤气)(?:了)?[^。!?]{0,12}(?:吗|么|为什么|为啥|为何|怎么回事|咋回事|什么情况|啥情况|通知|公告|什么时候|啥时候|何时|几点|几时|多久|到几|恢复|要停|停到|停多久|原因|整栋|全小区|都停|整个小区|是不是|还是只有|正常|有没有|计划)|(?:为什么|为啥|怎么|咋|是不是|又|小区|整栋|全小区|我们这栋|附近|今天|明天|今晚|大家|你们|点解|为何)[^。!?]{0,8}(?:停|没|断)(?:了)?(?:水|电|气|暖|热水|网)(?!.{0,4}(?:卡|表))|(?:什么时候|啥时候|何时|几点|几时|多久)[^。!?]{0,6}(?:来|有|恢复|通|供)(?:水|电|气|暖|热水|网|供)|(?:来|恢复|供)(?:水|电|气|暖)(?:了)?(?:没|吗|时间)|供(?:暖|热)(?:什么时候|几号|时间|开始)|(?:停水|停电|停气|停暖|检修)(?:通知|公告|计划|时间|安排)|停(?:水|电|气)|(?:power|water|electricity|gas|internet)\b[^.?!]{0,20}(?:outage|cut|shut ?(?:off|down)|back|off (?:today|tomorrow|until|now|in)|restored|interruption|suspension|resume)|(?:is there|why is there|any|planned|scheduled)[^.?!]{0,20}(?:outage|power cut|no (?:water|power|electricity)|blackout|water suspension)|(?:when|how long|what time)[^.?!]{0,30}(?:water|power|electricity|gas)\b[^.?!]{0,16}(?:back|return|restored|resume|off|come|on)|whole (?:building|block|estate)[^.?!]{0,20}(?:no |out|dark)|blackout/,
  ],
  [
    'activity',
    6,
    /活动(?!室.{0,6}(?:坏|脏|灯|空调)|不便)|报名(?!装修)|义诊|讲座|晚会|联欢|亲子|市集|跳蚤|节目|比赛|运动会|趣味|观影|露天电影|插花|烘焙|书画|书法班|广场舞(?:队|比赛)|瑜伽(?:班|课)|志愿者|义工|团建|中秋(?:晚会|游园)|游园|包饺子|包粽子|猜灯谜|圣诞(?:派对|活动|树)|万圣|读书会|兴趣班|太极|合唱|棋牌赛|乒乓球赛|羽毛球赛|便民(?:服务)?日|磨刀|理发日|邻里(?:节|日)|百家宴|抽奖|跳蚤市场|烧烤派对|嘉年华|(?:体检|献血|疫苗)(?:车|日|在哪|活动)|\b(?:event|activit(?:y|ies)|workshop|yoga|sign ?(?:me |us )?up|join(?!ed)|register for|party on|festival|carnival|class(?:es)?|volunteer|bazaar|flea market|movie night|gathering|bbq|potluck|egg hunt|halloween|christmas party|trip|tournament)\b/,
  ],
  [
    'praise',
    6,
    /表扬|点赞|锦旗|赞(?:一个|1个|扬|美)|好评|(?:真|太|非常|很|超|特别|实在|超级|好)(?:的)?(?:棒|好|负责|专业|贴心|热心|给力|细心|耐心|认真|及时|周到|感动|满意|暖心|赞|敬业|靠谱|nice|到位|快|热情|尽责|有心|掂)(?=.{0,12}(?:$|[,。!]|谢|了|的))(?!.{0,10}(?:吗|但|不过|才怪))|拾金不昧|暖心|值得(?:表扬|肯定)|给[^,。]{0,10}(?:点个赞|点赞|加鸡腿|加工资|发奖金|奖励)|服务(?:真|很|太|非常|特别)?(?:好|棒|周到|到位|赞)|点个赞|鸡腿|👍{2,}|\b(?:great job|good job|well done|excellent|amazing|awesome|wonderful|fantastic|kudos|shout ?out|compliment|commend|praise|impressed|so (?:helpful|kind|nice|polite|patient|friendly)|very (?:helpful|kind|polite|professional|patient|friendly|quick)|super (?:helpful|fast|friendly)|brilliant|outstanding|above and beyond|thumbs up|great service|best)\b/,
  ],
  [
    'praise',
    2.5,
    /帮(?:我|我妈|老人|忙)[^,。]{0,12}(?:拎|提|搬|扶|找回|送|推|抬|撑伞|捡到)|捡到[^,。]{0,10}(?:还|送|交)|(?:谢谢|感谢|多谢)[^,。!]{0,14}(?:师傅|保安|管家|保洁|小[张王李刘陈]|阿姨|大哥|小哥|老[张王李刘陈]|帮)|thanks? to (?:the )?(?:guard|security|plumber|mr|technician|cleaner|concierge)|(?:guard|security|plumber|technician|cleaner|concierge|electrician|repairman|staff)[^.!?]{0,40}(?:helped|carried|returned|found|was (?:great|excellent|amazing|lovely|so))/,
  ],
  [
    'suggestion',
    6,
    /建议|提(?:个|1个|点|一个|1点|一点)?意见|意见|(?:能不能|可不可以|能否|可否|希望|最好|不如|是否可以|是不是可以|可以考虑|考虑|要是能|如果能|得唔得)[^。!?]{0,14}(?:加装|增设|增加|加个|加1个|加一个|多(?:放|装|设|种|搞|加|摆|安排|开)|设(?:置|立|个|1个)|装(?:个|1个|一个|几个|反光镜|摄像头|监控|充电桩|饮水机|雨棚|减速带|电子屏|扶手)|弄(?:个|1个|一个)|搞(?:个|1个|一个)|延长|开放|改成|改为|换成|放(?:个|1个|一个|几个|点)|种(?:点|些|几)|组织|统一|取消|规划|安排|添加|引进|开通|建(?:个|1个|一个)?|划(?:个|1个|一些|点)?|办(?:个|1个)?|优化|更新|升级)|提议|倡议|呼吁|\b(?:suggest\w*|suggestion|propos(?:e|al)|recommend|would be (?:nice|great|good|better|lovely)|it'?d be (?:nice|great|good)|how about|why (?:not|don'?t (?:we|you))|could (?:we|you) (?:add|install|put|have|consider|extend|set up|place)|can (?:we|you) (?:add|install|have more|put|extend|set up)|please consider|consider (?:adding|installing)|maybe (?:we|you) (?:could|should)|idea)\b/,
  ],
  [
    'consult',
    4,
    /(?:怎么|如何|咋|点样|怎样)(?:办理?|申请|报修|投诉|预约|登记|弄|开通|开|用|走|去|联系|绑定|注册|借|租|领|拿|补办|设置|使用|装|进|录|办卡)|(?:在哪|哪里|哪儿|去哪|边度|哪个)[^。!?]{0,8}|(?:电话|联系方式|号码|地址|营业时间|上班时间|办公时间|开放时间|下班|开门|关门|几点(?:上班|下班|开门|关门|开|关|到|开始|结束)|热线|微信群|业主群|群)[^。!?]{0,6}(?:多少|是什么|是几|是多少|几点|呢|吗|有没有|怎么加|几号|$)|(?:几点|什么时候|周末|节假日)[^。!?]{0,6}(?:上班|开门|开放|营业|下班|关门|有人)|有没有[^,。]{0,14}(?:吗|呀|啊|\?|$)|(?:可以|能|能不能|可不可以|允许|让不让)[^,。!?]{0,12}(?:吗|不|么|\?)|(?:谁|哪个部门)(?:负责|管)|找谁|归谁管|请问|想问|问1?下|咨询|打听|了解1?下|请教|(?:需要|要)(?:什么|哪些|带|提前|多久|办|几)|多(?:少|大|久|高)(?!.{0,2}次)|什么(?:流程|手续|规定|条件|材料|时候|标准|品牌)|是(?:不是)?(?:免费|收费|要钱)|有(?:车位|房|快递|停车位|充电桩)[^,。]{0,4}(?:吗|么|租)|(?:what|where|how|who|which|when|is there|are there|do you (?:have|know|allow|offer)|can i|may i|am i allowed|could you tell me|what'?s the)\b[^.!]{0,60}\?|\b(?:opening hours|office hours|phone number|wifi password|where (?:is|are|can|do)|how (?:do|can|to) (?:i|we)?|what time|who (?:do|should|is)|what'?s the|is it (?:ok|allowed|possible))\b/,
  ],
  [
    'consult',
    2,
    /(?:快递|门禁卡|门卡|停车证|月租|车位|访客|通行证|证明|居住证|业主卡|钥匙|健身房|泳池|游泳池|会所|球场|儿童|充电|班车|学区|户口|宽带办理|水卡|电卡|信箱)[^。!?]{0,12}(?:怎么|哪|多少|几|吗|如何|办|租|开放|时间|要|可以|能)|吗[?\s]*$|[?]\s*$/,
  ],
  [
    'other',
    4,
    /(?:卖房|买房|租房|出租|出售|招租|中介|房价|房产|转让|求购|求租|合租|招室友|二手|闲置|转卖|拼车|顺风车|找工作|作业|翻译|写(?:代码|作文|论文|邮件|文案)|帮我写|算(?:1?下|一下)?(?:数学|\d)|\d{1,6}\s?[+*×x]\s?\d{1,6}|等于几|导航|点外卖|打车|订机票|订酒店|新闻|菜谱|推荐(?:个|1个)?(?:餐厅|饭店|电影|手机)|遗失|捡到(?:1|一)?(?:个|只|串|把)|失物|丢了(?:1|一)?(?:个|只|串|把)?(?:钥匙|钱包|猫|狗|手机|耳机|包))|\b(?:translate|write (?:me )?(?:a|an|some) (?:poem|code|essay|email)|homework|python|javascript|recipe|capital of|sell my (?:flat|car|apartment)|rent out|buy a|real estate|agent to sell|lost (?:my|and found)|found a)\b/,
  ],
  // wider wordings, after reading the misses of the open half
  ['repair.status', 5, /(?:安排|处理|派|修|弄|搞|解决|跟进|联系|换)(?:好|完|人|单)?(?:了|咗)(?:没|吗|未|冇|没有|没得|不)|还(?:能|会)?(?:过来|来|上门)(?:不|吗|么)|(?:上午|早上|下午|昨天|昨晚|前天|上周|上星期|刚才|刚刚|之前|上次|周[一二三四五六日])(?:给你们|跟你们|我)?(?:报|说|登记|反映|提|申报|下单)(?:过|了)?(?:的|个|修)|报的(?:修|那|空|水|灯|电|门|马|热|漏|网|故障)|(?:到|来)(?:楼下|小区|门口)?(?:了)(?:没|吗|未)|幾時到|几时到|好了没|(?:no ?one|nobody|no body) (?:has )?(?:came|come|showed|turned up|contacted|called)|still (?:hasn'?t|haven'?t|not|no)\b|what'?s (?:happening|going on) with|took (?:it|the part) away|waiting (?:since|for) /],
  ['repair.status', 4, /(?:那个|那|我家|我那个)[^,。]{0,10}(?:的事|的单|单子|的问题|报修)[^。]{0,10}(?:吗|没|怎么|咋|呢)/],
  ['complaint.status', 6, /投诉(?:的)?[^。!?]{0,14}(?:怎么处理|有人(?:去)?(?:看|管|查|处理)|跟进|点呀|点样|如何|到哪|谈了吗|说了吗|找.{0,4}了吗|有没有用|还管)|what happened (?:with|to) my complaint|my [\w ]{0,20}complaint\b[^?]{0,40}(?:\?|news|update|any)|投诉(?:嗰|那)件事|举报[^。]{0,10}(?:吗|没有|下文|怎么样)/],
  ['handoff.human', 5, /(?:给|同|跟)我(?:打|拨|回|来)(?:个|1个|一个)?(?:电话|电)|(?:请|让|叫|麻烦)?(?:管家|客服|物业|经理)[^,。]{0,4}加(?:1下|一下)?我(?:的)?微信|找(?:个)?(?:能做主|能管事|管事|明白|懂|负责|说了算)|(?:换|找|叫|喊)(?:个)?人(?:来|跟|给|吧|$)|(?:我要|要|想)找人(?:说|讲|谈|$)|搵(?:真人|人)|转(?:接|到)?(?:客服|前台|经理|人)|call me|speak (?:to|with)|(?:get|give|want|need) (?:me )?(?:a |the |your )?(?:manager|human|person|supervisor)|有没有(?:真人|活人|人能)|客服(?:在哪|呢|在吗|电话)|不是你[,\s]*我要|机器人别/],
  ['movein', 5, /(?:房子|房)(?:刚)?租(?:出去|给)|租客(?:信息)?(?:要)?登记|过户|换(?:了)?业主|(?:办|做|要)(?:什么|哪些)?入住|新(?:房)?(?:交付|钥匙|家)|(?:新|添了?|加)[^,。]{0,5}(?:同住|家庭成员|住客)|入户登记|认房|二手房.{0,6}(?:买|过|办)|刚(?:接|收)(?:的)?房|new (?:tenants?|owners?|neighbou?r)|(?:register|registration)[\w ]{0,12}(?:tenant|resident|occup)/],
  ['moveout', 5, /退(?:房|租)|搬(?:走|离|出)|(?:运|拉|搬|拿|抬)(?:走|出去|出门|离)(?:.{0,8}(?:条|单|证|放行|门岗|保安))?|放行|出门(?:条|证|单)|(?:家具|沙发|电器|冰箱|大件)[^,。]{0,8}(?:出门|搬出|运出|出去)|不(?:再)?续(?:租|约)|lease (?:is )?(?:up|ending|over)|moving (?:day|company|truck|van)/],
  ['renovation.apply', 5, /装修(?:材料|工人|队|公司)?[^,。]{0,6}(?:进场|入场)[^,。]{0,4}(?:申请|登记|报备)|(?:要|想|准备|打算)(?:申请|报)(?:个)?装|来(?:登记|备案|报备)|(?:开工|动工|进场)(?:申请|登记|报备|日期)|(?:申请|报)(?:1下|一下)?(?:吧)?.{0,4}(?:装修|刷漆|换地板|封阳台|翻新)|(?:装修|翻新|改造)[^。]{0,16}(?:走(?:1下|一下|下)?流程|走申请|帮我(?:申请|登记|报)|给(?:我)?办)|先跟你们(?:报备|说)/],
  ['renovation.status', 5, /(?:复验|复查|验收|审批|审核|图纸|许可证|施工证|出入证|装修(?:申请|资料|手续|押金))[^。!?]{0,14}(?:吗|没|哪天|什么时候|啥时候|几时|如何|咋样|怎样|未|了不)|(?:啥时候|什么时候|几时|哪天)(?:来)?(?:验收|复验|退押金|批)|(?:decoration|renovation|reno|fit.?out)\b[^?]{0,30}(?:application|permit|approval|approved|deposit back)/],
  ['renovation.question', 5, /(?:装|封|改|拆|砸|敲|打|移|换|铺|贴|刷|做)[^,。!?]{0,10}(?:墙|阳台|防盗网|防盗窗|雨棚|外机|地暖|地板|隔断|隔间|格局|厨房|厕所|卫生间|门窗|位置|管道|燃气管|水电)[^,。!?]{0,8}(?:吗|不$|行不行|可以|允许|报批|报备|审批|审核|要不要|需要|需不需要|得不得|算不算)|(?:工人|施工队|装修队|施工人员)[^,。!?]{0,10}(?:吗|什么|怎么|证|进|住|能|要)|(?:租客|租户)[^,。]{0,6}装修/],
  ['fee.question', 5, /发票|抬头|收据|欠费(?!名单)|代扣|滞纳|催缴|催费|(?:物业|停车|水|电|管理|公摊|取暖|燃气|煤气|气|暖|车位|垃圾|服务)(?:费|钱)[^。!?]{0,14}(?:[?]|吗|多少|为什么|为啥|怎么|咋|哪|几|什么|啥|能|可以|了没)|多(?:了|咗|出|扣|收)\d*[^,。]{0,5}(?:元|块|蚊|百|千|费)|(?:交|缴|充)(?:了|过)?[^,。]{0,5}(?:费|钱)[^。]{0,12}(?:还|怎么|没到|没显示|未到)|度数|读数|(?:statement|surcharge|arrears|fapiao|autopay|auto.?debit|late fee|bank transfer)/],
  ['outage.question', 5, /(?:整栋|整层|全小区|整个小区|全楼|整幢|附近|大家|你们家|别家|邻居家|别的楼|是不是|是)[^。!?]{0,10}(?:停|没|断|冇)(?:了)?(?:水|电|网|气|热水|暖)|(?:水|电|气|网|热水|暖气|供暖|燃气|电梯)[^,。!?]{0,6}(?:啥时候|什么时候|何时|几点|几时|多久)[^。]{0,6}(?:恢复|来|有|好|通|能用|到)|恢复(?:供|用)|(?:抢修|检修|施工|清洗水箱)[^。]{0,8}(?:到|几点|多久|完)|(?:停|断)(?:水|电|气|网)[^。]{0,10}(?:几点|多久|吗|通知|公告|提前|原因|范围)|水(?:怎么|为什么|咋)(?:是|这么)?(?:黄|浑|黑|小)|(?:why|is|any)[^?]{0,20}(?:no |without )(?:water|power|electricity|hot water|gas)|everyone (?:else )?(?:have|has|without)/],
  ['activity', 5, /讲座|课(?:程)?(?:还|几|什么时候|怎么|在哪|有)|(?:还)?有名额|名额|报(?:个)?名|排练|(?:活动|比赛|晚会|派对|课|讲座|演出)[^。!?]{0,10}(?:几点|哪|时间|怎么|改|取消|要钱|免费|带|参加)|合唱队|舞蹈队|招人|events?\b|class\b|抽奖|集市/],
  ['suggestion', 5, /(?:能|能不能|可以|可不可以|希望|最好)[^,。!?]{0,10}(?:铺|加|装|增|设|改(?:成|为|进)|换成|重新做|放|摆|多|引进|引入|搞|弄|修个|建)[^。!?]{0,16}(?:吗|吧|么|就好了|$)|(?:要是|如果)[^。!?]{0,16}(?:就(?:好|更好|太好|完美|方便))|(?:提|给)[^,。]{0,4}(?:个|点|条)?(?:小)?(?:建议|意见)|(?:太少|不够|不足|太高|太低|太窄)了?[^。]{0,4}(?:建议|能不能|可以)/],
  ['praise', 5, /(?:真|很|好|太|特别|非常|挺|超|老)(?:的)?(?:棒|负责|勤快|勤力|专业|热心|礼貌|有礼貌|耐心|细心|周到|麻利|漂亮|给力|靠谱|巴适|快了|及时|到位|赞|好啊)(?!.{0,8}(?:才怪|但|不过|个屁))|夸(?:1下|一下|一夸|夸)|(?:手艺|脾气|服务态度|态度|人品|人)(?:真|很|特别|非常|太|挺|超级?)?好(?!.{0,3}(?:点|1点|些|吗|不))|巴适|(?:修|扫|拖|弄|收拾|打理)得(?:真|很|特别|非常|挺|好)?(?:好|干净|漂亮|快|利索)|(?:热情|及时|贴心|敬业)(?!.{0,3}吗)|拾金不昧|好人|love (?:the|our|how)|keep (?:it )?up|fixing [\w ]{0,14}so (?:fast|quickly)|thank (?:him|her|them)\b/],
  ['spam', 4, /line[:：]?\s?[a-z\d]{3,}|日(?:领|结)|诚征|打字员|团长|招(?:募|人|聘)[^。]{0,10}(?:加|联系|薪)|(?:元|块)(?:起|\/斤|1斤|一箱|1箱)|(?:包邮|现货|批发|厂家|直销|低价|折扣|首充|免抵押|放款)|(?:limited|special) (?:offer|deal)|% off/],
  ['other', 4, /^(?:[.。,，…·?!\s]+|\d{5,7}|[a-z]{4,10}|图片|照片|语音|\[.{1,4}\]|视频|表情)$|我是(?:新来的)?(?:保安|保洁|维修工|员工|物业的|师傅)|(?:几点|今天)?换班|(?:寻|找)(?:猫|狗|物|人启事)|(?:猫|狗|钥匙|钱包|手机|耳机|包|快递)(?:丢|掉|走丢|不见)了|发错(?:了|群|人)|password/],
  ['smalltalk', 4, /晚安|早点休息|吃(?:饭)?了(?:没|吗)|电影|追剧|打游戏|心情|好累|好困|下班了(?:没|吗)|辛苦吗|机器人|你(?:真|好|太)(?:棒|厉害|聪明|可爱|笨)/],
  // second reading
  ['praise', 5, /温暖|效率(?:真|很|杠杠|超|太)?(?:高|杠杠|可以|快)|锃亮|又快又|满分(?!多少)|主动(?:帮|问|打招呼)|(?:速度|动作)(?:真|很|太|挺|够)?(?:快|可以|给力)|嘎嘎好|没得说|杠杠的|人超好|暖(?:心|到)|表现(?:很|真|特别)?好|well done|lovely|so kind|always (?:so )?(?:kind|smil|helpful|friendly)|did (?:a |an )?(?:great|good|excellent|wonderful)|keep up/],
  ['cancel', 6, /(?:取消|撤销|撤回|作废)(?:掉|吧|了|啦|哈|先|哦)*[\s.!]*$|撤诉|(?:单子?|预约|订单|申请)[^,。]{0,5}(?:删|不要)(?:了|掉)|(?:don'?t|do not|no need to) (?:send|come|bother)|disregard (?:my|the|that)|(?:it'?s|is) working (?:again|now)|(?:不|别)(?:派|来|叫)人(?:了|啦)|(?:不|唔)整(?:了|住|啦)|取消(?:我|报名|先|掉)|不(?:做|搬|去|报|约|弄|整)(?:了|住先|啦)(?:[,。\s!]|$)/],
  ['edit', 5, /改(?:到|成|去|做|为|在|约)?(?:今天|明天|后天|大后天|周|下周|星期|礼拜|上午|下午|晚上|早上|中午|\d{1,2}[点号:])|(?:提前|推迟|延后|晚|早)(?:1|一|两|2|半)个?(?:小时|钟头|天|点)|(?:少|多|漏)(?:打|写|填|输)(?:了)?(?:1|一)?(?:位|个|字)|(?:加|补|备注)(?:1|一)?(?:句|条|上|1下|一下)(?!.{0,3}(?:微信))|(?:把|将)(?:描述|内容|时间|电话|地址|房号|问题|日期)[^,。]{0,8}(?:改|换|写)|(?:电话|手机|号码)[^,。]{0,6}(?:换成|改做|改用|用这个)|(?:单元|楼|栋|座|日期|时间|房号)(?:写|填|打|说|报|搞)?错|刚(?:才|刚)?(?:打|写|说|填)(?:错|的)|(?:gave|told|typed|entered|put) (?:you )?(?:the )?wrong|update my|instead$|make it \d|the visit to/],
  ['back', 5, /重选|回(?:到)?(?:上|前)[1一](?:个|步|页)|倒退|(?:wait,? )?go back\b|返回上|退(?:1|一)步/],
  ['handoff.human', 5, /揾(?:个)?(?:真人|人)|put me through|real person|能(?:语音|打电话|视频)(?:通话|吗|说|沟通)?|打我(?:电话|手机)|覆我(?:电话)?|(?:值班|负责|管事)(?:的|人|经理)?[^,。]{0,6}(?:联系|电话|回|在吗|找)|专人(?:联系|与我|跟我|服务)|电话(?:给我|发我|多少).{0,3}$|叫(?:个)?(?:懂|会|能)|说不清(?:楚)?/],
  ['complaint.create', 4, /(?:保安|警卫|管理员|门卫|管家|客服|前台|保洁|师傅|维修工|工人)[^,。!?]{0,12}(?:凶|骂|吼|态度|大小声|不理|睡|瞓|敷衍|拉黑|不回|泼|踩|刮|拖|迟到|鞋套|嚣张)|拖着不(?:给|退|办|修)|第(?:3|4|5|三|四|五|n)次了|老(?:是)?丢|(?:失望|侵犯隐私|隐私|不认账|不赔|谁赔|赔我|赔偿|道歉|说法|太过分)|(?:楼上|隔壁|对门|邻居|楼下)[^,。!?]{0,16}(?:吵|闹|跳|跑|唱|喊|叫|敲|砸|拖|滴|泼|扔|烧|放|占|堆|养|抽|臭)|keeps? \w+ing|screaming|creepy|disrespect|nobody (?:answers|cares|does)|left (?:a |my )?(?:huge |big )?mess|leaves? (?:garbage|rubbish|trash|bags)|公设|(?:形同|如同)虚设|(?:白|光|只)收(?:钱|费)|照收|占着|油车占|群租|私拉|踩得|泥点/],
  ['complaint.status', 5, /(?:那个|我的|我那个|上次的?|之前的?)[^,。]{0,8}投诉|反映的[^。]{0,14}(?:没|吗|怎么|咋|了|如何)|(?:有|出)(?:结论|结果|定论|回复|答复|说法)(?:没|吗|了吗|了没)|投诉(?:编号|案件|单)|ts-\d+|dealt with|(?:smoking|noise|parking|dog|guard)[\w ]{0,10}complaint/],
  ['repair.status', 5, /报上去(?:了)?(?:没|吗)|约好的(?:时间|师傅)?[^。]{0,12}(?:过|没|还)|排到|(?:没|还没)(?:下文|动静|消息|信儿|着落|结果)|(?:你们)?(?:不是)?说(?:好)?(?:的)?(?:昨天|今天|上午|下午|早上|会)[^,。]{0,6}(?:来|修)|(?:有|给)(?:个)?反馈(?:吗|没)|where my repair|my repair (?:order|request)|did the (?:\w+ )?(?:come|show)|(?:get|gets) here|a week since|days? since i|since i reported|待派单|派单/],
  ['fee.question', 5, /分期|入账|到账|转账|转了钱|预缴|预交|车位费|专票|普票|抬头|(?:费|钱|款)[^,。]{0,6}(?:算谁|谁出|谁交|到期|从几号|几号开始)|扣了(?:2|两|3|三)次|付不了|缴费(?:成功|失败)|明细|outstanding|my invoice|sinking fund|charged (?:the )?wrong/],
  ['renovation.question', 5, /(?:装|封|挂|打孔|切割|改|换|拆|铺|刷|做|贴)[^,。!?]{0,12}(?:吗|不$|违规|违规不|要申请|审批|同意吗|让不让|得不得|可不可以|行不行|可以挂哪|有要求)|(?:能不能|可不可以|可以|能|让不让)[^,。!?]{0,4}(?:装|封|改|打通|砸|拆|挂|换门|换窗|打孔|施工)[^,。]{0,14}|打通|(?:瓷砖|施工|工人|装修公司|资质|保险)[^,。]{0,10}(?:吗|没|要求|可以|能)|(?:ok|okay|allowed|can i|may i|possible)[^?]{0,12}(?:to )?(?:drill|replace the (?:window|door|floor)|remove|knock|paint|install|tile|enclose)/],
  ['renovation.apply', 4, /(?:动工|开工|进场|施工)[^,。]{0,8}(?:登记|申请|报备|备案|手续)|(?:登记|申请|报备|备案|办)[^,。]{0,8}(?:动工|开工|进场|装修证|施工证|许可|加班施工|延长装修)|(?:要装修|改主卫|改厨房|打通|重装)[^。]{0,12}(?:申请|许可|报备|登记)|延长装修|requesting|(?:file|need|make) an application|hot work/],
  ['service.paid', 5, /小费|(?:有人|师傅|你们)[^,。]{0,6}(?:擦|洗|装|抬|搬|修电脑|贴膜|打胶)[^,。]{0,6}(?:吗|不|没)|接不接|这种小活|(?:清洗|保洁|洗|装|抬|搬|擦|贴膜|打胶|通)[^,。]{0,14}(?:多少|几钱|价|银子|报价|接吗)|(?:装|安装|挂)(?:1下|一下|个|好)?(?:窗帘|晾衣|电视|镜子|画|置物架|浴霸|花洒|净水|洗衣机|洗碗机|灯)|(?:全屋|日常|深度)(?:保洁|清洁)|阿姨|钟点|(?:assemble|mount|install|hang)\b|weekly cleaning|car wash|happy to pay|babysit/],
  ['outage.question', 4, /(?:大家|邻居|别人|你们)[^。]{0,6}(?:都)?(?:这样|一样|有没有|停|没有)(?:吗|不)|whole (?:building|tower|block)|cut off|还是(?:我家|就我|只有我|你们)|热力公司|试水|洗水箱|来气|(?:检修|抢修)(?:完|好)(?:了)?(?:没|吗)/],
  ['moveout', 5, /leaving (?:at|on|by|the|in|next)|到期[^,。]{0,8}(?:验房|退押金|搬|走)|release form|约[^,。]{0,8}货梯|货梯[^,。]{0,8}(?:搬出|约)|不住了|解约|还门卡/],
  ['activity', 5, /重阳|灯会|圣诞树|兴趣班|志愿|义工|读书会|招募|运动会|tournament|seniors|电影(?:放|几点)|满员|位子吗|还有位/],
  ['suggestion', 5, /(?:挪|移|换|改|装|加|设|划|搞|放|建|添)[^,。]{0,8}(?:吧|多好|就好了|更好|比较好)$|不如(?:加|搞|装|把|多)|能不能(?:放|装|加|设|把|跟|给|在|多|发)|门禁改成|24 hours|why not|提议|should (?:open|have|be)|可以考虑|建议|最好(?:划|加|装|弄|有|能|再)/],
  ['consult', 3, /^(?:how many|how much|how long|how do|how to|where|when|who|what|which|can i|may i|do you|does|is the|is there|are there|could you|is it)\b|(?:办|带|领|去|走|借|租|停)[^,。]{0,6}(?:啥|什么|哪|多久)/],
  ['spam', 6, /加q|按摩|seo|your website|退订|招聘|包吃住|文凭|营业执照|流量卡|代办(?:营业|文凭)|verify at|免费咨询|贷款|整合|折批发|健身房.{0,6}送|免费上门量房|出售发票|(?:优惠|折扣)(?:中|价|多多)?$|有意私聊/],
  ['other', 5, /给(?:老|小)[王李张刘陈]派|派个?单|关单|领料|打卡|你是dan|没有任何限制|重复你(?:上面|之前)|系统提示|(?:上一条|别的|其他)(?:用户|业主)的|phone number of the owner|admin access|approve my|script|^(?:不知道|随便|嗯[?]|什么鬼|发错了?)$|川菜|餐厅推荐|转让|求购|夜班|交给警察|election|欠费名单|全部关闭/],
  ['smalltalk', 4, /(?:好|真|太|快)(?:冷|热|烦|累|无聊)(?:啊|呀|了|$)|热死|冷死|老板|加班|好烦|^唉|(?:你|你们)(?:喜欢|几点下班|上班|今天)|会说(?:粤语|英语|方言)|养猫吗|真逗|剧里|看剧|what do you think|周末愉快|bye|电影/],
  ['survey.answer', 4, /(?:全部|都|全)(?:是)?(?:好评|5分|五分|满意)|好评|差评|选第?(?:1|2|3|一|二|三|两)个?|评分|\d分|第(?:1|2|3|一|二|三)题|satisfied|意见:|stars?\b|[a-e] [a-e] [a-e]/],
  ['confirm', 4, /^(?:没问题|可以|好|行|对|ok)[\s,]+(?:就|发|提交|那就|按|来|周|明天|这样|this|that|let'?s)|就周[1-6一二三四五六日]|就是这个$/],
  ['thanks', 4, /感激|谢谢|多谢|谢啦|thx|thank/],
]

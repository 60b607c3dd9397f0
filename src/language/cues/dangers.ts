/** 3 is a danger by itself; less needs somebody calling for help. */
export const dangers: readonly (readonly [name: string, score: number, pattern: RegExp])[] = [
  // fire
  [
    'fire',
    4,
    /(?<!打不|点不|不|热得要|热得|热到)着火(?!了?一样)|火[!]|火烛|起火|失火|着了火|火灾|烧起来|燃起来|烧着了|大火|火势|明火|救火|灭火(?!器|系统|演|毯)|火苗|火都|烧干了?|着起来|(?:房子|厨房|阳台|楼上|楼下|车|电动车|电瓶车|垃圾桶|柜子|锅|被子|草).{0,6}(?:烧了|烧着|着了|在烧)|点着了|(?:家|楼|楼道|房|厨房|阳台|车库|隔壁|邻居).{0,4}火光|冒火(?!星|花)|窜火/,
  ],
  [
    'fire',
    3,
    /(?:浓烟|黑烟|好大的?烟|大量的?烟|全是烟|都是烟|很多烟|好多烟|烟很大|烟好大|烟雾(?!报警|感应|探测)|烟滚滚)|冒烟|冒着?(?:黑|白|浓|青)?烟|有烟冒/,
  ],
  [
    'fire',
    3,
    /\b(?:fire|flames?|burning|in smoke|smoke (?:is )?(?:coming|everywhere|in|from|pouring)|(?:thick|heavy|black|lots of|full of|so much|white|smell|smelling|see|seeing) smoke|on fire|smoking (?:socket|outlet|wire|panel|box)|is smoking|explod\w*|explosion)\b(?! (?:door|drill|extinguish|exit|alarm (?:test|keeps)|escape|hydrant|station|safety|lane|system|engine access))/,
  ],
  [
    'burning',
    2.5,
    /焦味|烧焦|烧糊|糊味|焦糊|胶皮味|塑料味|烧塑料|橡胶味|烧电线|烧东西的?味|燶味|burn(?:ing|t) smell|smell of burning|smells? (?:like )?(?:something )?burn/,
  ],
  ['explosion', 4, /爆炸|(?<!灯|灯泡|灯管|玻璃|鸡)炸了(?!锅|毛)|爆了一声|轰的一声/],
  // gas
  [
    'gas',
    4,
    /(?:煤气|燃气|天然气|瓦斯|液化气)(?:[^,。!?]{0,10})?(?:味|臭|泄漏|泄露|漏气|漏了|在漏|漏(?!水|电)|没有?关|忘(?:了|记)?关|管[^,。]{0,4}(?:断|破|挖|裂)|嘶)|(?:漏|泄漏|泄露|闻到|有股|一股)[^,。!?]{0,6}(?:煤气|燃气|天然气|瓦斯|液化气)|臭鸡蛋|煤气中毒|一氧化碳|co中毒/,
  ],
  [
    'gas',
    4,
    /\bgas\b.{0,20}(?:leak|smell|hiss|odou?r)|(?:smell|leak|odou?r)\w*.{0,14}\bgas\b|carbon monoxide|rotten eggs?/,
  ],
  // lift
  [
    'lift',
    4,
    /(?:困|关|卡|锁|夹|堵)(?:在|喺|到|住|死|了)?[^,。!?]{0,8}(?:电梯|轿厢|升降机|货梯|客梯|𨋢)(?!.{0,4}(?:费|口))|我们?(?:\S{0,3})?(?:还)?在(?:电梯|升降机|𨋢)(?:里面?|内|入面)[^。]{0,10}(?:打不开|不动|停了|停住|卡|没电|黑|灭|出不|按)|(?:被)?锁在[^,。]{0,5}(?:天台|楼顶|地下室|楼梯间|阳台|电梯)|(?:电箱|配电|电表箱|电井)[^,。]{0,4}(?:进水|泡水|漏水)|(?:电梯|轿厢|升降机|货梯|客梯|𨋢|\blift\b|elevator)[^。!?]{0,22}(?:困|被关|关住|关人|夹住|夹到|夹人|卡着人|卡住人|(?:里面?|里头|内|轿厢)有(?:人|老人|小孩|孩子|\d个?人|个)(?!.{0,3}(?:吐|尿|抽烟|占|一直按|扔|吸烟|拉))|有人(?:被|困|在里|在电梯|出不来)|出不来|出不去|出唔到|出不到|出唔嚟|闷死|里面(?:还)?有|坠|掉下|往下掉|冲顶|急坠|急降|自由落体|猛地往下)/,
  ],
  [
    'lift',
    3,
    /(?:停|卡)在(?:半空|半路|中间|两层|二层|\S{1,3}楼)[^。!?]{0,14}(?:有人|里面|出不来|困|我们|小孩|老人)|我(?:们)?(?:被)?(?:困住|困在|关在里面|卡在里面|出不来|出不去)/,
  ],
  [
    'lift',
    4,
    /\b(?:stuck|trapped|locked|shut)\b.{0,24}\b(?:lift|elevator)|\b(?:lift|elevator)\b.{0,44}\b(?:stuck (?:with|inside)|trapped|people inside|someone inside|can'?t get out|plunged|dropped|free ?fall|with (?:me|us|people|someone|a (?:kid|child)) inside|inside it|we'?re stuck|i'?m stuck|am stuck|are stuck)|\btrapped\b/,
  ],
  [
    'trapped',
    3,
    /(?:小孩|孩子|宝宝|老人|娃|爷爷|奶奶|细路|小朋友|人)[^,。!?]{0,8}(?:被?困|卡住|夹住|夹到|卡在|卡到)|被困|困住了/,
  ],
  // medical
  [
    'medical',
    4,
    /晕倒|昏倒|晕过去|昏过去|昏迷|晕厥|晕咗|休克|心梗|心脏病|心脏骤停|脑溢血|脑梗|中风|抽搐|癫痫|口吐白沫|羊癫疯|窒息|噎住|噎着|卡喉|(?:没|没有|无|停止|停了)呼吸|没气了|没了?意识|失去意识|不省人事|叫不醒|没反应了?人|喘不[上过]气|呼吸困难|唞不到气|心口(?:很|好|特别)?(?:痛|疼|闷)|胸闷|心绞痛|误吞|吞了(?=.{0,6}(?:电池|硬币|药|珠))|抽过去|胸口(?:很|好|特别|突然)?(?:痛|疼|闷)|胸痛|大出血|流血不止|血?止不住血?(?=.{0,4}$|.{0,12}(?:血|头|手|脚))|流血止不住|血止不住|滑倒|呕血|被车撞|撞(?:到|了|伤|倒)(?:个)?(?:人|老人|小孩)|车祸|压住(?:了)?|压到(?:了)?(?:人|1个人)|中暑|烧伤|流了?(?:很多|好多|一地)的?血|满[头脸身]是?血|血流|全是血|割腕|吞药|喝农药|溺水|掉(?:进|下|到|落)?(?:水|池|泳池|井|湖|河)(?:里|中|去)?|落水|救护车|打了?120|叫120|急救|人工呼吸|心肺复苏|突发疾病|突然倒(?:下|地|在)|呼吸机|掉(?:进|到)?[^,。]{0,4}(?:井|坑|沟)(?:里|头|中)?|头晕(?=.{0,8}(?:气|煤|燃))|(?:气|煤|燃).{0,10}头?有?点?晕|倒在(?:地|路|楼|电梯|大堂|家|卫|小区|花园|车库|门口)|不行了(?=.{0,6}(?:快|救|120|老))|瘫倒|食物中毒|烫伤(?!膏)|过敏性休克|临产|羊水破|快生了|要生了|骨折|摔(?:下来|下去|下楼|得很重|断|昏|晕)|(?:坠|跳|掉下)楼|摔倒[^。!?]{0,10}(?:起不来|动不了|不动|流血|站不起来|爬不起来)|起不来了|动不了了|摔破头|头破血流/,
  ],
  [
    'medical',
    4,
    /\b(?:injured|badly hurt|is hurt|lots of blood|hit by a car|run over|collapsed|unconscious|unresponsive|not responding|passed out|faint(?:ed|ing)?|heart attack|stroke|seizure|convuls\w+|chest pain|not breathing|can'?t breathe|cannot breathe|stopped breathing|chok(?:ing|ed)|ambulance|bleeding|overdos\w+|drown\w*|cpr|not moving|can'?t get up|cannot get up|severe(?:ly)? (?:injur\w+|burn\w*)|blood everywhere|fell (?:down|from|off)(?=.{0,40}(?:hurt|move|blood|head|unconscious|get up)))\b/,
  ],
  // crime
  [
    'crime',
    4,
    /爆窃|爆门|撬开|在打(?:人|1个|一个|他|她|我|保安|外卖|老人|女)|围着[^,。]{0,6}打|抢劫|打劫|持刀|拿刀|拿着刀|菜刀|砍人|捅人|杀人|行凶|绑架|劫持|枪|入室|闯进|闯入|撬门|撬锁|撬我家|爬窗|翻窗|爬进|翻墙进|破门|砸门(?!牌)|踹门|猥亵|强奸|性侵|家暴|打老婆|打女人|打人(?!电话)|打起来|打架|群殴|斗殴|互殴|动手打|动手了|被打了|抓住(?:个|一个)?小偷|(?:有|来|进)了?(?:个)?(?:小偷|贼)|小偷(?:在|正|进|还|来|爬)|正在偷|在偷(?!懒)|尾随我|跟踪我|一直跟着我|抢(?:小孩|孩子|包|手机|钱)|偷小孩|拐|不让我走|威胁要|要杀|报警(?!器|系统|灯|阀|e\d|代码|声|按钮|电话|后|\d|找|处理)|炸弹|可疑(?:包裹|人员)|非礼/,
  ],
  [
    'crime',
    4,
    /\b(?:robbery|robbed|robbing|mugged|mugging|break(?:ing)? in(?:to)?|broke in(?:to)?|burglar\w*|intruder|thie(?:f|ves)|knife|gun|stabb\w*|assault\w*|attack(?:ed|ing)|fighting|fight(?= (?:broke|is|in|going|happening))|beating|beaten|kidnap\w*|following me|trying to (?:open|force|get in|pry|break)|prying|someone is stealing|stealing|call(?:ed|ing)? the police|domestic violence|threaten\w*)\b/,
  ],
  [
    'suicide',
    5,
    /跳楼|(?:天台|楼顶|阳台|窗台)[^,。]{0,6}跳|要跳下|想跳|自杀|轻生|寻短见|不想活|扒(?:着|在)?(?:窗|阳台|栏杆)|(?:好像|快|想|准备|说)要?跳(?!舞|绳|闸|广场|票|槽)|站在(?:楼顶|天台|阳台外|窗台|栏杆)|坐在(?:楼顶|天台|窗台)(?:边|外)?|about to jump|going to jump|suicid\w*|wants to die|standing on the (?:ledge|roof)/,
  ],
  [
    'missing',
    3,
    /(?:孩子|小孩|娃|女儿|儿子|宝宝|老人|奶奶|爷爷|老爸|老妈|妈妈|爸爸)[^,。!?]{0,10}(?:不见了|走丢|走失|丢了|找不到)|(?:missing|lost) (?:child|kid|boy|girl)|(?:child|kid|son|daughter|boy|girl)\b.{0,12}(?:is missing|missing|disappeared|can'?t find)/,
  ],
  // flood
  [
    'flood',
    3,
    /水淹|淹了|淹水|被淹|要淹|淹到|倒灌|水漫(?!画)|漫到|漫过|漫进|越来越深|还在(?:往上)?涨|快淹|漫进|灌进来|灌水|灌进|涌进|水涌|发大水|洪水|内涝|水已经到|积水.{0,6}(?:膝|腰|半米|1米|齐|没过)|没过(?:脚|膝|小腿|腰|轮胎)|水都?到(?:膝|脚踝|小腿|腰)|水浸|成河|变河|成了?水帘洞|瀑布(?:一样|似)|flood(?:ed|ing|s)?\b|water (?:is )?(?:pouring|gushing|rising|rushing)|knee.?deep|ankle.?deep|gushing|burst(?:ing)? (?:water )?(?:pipe|main)|(?:pipe|main)s? (?:has |have |just )?burst/,
  ],
  [
    'burst',
    2.5,
    /爆管|(?:水管|管道|管子|主管|总管|消防管|消防栓|阀门|软管|暖气管|暖气片|接头)[^,。!?]{0,8}(?:爆|炸|崩|裂开|喷|断了)|爆了?(?:水管|水喉|管)/,
  ],
  // electricity
  [
    'shock',
    4,
    /触电|(?:遭|被)电(?!话|梯|动|视|瓶)(?:了|到|倒|晕|麻|击)?|电到(?:人|我|手|了|小孩|孩子)|电击|电倒|(?:漏电|带电|有电|过电)[^。!?]{0,10}(?:麻|人|手|打|电|碰|摸|洗澡|水龙头|危险)|(?:摸|碰|洗澡|开水龙头)[^。!?]{0,10}(?:麻手|发麻|麻了|电人|电麻|被麻|有电|触到电)|麻手|电麻|electrocut\w*|electric(?:al)? shocks?|(?:got|get|getting|gave|gives?|giving) (?:me |him |her |my \w+ |us )?(?:a |an |electric )*(?:shocked|shocks?|zapped)|\bshocked by\b|live wire|exposed wire/,
  ],
  ['shock', 3, /电线(?:[^,。!?]{0,8})(?:掉|断|垂|裸露|耷拉|搭在|泡在)|高压线|漏电/],
  // falling parts
  [
    'falling',
    3,
    /(?:外墙|墙砖|瓷砖|砖头?|玻璃|幕墙|窗户|窗扇|广告牌|招牌|空调外机|外机|护栏|栏杆|天花板?|吊顶|吊灯|顶棚|石材|石膏|水泥块|混凝土|雨棚|树|树枝|大树|脚手架|阳台板|瓦片|铁皮|花盆)[^,。!?]{0,14}(?:掉下|掉落|坠落|坠下|脱落|(?<!滴水|被.{0,3})砸(?!碎|坏|墙|门|烂)|塌|倒下|倒了|倒在|要掉|快掉|快倒|要倒|摇摇欲坠|悬在|吊在|松动要|掉了下来|跌落|跌咗|掉到|往下掉|在掉)|砸到(?:人|车|我|头|小孩|孩子)|坍塌|塌方|塌了|要塌|快塌|塌陷|地陷|(?:tiles?|glass|window|panel|ceiling|facade|cladding|concrete|sign|branch|tree|balcony|plaster|bricks?|wall)\b.{0,24}(?:fall(?:ing|en)|fell|collaps\w+|hanging (?:by|loose)|about to fall|came down|dropp\w+)/,
  ],
  [
    'child',
    3,
    /(?:小孩|孩子|宝宝|娃|女儿|儿子|两岁|三岁|bb仔?|婴儿|baby|toddler|child|kid|son|daughter)[^。!?]{0,16}(?:反锁|锁在|锁里面|一个人在里面|爬到窗|爬上窗|站在窗|挂在|悬在|趴在窗|locked (?:inside|in)|stuck|trapped)|(?:反锁|锁在)[^。!?]{0,10}(?:煤气|灶|火|锅|里面有?(?:小孩|孩子|宝宝|婴儿))|锅(?:还)?(?:在|开着|烧着)|(?:煤气|灶|火)(?:还)?(?:开着|没关)/,
  ],
  ['help', 2.5, /快来人|来人啊|出大事|救命|救我|救救|快救|sos|help me\b|\bmayday\b|出人命|出事了|人命/],
  [
    'poison',
    3,
    /毒蛇|蛇[!]|大蛇|蛇进|1条大?蛇|一条大?蛇|有条?蛇|疯狗|狗咬人|狗咬了|被狗咬|咬伤|马蜂窝|snake|dog bit|bitten/,
  ],
]

/** Nobody is in danger now: rumours, drills, films, what once was, what might be. */
export const calming: readonly (readonly [name: string, score: number, pattern: RegExp])[] = [
  [
    'a little water',
    -2.5,
    /(?:leak|drip|seep)\w*\s+(?:just )?(?:a (?:little )?(?:bit|little)|slightly|slowly)|slight(?:ly)? (?:leak|drip)|有点(?:漏水|滴水|渗水)|(?:漏|滴|渗)(?:1|一)点(?:点)?水?|轻微(?:漏|渗)/,
  ],
  ['near miss', -2.5, /差点|差1点|差一点|险些|幸亏|幸好|nearly|almost/],
  [
    'rumour',
    -4,
    /听说|据说|听讲|听人讲|(?:群|朋友圈|抖音|网上|新闻|业主群)[里上]?[^,。!?]{0,6}(?:说|传|讲|发|看到|都在)|有人说|传言|谣言|谣传|辟谣|真的假的|是真的吗|系咪真|真假|是不是真|真有|is it true|i heard|heard (?:that|there)|rumou?r|someone said|people (?:are )?say(?:ing)?|saw on/,
  ],
  ['elsewhere', -4, /隔壁小区|别的小区|其他小区|对面小区|外地|老家|公司(?:那边)?|another estate|新闻/],
  [
    'drill',
    -5,
    /演习|演练|彩排|模拟|应急培训|消防培训|剧里|剧中|这剧|这部剧|片里|急救(?:箱|培训|课|知识|证)|培训|电影|电视剧|电视里|小说|游戏|剧本|短视频|视频里|段子|纪录片|片子|话剧|密室|drill|movie|film|exercise|rehears|simulation|video game|tv show|novel|series/,
  ],
  [
    'over',
    -5,
    /现在(?:已经)?(?:都)?(?:好了|没事|不冒|正常|灭了|没有了|没味|不漏)|已经(?:好了|没事|灭了?|扑灭|处理|解决|修好|救出|救出来|送医|送医院|出院|关掉|关了|抓到|抓住|康复|恢复|不漏|平息|散了|走了|报警处理|没烟|没味)|没事了|(?:被)?扑灭了|灭了|救出来了|(?:救|弄|放|走|抱)出来了|解除了?|虚惊|平安|都好了|修好了|康复|出院|(?:is|are|was|were|it'?s|all|now) (?:fine|ok|okay|over|resolved|fixed|put out|safe)(?! now\?)|already (?:fixed|out|over|resolved|gone)|no longer|handled|dealt with|后来(?:才|就|发现|修|好|没|是|自己|又好|处理)/,
  ],
  [
    'past',
    -2.5,
    /昨[天晚日夜]|前[天晚]|前几天|上(?:个?星期|周|次|回|个?月|礼拜)|去年|前年|以前|之前|那次|那天|曾经|当时|早前|上半年|几年前|小时候|\d{1,2}月份|多年前|last (?:week|night|month|year|time)|yesterday|(?:days?|weeks?|months?|years?) ago|used to|back then|the other day/,
  ],
  [
    'what-if',
    -3.5,
    /如果|万一|假如|要是|假设|若是|若有|会不会|容易|以免|免得|防止|预防|避免|杜绝|隐患|怕(?!疼|痛)|担心|早晚|迟早|会(?:引发|导致|造成|引起)|可能(?:会|引发|造成)|出了?(?:火灾|事).{0,4}(?:谁|怎么|咋)|怎么逃生|逃生(?:路线|通道)|\bif (?:there|a|the|someone|we|it|i)\b|in case|what if|\bcould (?:cause|lead|be)|might|worr(?:y|ied)|risk|prevent|hazard|afraid/,
  ],
  [
    'consult',
    -3,
    /(?:建议|希望|能否|能不能|可否|可不可以)[^。!?]{0,16}(?:装|加|设|放|检查|培训|宣传|增加|组织|排查|搞|办)|怎么(?:预防|办理|用|报|买|申请|参加|报名)|在哪(?:里)?(?:买|领|看)|保险|年检|安检|检查(?:时间|通知|什么时候|几点)|保养|讲座|知识|宣传|几点(?:开始|结束)|什么时候(?:搞|办|举行|开始|来检|检)|(?:能|可以|让)(?:进|开进|停)[^。!?]{0,8}吗|怎么罚|aed|defibrillator|第几|该(?:怎么|按|找谁|打哪|如何)|想教|费用|多少钱|收费|卡(?:充|在哪)|充值|(?:表|费|卡|开户|过户|缴|通气|点火)(?:怎么|在哪|多少|吗)|是谁处理|谁负责|suggest|how (?:do|can) i (?:use|pay|register|apply|join)|inspection|annual check|\bbills?\b|\bfees?\b|top up|maintenance (?:schedule|notice)/,
  ],
  [
    'negated',
    -5,
    /没(?:有)?(?:着火|失火|起火|冒烟|漏气|人受伤|人被困|被困|困人|出事|爆炸|什么大事|闻到)|不是(?:着火|火灾|起火|漏气|煤气|真的|真火|打架|小偷|急救)|并没|没着|不用(?:急救|救护车|报警|120|119)|误报|误触|误按|按错|false alarm|no (?:fire|smoke|one (?:is )?(?:hurt|trapped|inside))|not (?:a |an )?(?:fire|emergency|urgent)|nobody (?:is )?(?:hurt|trapped|inside)|里面没人|没人困|没有人困|没人(?:受伤|在里)/,
  ],
  [
    'figure',
    -4,
    /火(?:爆|锅|车|腿|热|烧云|龙果|鸡)|发火|大动肝火|窝火|火大|恼火|上火|一肚子火|气炸|肺都?(?:要)?气炸|气(?:得|到).{0,4}(?:吐血|心脏病|晕|爆炸)|(?:急|气|笑|热|吵|烦|累|臭|冷|冻|困|饿|无聊|贵|难看|社)死(?!了?人)|要命|吓死|(?:朋友圈|群里?|评论区)[^,。]{0,4}炸(?:锅|了)|炸锅|打劫一样|跟抢劫|像抢劫|抢钱|等于抢|简直抢|明抢|比抢|抢车位|抢购|被电话|救火队员|救命稻草|(?:贵|坑|吵|热|丑|难|无语).{0,4}救命|救命.{0,6}(?:好吵|太吵|吵死|好热|好冷|好贵|太贵|好困|笑|可爱|好吃|无语|怎么这么|为什么)|爆(?:款|满|棚|料|笑|表|单)|电话(?:被)?打爆|打爆|打(?:不|太)通|daylight robbery|highway robbery|killing me|dying of|on fire lately|fired up|this is killing|heart attack (?:when|seeing)|拍戏|困难|很困|好困|太困|犯困|困扰|困惑|被套路|要死了?[,\s]*救命|加班|晕(?:头|车|乎)|看晕|我晕|吐槽/,
  ],
  [
    'smoking',
    -4,
    /抽烟|吸烟|烟头|烟味|二手烟|烟民|油烟(?!机|管)|烟道|香烟|烟瘾|烧香|烧纸|炊烟|做饭的?烟|smoking (?:in|on|area|at)|cigarettes?|smok(?:es|er)/,
  ],
  [
    'equipment',
    -3,
    /灭火器|消防栓|烟感|烟雾(?:报警|感应|探测)|报警器|消防通道|消防门|防火门|消防(?:车道|设施|设备)|应急灯|疏散|gas (?:meter|bill|card|account|man|company)|(?:煤气|燃气|天然气)(?:费|卡|表|公司|灶打不|灶点不|开户|缴|热水器(?:打不|不出|不热|坏|点不)|停了|没了|停气|不够|师傅|阀门(?:在哪|怎么))|停气|没气(?!了.{0,3}(?:人|救))|fire (?:door|drill|extinguisher|exit|alarm|hydrant|escape|lane)/,
  ],
  [
    'gone-by',
    -4,
    /(?:被偷|偷了|失窃|丢了)[^。!?]{0,20}(?:监控|找谁|怎么办|赔|谁负责|说法)|(?:调|看|查)(?:一下)?(?:下)?监控|(?:was|were|got|been) (?:stolen|broken into|robbed)/,
  ],
  ['tv', -3, /(?:楼上|邻居|隔壁).{0,8}(?:天天|经常|老是|总是|每天).{0,6}(?:打架|吵|打孩子|骂)/],
]

/** Somebody calls for help, here and now. */
export const calling: readonly (readonly [score: number, pattern: RegExp])[] = [
  [
    1,
    /快来|快点来?|快(?:派|叫|通知|救|去)|赶紧|赶快|马上|立刻|立即|速来|速度来?|紧急|十万火急|急急急|火速|hurry|quick|asap|right now|immediately|emergency|urgent|come now|at once/,
  ],
  [1, /救命|救人|救我|help\b|sos|来人|快跑|120|119|110|报警/],
  [0.5, /[!]/],
  [1, /正在|现在|此刻|还在|刚刚|刚才|突然|目前|right now|just now|\bnow\b|still|currently/],
]

/** Takes the calm back: 不是演习, 又冒烟了. */
export const really: RegExp =
  /不是(?:演习|演练|开玩笑|演戏|电影|误报|虚惊|谣言)|真的?(?:着火|起火|失火|冒烟|漏气)|真(?:着|起)火|又(?:开始)?(?:冒|着|漏|困|烧|起火|闻到|有味|晕|打|爆)|不开玩笑|not a (?:drill|joke)|this is (?:real|not)|no joke|again now|(?:今天|现在|刚才|刚刚|今早)(?:又|再次|更)(?=[^,。]{0,4}(?:冒|着火|漏|困|烧|有味|闻|起火|晕|打))/

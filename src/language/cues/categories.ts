import type { ComplaintCategory, RepairCategory } from '../../domain/matter.ts'
import type { CategoryCues } from '../category.ts'

export const repairCues: CategoryCues<RepairCategory> = [
  ['elevator', 6, /电梯|升降机|货梯|客梯|扶梯|轿厢|\blifts?\b|elevator|困梯|\d号梯|那部梯|部𨋢|𨋢/],
  ['gas', 6, /燃气(?!热水器|灶打不|灶点不)|煤气(?!灶打不)|天然气|瓦斯|\bgas\b|沼气/],
  ['gas', 2, /臭鸡蛋/],
  [
    'network',
    6,
    /宽带|网络|wi-?fi|光猫|路由器|断网|上不了网|没网|网断|网线|网速|网口|弱电箱|internet|broadband|router|\bnet is|信号|电视没|机顶盒|网太|连不上网|上不到网|没有网/,
  ],
  [
    'access_control',
    6,
    /门禁|可视对讲|对讲|刷卡|刷脸|人脸|门卡|门磁|单元门.{0,6}(?:刷|识别|打不开|进不)|楼栋门|闸机|蓝牙开门|intercom|key ?fob|access card|door phone|card reader|entry (?:system|phone)|门口机|刷不了|刷不开|密码锁.{0,6}(?:单元|大堂)|turnstile/,
  ],
  ['access_control', 3, /单元门|大堂门|呼叫/],
  [
    'parking',
    6,
    /道闸|车库门|车位锁|地锁|停车场.{0,5}(?:杆|闸)|抬杆|车牌识别|充电桩|车库.{0,4}(?:卷帘|闸)|停车|车位|barrier|charging (?:pile|station)|ev charger|parking|car ?park gate|起落杆|栏杆不抬/,
  ],
  [
    'public_lighting',
    7,
    /(?:楼道|走廊|楼梯间?|过道|走道|路|车库|地库|大堂|停车场|小区|花园|梯间|门厅|公共|园区|感应|声控|应急|单元|景观|地下室|架空层|庭院)[^,。.!?]{0,8}(?:灯|照明|漆黑|黑灯瞎火|乌漆|黢黑)|(?:灯|照明)[^,。.!?]{0,6}(?:楼道|走廊|楼梯|过道|车库|地库|大堂)|路灯|street ?lights?|lamp ?post|(?:corridor|hallway|stair\w*|lobby|car ?park|garage|garden|outside|landing|courtyard|path)[\w ]{0,20}(?:lights?|lamps?|bulbs?|dark)|(?:lights?|lamps?|bulbs?)[\w ]{0,20}(?:corridor|hallway|stair|lobby|car ?park|garage|garden|landing|courtyard|path)/,
  ],
  [
    'electrical',
    5,
    /跳闸|没电|停电|断电|插座|开关(?!门)|电闸|空开|漏电|触电|短路|电箱|配电|保险丝|火花|火星|电线|灯管|灯泡|电表|线路|麻手|电到|烧了.{0,3}线|冒火|no power|power (?:cut|out|trip)|tripp?(?:ed|ing)|socket|outlet|breaker|fuse|wiring|switch|spark|lights?\b|lamp|bulb|electric|电压|没得电|电人|不来电/,
  ],
  [
    'hvac',
    6,
    /空调|暖气|地暖|供暖|新风|中央空调|不制冷|不制热|暖气片|排风|通风|出风口|air ?con\w*|\bac\b|a\/c|heating|radiator|hvac|ventilat|风机盘管|采暖|室内机|外机|温控/,
  ],
  [
    'doors_windows',
    5,
    /门锁|锁芯|锁坏|锁打不开|钥匙|防盗门|入户门|房门|木门|推拉门|玻璃|窗|纱窗|门把手|把手|合页|铰链|闭门器|防火门|大门|门关不|门打不开|门坏|门吱|门框|卷帘门|门吸|反锁|锁在|指纹锁|密码锁|智能锁|door|window|\block(?:ed)?\b|hinge|glass|handle/,
  ],
  [
    'structure_leak',
    7,
    /(?:天花板?|天花|屋顶|顶棚|吊顶|顶上|墙(?:面|体|角|壁|上|皮|纸)?|外墙|楼板|飘窗|窗台|窗边|阳台顶|楼顶|房顶|地下室顶|车库顶|露台)[^,。.!?]{0,10}(?:渗|漏水?|滴水|返潮|发霉|潮|湿|水渍|水印|水迹|鼓包|起泡|霉)|(?:渗|漏|滴)[^,。.!?]{0,6}(?:天花|屋顶|墙|顶)|渗水|楼上.{0,6}(?:漏|渗|滴)|(?:漏|渗|滴).{0,4}(?:到|下来).{0,3}我家|漏雨|防水|裂缝|开裂|空鼓|墙皮|脱落|瓷砖.{0,4}(?:掉|翘|裂|鼓|起拱)|沉降|塌|leak\w*[\w ]{0,20}(?:ceiling|wall|roof|above|upstairs)|(?:ceiling|wall|roof)[\w ]{0,25}(?:leak|drip|damp|wet|mou?ld|crack|stain|water)|seepage|cracks?\b|damp|(?:from|by) (?:the )?(?:flat )?(?:above|upstairs)/,
  ],
  [
    'plumbing',
    4,
    /水管|水龙头|龙头|马桶|坐便|厕盆|下水|地漏|水槽|洗手盆|洗手台|洗菜盆|面盆|水池|花洒|角阀|阀门|水表|堵了|堵住|堵塞|不下水|反水|返水|污水|漏水|爆管|水压|水小|没水|停水|断水|黄水|软管|冲水|水箱|淋浴|浴缸|返臭|返味|三角阀|管道|管子|水很小|水浑|pipe|faucet|\btaps?\b|toilet|sink|drain|clog|block(?:ed|age)|\bleak|plumb|shower|flush|water (?:pressure|leak|everywhere|supply)|no (?:hot )?water|basin|sewage|cistern|喷水|溢水|出水|水浸|厕所|下水道|粪|飙水|滋水|积水|通厕|疏通|通下水/,
  ],
  [
    'appliance',
    6,
    /热水器|油烟机|抽油烟机|冰箱|洗衣机|电视(?!.{0,3}信号)|微波炉|消毒柜|灶具|燃气灶|煤气灶|壁挂炉|烤箱|洗碗机|净水器|浴霸|排气扇|换气扇|电饭煲|煤气炉|燃气热水器|water heater|fridge|washing machine|oven|stove|microwave|dishwasher|cooker|boiler|hood\b|dryer/,
  ],
  [
    'landscaping',
    6,
    /树|绿化|草坪|花坛|喷头|喷灌|灌溉|枯|灌木|绿植|花园(?!.{0,4}灯)|草(?:地|太|长)|tree|lawn|hedge|sprinkler|garden(?!.{0,8}light)|branch|plants?\b|bush/,
  ],
  [
    'other',
    2,
    /井盖|消防栓|灭火器|烟感|快递柜|信报箱|信箱|健身器材|跑步机|滑梯|秋千|地砖|路面|台阶|护栏|栏杆|扶手|监控|摄像头|垃圾桶|晕|昏|流血|心脏|打架|小偷|撬|抢|救命|跳楼|蛇|manhole|cctv|camera|mailbox|treadmill|gym|swing|railing|handrail|pavement|tiles?|smoke (?:alarm|detector)/,
  ],
  ['electrical', 4, /灯(?!笼|塔)/],
  ['parking', 5, /升降杆|起落杆|抬杆|栏杆机|挡车/],
  ['appliance', 4, /热水(?:器)?(?:时有时无|不热|不稳定|忽冷忽热|没有?了)/],
  ['doors_windows', 5, /进户门|入户门|大门|门(?:关|锁|开|缝|轴|合页|框|下沉)|锁/],
  ['plumbing', 5, /去水(?:渠|位|口)|排水|渠(?:塞|堵)|马桶|坐厕|花洒|龙头/],
  [
    'access_control',
    5,
    /keypad|fob|\bcard\b[^.!?]{0,20}(?:door|gate|entrance|reader)|读卡|开门(?:码|密码)|访客机/,
  ],
  ['network', 4, /网(?!球|购|红|点|上|格|友|吧)/],
  ['hvac', 3, /制冷|制热|冷风|热风|不凉/],
  ['structure_leak', 4, /水印|水渍|发霉|起皮|鼓包|返潮|霉斑|往下渗|外墙/],
  ['elevator', 3, /轿厢|楼层按钮|按键.{0,6}楼层|梯门/],
]

export const complaintCues: CategoryCues<ComplaintCategory> = [
  [
    'renovation_noise',
    12,
    /装修[^。!?]{0,14}(?:吵|噪|响|敲|砸|钻|声|休息|睡|扰|停|点)|(?:吵|噪|敲|砸|钻|电锤|冲击钻|施工|打墙|拆墙|锯)[^。!?]{0,12}装修|(?:早上|中午|晚上|半夜|点|周末|周日|节假日)[^。!?]{0,12}(?:装修|施工|电钻|冲击钻|电锤|砸墙|钻墙|打钻)|电钻|冲击钻|电锤|砸墙|钻墙|敲墙|打墙|拆墙|施工噪|renovat|drilling|hammering|construction noise|jackhammer|装修/,
  ],
  [
    'noise',
    6,
    /吵|噪音|噪声|扰民|蹦迪|唱歌|k歌|卡拉|音响|广场舞|打麻将|麻将|跑来跑去|跳绳|弹琴|钢琴|练琴|咚咚|砰砰|大声|喧哗|嗨|派对|打鼓|低频|嗡嗡|震动|低音|睡不着|睡不好|没法睡|noise|noisy|loud|music|party|parties|karaoke|stomp|bang(?:ing)?|scream|shout|piano|drums?|mahjong|拖椅子|拖桌子|跺脚|高跟鞋|拍皮球|吱呀/,
  ],
  [
    'pets',
    8,
    /狗|猫|宠物|遛狗|犬|狗绳|牵绳|\bdogs?\b|\bcats?\b|\bpets?\b|puppy|leash|barking|鸡叫|养鸡|公鸡/,
  ],
  [
    'parking',
    6,
    /车位|停车|乱停|堵.{0,3}车|占.{0,3}位|占用.{0,3}位|挡.{0,4}(?:车|路|出口)|僵尸车|外来车|车.{0,4}(?:占|堵|挡)|道闸|充电桩|划.{0,3}车|刮.{0,4}车|parking|parked|car ?park|\bmy (?:space|spot|bay)|double.?park|blocking/,
  ],
  [
    'cleaning',
    6,
    /垃圾|卫生(?!间)|打扫|保洁|脏|臭|异味|尿|清洁|没人扫|没人收|蟑螂|老鼠|苍蝇|蚊|烟头|纸屑|油污|粪便|拖地|清运|灰尘|smell|dirty|filthy|trash|rubbish|garbage|clean|stink|cockroach|rats?\b|\bpee|urine|litter|虫|蚊子|呕吐|痰|灰太|馊|霉味/,
  ],
  [
    'security',
    6,
    /保安(?!.{0,6}(?:态度|骂|凶|打人))|门岗|外卖.{0,6}(?:随便|乱)|陌生人|外人|推销|小广告|发传单|发广告|偷|被盗|失窃|小偷|贼|监控|安全(?!通道)|巡逻|电动车.{0,6}(?:上楼|进楼|充电|飞线)|飞线|高空抛物|抛物|乱扔.{0,6}楼|扔.{0,5}(?:下来|下楼)|尾随|随便进|进出|打架|闹事|醉|烟花|鞭炮|放炮|security|stranger|stolen|theft|stole|throw|threw|cctv|guards? (?:asleep|sleeping|absent|let)|salesm|unlocked|抽烟|吸烟|烟味|smok/,
  ],
  [
    'staff_attitude',
    8,
    /态度|骂人|骂我|凶(?!手)|不耐烦|爱理不理|爱搭不理|没礼貌|冷漠|推脱|推诿|踢皮球|敷衍|怼|吼|翻白眼|顶嘴|摆臭脸|甩脸|阴阳怪气|恶劣|挂(?:我|了)?.{0,3}电话|不接电话|没人接|打不通|索要|红包|小费|收黑钱|玩手机|睡觉|服务差|服务太差|黑口黑面|串脸|rude|attitude|impolite|disrespect|unprofessional|yell|ignor(?:ed|es|ing)|hung up|shouted at|顺走|抽烟.{0,5}(?:师傅|维修)|(?:师傅|维修工?|保安|客服|管家|前台|物业人员|保洁)[^。!?]{0,12}(?:骂|吼|凶|敷衍|甩|不理|抽烟|喝酒|脏话|没礼貌)/,
  ],
  [
    'repair_quality',
    8,
    /(?:修|维修|报修)[^。!?]{0,14}(?:又坏|还是|又漏|没修好|修不好|白修|更|三次|两次|几次|好几|n次|越修|不彻底|返工|敷衍|糊弄|没用|又)|修了.{0,8}(?:还|又|没)|才修|刚修|没修好|修不好|越修越|修完|修好.{0,6}又|返修|维修质量|没弄干净|弄脏|弄坏|搞坏|打烂|bad repair|not fixed|fixed (?:it )?(?:\w+ )?(?:twice|three|again)|still (?:broken|leak|not)|(?:third|second|3rd|2nd|fourth) time|repair(?:ed|man|er|s)?\b.{0,30}(?:again|still|worse|mess|scratch|sloppy|poor)|shoddy|poor work|报修.{0,12}(?:天|周|没人|不来|不管)|没人来修|一直没人修|一直不修|不来修|拖了/,
  ],
  [
    'fees',
    7,
    /乱收费|多收|收费|物业费|扣费|扣了|多扣|涨价|费用|账单|押金|停车费|公摊|退款|不退|发票|电费|水费|收钱|要钱|贵|overcharg|fees?\b|charged?\b|bill|deposit|refund|money/,
  ],
  [
    'landscaping',
    6,
    /绿化|树|草坪|草|花坛|枯|绿地|修剪|毁绿|种菜|菜地|tree|lawn|grass|plants?\b|garden|hedge/,
  ],
  [
    'facilities',
    5,
    /消防通道|通道|堆|杂物|健身|器材|滑梯|泳池|游乐|设施|电梯|门禁|路灯|坑|地面|台阶|护栏|围栏|充电桩|快递柜|会所|路面|积水|井盖|漏水|停水|停电|供暖|暖气|水压|gym|pool|playground|facilit|elevator|\blifts?\b|light|water|door|gate|corridor|bikes?|鞋柜|晾|占用楼道|楼道|公共区域|公共/,
  ],
  ['other', 1, /邻居|业委会|物业|投诉/],
  ['noise', 5, /弹钢琴|弹琴|唱歌|踢球|football|拍球|吵闹|叫喊|声音(?:大|很|太)/],
  ['cleaning', 6, /大小便|拉屎|撒尿|呕吐物|没收垃圾|收垃圾|拖地|扫地|脏乱|臭/],
  ['facilities', 4, /broken|闸|停热水|没围栏|围栏|堆|占用|closed|坏了|积水|水景|喷泉|路灯|\blift\b/],
  ['security', 4, /摄像头|偷拍|孩子.{0,4}掉|没围栏|救生员|stranger/],
  ['fees', 5, /charging us|paying for|多收|扣了|不退|停车卡/],
  ['staff_attitude', 4, /发脾气|不耐烦|忘了|不回|不理/],
  ['repair_quality', 6, /说好[^,。]{0,8}修|还漏着|还没修|返工|times this (?:month|week)/],
]

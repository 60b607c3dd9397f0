/**
 * Dangers told in parts: who, where and what has happened, in any order and in anybody's words.
 * Single phrases (`cues/dangers.ts`) miss most of these.
 */
interface Compound {
  readonly name: string
  readonly score: number
  /** Every one must be found. */
  readonly parts: readonly RegExp[]
  readonly unless?: RegExp
}

const lift = /电梯|升降机|轿厢|货梯|客梯|扶梯|𨋢|\blifts?\b|elevator/
const inside =
  /里面?(?:就|只|还|都|好像|可能)?(?:有|我|是|剩|全|关|\d)|里头|里边有|入面|我们?[^,。!?]{0,8}(?:在|给|被)[^,。!?]{0,3}(?:里|内|入|中间|半空)|人(?:还)?在里|(?:可能|应该|好像|还)有人|有人(?:在|被|敲|喊|叫|拍)|我们?[^,。]{0,3}\d个?人|里面?(?:就|只|还|都)?(?:有)?[一二两三四五六七八九十几\d]个?(?:人|老人|小孩|孩子)|with (?:me|us|my|people|someone|a )|\binside\b|in it\b|we'?re in|i'?m in|我同|我跟|我和|喊(?:救|人)|拍门|按警铃/
const halted =
  /停(?:了|在|住|运|电)|卡|不动|打不开|开不了|开不到|不开门|好黑|黑了|灭了|困|不走|没反应|往下|往上冲|失控|stop|stuck|between floors|won'?t|not moving|dark|dropped|jammed|trapped/
const person =
  /老人|人家|老头|老太|大爷|大妈|阿婆|阿伯|阿姨|爷爷|奶奶|外公|外婆|姥|爸|妈|老汉|妻|老婆|老公|丈夫|太太|孩|宝宝|娃|女儿|儿子|细路|小朋友|(?<![a-z])bb(?![a-z])|邻居|男的|女的|男人|女人|有人|有个|1个人|一个人|住户|业主|保安|师傅|工人|室友|朋友|客人|孕妇|\b(?:man|woman|lady|child|kid|boy|girl|mother|father|mum|mom|dad|husband|wife|someone|somebody|guest|guy|neighbou?r|baby|son|daughter|he|she|person|worker|guard|grandma|grandpa)\b/
const down =
  /没(?:有)?(?:反应|知觉|动静|呼吸|心跳|脉搏)|1动不动|一动不动|(?:躺|倒|趴|瘫|睡)(?:在|到)?[^,。]{0,5}(?:地|路|楼道|楼梯|花园|草|门口|大堂|车库|厕所|浴室)|(?:快|要|人)不行了|昏|晕|抽搐|抽筋.{0,4}倒|吐血|血|叫不[醒应]|骨头|断了(?:腿|手|胳膊)|咬(?!牙)|喘|窒息|噎|溺|沉下去|没浮|发紫|翻白眼|说不出话|起不来|站不起|动不了|not (?:responding|breathing|moving)|unresponsive|on the (?:floor|ground)|bleed|blood|unconscious|collapsed|passed out|choking|can'?t breathe|hit (?:his|her|my) head|fell (?:off|from|down|into)/

const compounds: readonly Compound[] = [
  {
    name: 'lift+people+halted',
    score: 4,
    parts: [lift, inside, halted],
    unless: /没有?人|无人|空的|空梯|nobody|no one|empty|门口|贴|广告|小孩(?:乱)?按/,
  },
  {
    name: 'person down',
    score: 4,
    parts: [person, down],
    unless:
      /(?:楼板|墙|水管|管子|玻璃|瓷砖|灯|信号|电|网|水|钥匙|绳)[^,。]{0,4}断了?|狗毛|血汗|吸血|心血|热血|出血(?:价|大)|血(?:压|糖|型|本|亏)|献血|咬字|睡(?:在|到)?(?:门口|大堂|车库|岗)|(?:水|垃圾|油|渣|饭|土)[^,。]{0,6}倒(?:在|到)|掉(?:到|进)?(?:马桶|下水|地漏)|(?:东西|垃圾|烟头|衣服|被子|水|快递|钥匙|手机)[^,。]{0,4}(?:掉|落|摔)|差点|险些|nearly|almost/,
  },
  {
    name: 'person falls',
    score: 4,
    parts: [
      new RegExp(
        `(?:${person.source})[^,。!?]{0,8}(?:掉|跌|摔|坠|滚|挂在|悬在|吊在)[^,。]{0,4}(?:下去|下来|进|到|落|楼|水|井|坑|沟|池|泳池|外面|窗外|半空|栏杆|$)`,
      ),
    ],
    unless: /差点|险些|幸亏|幸好|马桶|地漏|扔|东西掉|花盆|快递|手机|钥匙|电池/,
  },
  {
    name: 'body caught',
    score: 4,
    parts: [
      /(?:手|脚|头|腿|胳膊|手指|脖子|身子|孩子|小孩|娃|宝宝|人)[^,。!?]{0,8}(?:夹|卡|压|缠)(?!丢|不见|号|坏)[^。!?]{0,14}(?:拿|拔|出|取|抽|弄|动|下)不|(?:夹|卡|压|缠)(?:住|到|着|了)?[^,。!?]{0,4}(?:手(?!机|续|册|柄)|脚(?!垫|步)|头发|手指|脖子|腿)|(?:hand|finger|arm|leg|head|foot)s?\b[^.!?]{0,16}(?:stuck|caught|trapped|jammed)/,
    ],
    unless: /差点|险些|nearly|almost/,
  },
  {
    name: 'burning thing',
    score: 4,
    parts: [
      /(?:电表|电箱|配电|插座|充电|电池|电瓶|电动车|汽车|轿车|锅|灶|厨房|阳台|垃圾|窗帘|被子|衣服|房子?|仓库|纸箱|楼|树|草|家|沙发|床|柜|空调|电线|外机|烟道|油烟机)[^,。!?]{0,8}(?:(?<!睡|躺|站|坐|开|亮|装|空)着了(?!急|凉|迷)|着起来|烧(?:起来|着了|了起来)|燃|引燃|火苗)|(?:噼里啪啦|滋滋|噼啪)[^。]{0,10}(?:火|烟|电)|(?:电|插座|线)[^。]{0,12}(?:噼里啪啦|噼啪)/,
    ],
  },
  {
    name: 'shut in',
    score: 4,
    parts: [lift, /(?:出不[去来了到]|走不出|can'?t get out|cannot get out|get us out|let us out|shut on us)/],
  },
  {
    name: 'smoke now',
    score: 3,
    parts: [
      /(?:好|很|特别|非常|越来越|这么|咁)(?:大|多|浓|呛)(?:的)?烟|烟(?:很|好|特别|越来越|太)(?:大|浓|呛)|(?:冒|出|有|往外|都是|全是|呛|起|满屋子?的?|一屋子?)[^,。]{0,3}烟|\bsmoke\b/,
    ],
    unless:
      /抽烟|吸烟|香烟|烟头|油烟|烟囱|烟道|烟民|二手烟|戒烟|smoke (?:alarm|detector)|烟味|烟感|烧香|烧烤|做饭|smokes?ing|they smoke|who smoke|卖烟|烟花|有烟酒/,
  },
  {
    name: 'break-in',
    score: 4,
    parts: [
      /(?:踹|踢|砸|撞|撬|捅|拽|劈)[^,。!?]{0,4}(?:我家|我们家|人家|房|大|防盗|邻居|隔壁)?[^,。!?]{0,3}(?:门(?!铃|牌|口|卡|禁)|锁|窗)|(?:陌生|有人|外面|有个人|男)[^,。!?]{0,10}(?:拧|扭|转|捅|试|扳)[^,。!?]{0,6}门(?:锁|把手|把)|(?:抓|捉|有|喊|来|进)(?:了)?(?:个)?(?:小)?(?:贼|小偷|强盗|歹徒)|贼(?:来|进|跑|在)|(?:kick|pound|bang|forc|pry|smash)\w*[^.!?]{0,16}\b(?:door|window|lock)\b|break(?:ing)? (?:in|into)|someone'?s in my (?:flat|house|home)/,
    ],
    unless: /装修|维修|师傅|电钻|砸墙|自己|忘带|没带|钥匙|去年|上个?月|上周|被偷/,
  },
  {
    name: 'water and current',
    score: 3.5,
    parts: [
      /水[^。!?]{0,12}(?:电梯井|电箱|配电|电表|电房|电井|电柜|插座|排插|插板|开关)|(?:电梯井|电箱|配电|电表箱|电房|电井|插座|排插|插板)[^。!?]{0,8}(?:进水|水|泡|淋)|water[^.!?]{0,40}(?:switchboard|electric|socket|fuse|meter|wiring|outlet)|(?:socket|switchboard|fuse box|meter)[^.!?]{0,20}(?:wet|water)/,
    ],
    unless: /防水|热水器|下水|水电|水表|没水|停水|水龙头/,
  },
  {
    name: 'loose overhead',
    score: 3.5,
    parts: [
      /(?:玻璃|外墙|空调|外机|广告牌|招牌|护栏|瓷砖|窗扇|窗户|天花|吊顶|吊灯|幕墙|石板|灯箱|树枝|大树|雨棚)[^。!?]{0,16}(?:松|晃|悬|吊着|挂着|歪|要掉|快掉|摇)/,
      /底下|下面|行人|人来人往|过路|路过|走人|人走|玩|砸|人行道|楼下有人|over the|below|people/,
    ],
  },
  {
    name: 'child alone',
    score: 3.5,
    parts: [
      /(?:孩|宝宝|娃|婴儿|bb|女儿|儿子|baby|toddler|kid|child)/,
      /反锁|锁(?:在|里)|locked (?:in|inside)|1个人在|一个人在|alone/,
      /煤气|灶|火|锅|水(?:龙头)?(?:在|还)?(?:开|放|流)|窗|阳台|哭不动|没声|发烧|stove|window|tap|balcony|bath/,
    ],
  },
  {
    name: 'save',
    score: 3,
    parts: [
      /(?:快|来|谁|请|帮|求)[^,。!?]{0,4}救(?!援队|生|助站|济)|求救|救人|来人(?:啊|呀|哪|吶)|快来人|call (?:an )?ambulance|call (?:the )?(?:police|911|999|110|120)\b|快(?:打|叫|报)(?:119|120|110|救护|警)/,
    ],
  },
]

export function compoundDangers(text: string): { readonly name: string; readonly score: number }[] {
  const found: { name: string; score: number }[] = []
  for (const { name, score, parts, unless } of compounds) {
    if (parts.every((part) => part.test(text)) && unless?.test(text) !== true) found.push({ name, score })
  }
  return found
}

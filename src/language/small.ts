/** The small slots: name, ticket, anonymity, rating. */
const ticketForm = /\b(?:bx|ts|zx|wo|gd|jd|rp|cp)-?\s?\d{3,10}\b/
const anonymousYes =
  /匿名|不(?:要|想|愿)(?:透露|公开|留名|露名|具名|留姓名)|别(?:说|透露|告诉)[^,。]{0,6}(?:我|是谁)|保密|anonymous|don'?t (?:tell|reveal|mention) (?:my|who|them)|keep (?:it|my name) (?:private|confidential)/
const anonymousNo =
  /(?:不用|不需要|不必|无需|不|没必要|唔使)匿名|可以(?:实名|公开)|实名|not anonymous|no need to be anonymous|use my name/
const surname =
  /(?:我(?:姓|叫|是)|本人(?:姓|叫)?|姓名[:是]?|联系人[:是]?|称呼[:是]?|叫我|免贵姓|my name is|i'?m|this is|name[:：])\s*/

export function ticketOf(text: string): string | undefined {
  const found = ticketForm.exec(text)?.[0]
  return found
    ?.toUpperCase()
    .replace(/\s/g, '')
    .replace(/^([A-Z]{2})-?/, '$1-')
}

export function anonymityOf(text: string): boolean | undefined {
  if (anonymousNo.test(text)) return false
  return anonymousYes.test(text) ? true : undefined
}

export function ratingOf(text: string, asked: boolean): 's' | 'b' | 'u' | undefined {
  if (/不(?:太|是很|怎么)?满意|很差|太差|差评|dissatisf|unsatisf|not satisf|unhappy/.test(text)) return 'u'
  if (/基本满意|比较满意|一般|还行|还可以|凑合|neutral|so.?so|average|okay/.test(text))
    return asked || /满意/.test(text) ? 'b' : undefined
  if (/满意(?!度)|satisfied/.test(text)) return 's'
  if (!asked) return undefined
  if (/好评|很好|非常好|不错|excellent|great|good|👍/.test(text)) return 's'
  const stars = /^\s*(?:给|打|选|评)?\s*([1-5])\s*(?:分|星|stars?)?[\s.!。]*$/.exec(text)?.[1]
  if (stars === undefined) return undefined
  return Number(stars) >= 4 ? 's' : Number(stars) === 3 ? 'b' : 'u'
}

const families =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常欧阳司徒上官诸葛'
const titled = new RegExp(
  `(?:^|[我姓叫是,。\\s:])((?:欧阳|司徒|上官|诸葛|[${families}])(?:先生|女士|小姐|太太|阿姨|叔叔|生|太|老师|师奶))`,
)
const plainName = new RegExp(
  `^(?:我(?:姓|叫|是)|姓|叫)?((?:欧阳|司徒|上官|诸葛|[${families}])[\\u4e00-\\u9fff]{1,2})$`,
)
const english = /^(?:my name is |i'?m |this is |it'?s )?((?:mr|mrs|ms|miss)?\.?\s?[a-z]+(?: [a-z]+)?)$/

export function nameOf(text: string, original: string, asked: boolean): string | undefined {
  const said = text.trim().replace(/[.,!。]+$/, '')
  const title = titled.exec(said)?.[1]
  if (title !== undefined && (asked || surname.test(said))) return title
  const called = new RegExp(
    `(?:我叫|我姓|姓名[:是]?\\s?|联系人[:是]?\\s?)((?:欧阳|司徒|[${families}])[\\u4e00-\\u9fff]{0,2})(?=$|[,。\\s,]|电话|\\d)`,
  ).exec(said)?.[1]
  if (called !== undefined) return called
  if (!asked) return undefined
  const plain = plainName.exec(said)?.[1]
  if (plain !== undefined) return plain
  if (english.test(said) && said.length <= 30)
    return original.trim().replace(/^(?:my name is|i'?m|this is|it'?s)\s+/i, '')
  return undefined
}

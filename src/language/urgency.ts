const urgentFaults: readonly RegExp[] = [
  // running water
  /爆管|爆了?(?:水管|管)|(?:水管|管道|管子|阀门|软管|接头|暖气片|热水器|花洒|三角阀)[^,。!?]{0,8}(?:爆|炸|崩|喷|断)|喷(?:水|出来|得到处|了一|到)|(?:哗哗|狂|一直|不停|拼命)[^,。!?]{0,4}(?:漏|喷|冒水)|止不住|关不[住上掉]阀|水漫|漫(?:出来|到|了一地)|满地(?:都)?是?水|一地水|到处都?是水|全是水(?!.{0,4}浪费)|淹|溢出来|倒灌|水流成|哗哗(?:地)?(?:流|往)|往下(?:流|淌|浇)|water (?:everywhere|pouring|gushing|all over)|flood|burst|gushing|pouring|won'?t stop/,
  // sewage
  /污水|粪|反水|返水|反涌|倒涌|冒(?:出)?(?:粪|屎|脏水|黑水)|屎|sewage|overflow|backing up/,
  // sparks and power
  /火花|火星|冒火|打火|漏电|电线(?:裸露|断|掉)|烧焦|焦味|糊味|冒烟|spark|burning smell|exposed wire/,
  // locked out with somebody small
  /(?:小孩|孩子|宝宝|娃|婴儿|老人|baby|child|kid|toddler)[^。!?]{0,16}(?:锁|locked)|(?:锁|locked)[^。!?]{0,16}(?:小孩|孩子|宝宝|娃|婴儿|baby|child|kid|toddler)|锅[^。!?]{0,6}(?:火|灶|煤气)/,
  // falling parts
  /(?:砸到|差点砸|掉下来|坠落|脱落.{0,6}(?:砸|危险)|摇摇欲坠|要掉|快掉下|高空抛物|almost hit|nearly hit|falling|fell off|came off)/,
]
const late = /昨天|上次|之前|已经(?:好|修)|修好了|听说|演[习练]/

/** Someone should go now although nobody is in danger. */
export function isUrgentFault(text: string): boolean {
  return urgentFaults.some((fault) => fault.test(text)) && !late.test(text)
}

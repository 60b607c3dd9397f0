import { repairScores } from './category.ts'
import { remembered } from './remembered.ts'

const broken =
  /坏|漏(?!斗)|堵(?!车)|升不[起上]|抬不[起动]|落不下|不亮|不通|断(?!定|续)|裂|掉(?:下|了|落|漆|渣|皮)|脱落|松(?:了|动|脱)|打不开|关不[上严紧住]|开不了|关不了|锁不[上住]|合不[上拢]|拧不[动紧]|推不动|拉不动|卡(?:住|死|顿|壳|了)|不制[冷热]|不[冷热](?:了|$|[,。])|没反应|没反映|不灵|失灵|失效|跳闸|不来电|没电|没水|没热水|没网|没信号|停(?:摆|运|了不)|不工作|不运行|不启动|不转|不动|不响|不出(?:水|热水|风)|不下水|下水慢|不流|不走水|一直(?:响|叫|流|滴|闪|亮|转|嗡)|异响|怪响|嘎吱|咯吱|吱吱|哐当|咣当|嗡嗡|异味|渗|返水|反水|倒灌|爆|滴(?:水|答)|滴滴|溢|冒(?!险|昧|充)|闪(?:烁|个|来|了|得)?|短路|锈|变形|鼓包|起泡|发霉|掉漆|烂|破(?!小区|物业)|碎|歪|塌|翘|积水|打不着|点不着|不着火|上不了网|连不上|连不到|进不去|刷不[开了]|识别不|扫不[了出]|不认|黑屏|死机|故障|有问题|出问题|毛病|(?:不|唔)(?:得|work)|唔(?:着|行|郁)|不着(?!急)|着不了|不郁|冻(?:住|裂)|烧(?:了|坏|掉)|短了|冲不[下走动]|水(?:压)?(?:太|很|好|特别)?小|水(?:很|太|有点|发)?(?:黄|浑|黑)|(?:好|很|太|特别)?(?:暗|黑)(?!车|心|社会|狗|猫|脸|衣)|没(?:有)?(?:灯|暖气|照明)|不暖|冰凉|不够热|忽冷忽热|生锈|瘪|滑丝|(?:老|总)(?:是)?(?:跳|停|响|掉|卡|堵|漏)|坠|倒(?:了|下)|枯(?:死|了)|不停|响个不停|失修|凹|坑|陷|空鼓|罢工|歇菜|挂了(?!电话)|报废|趴窝|嗝屁|搞不(?:定|掂)|用不(?:了|成|起)|不能用|不好(?:使|用|开|关)|不太(?:灵|好使|亮|热|冷|凉)|失控|乱(?:跳|响|闪)|没(?:了)?(?:动静|冷气)|自己(?:开|响|停)/
const brokenEnglish =
  /\b(?:broken?|leak\w*|clog\w*|block(?:ed|age)|not (?:working|cooling|heating|closing|opening|draining|flushing|turning|lighting|responding|charging|starting|cold|hot)|(?:doesn'?t|does not|won'?t|isn'?t|can'?t|cannot|don'?t|not|aren'?t|never) (?:work|cool|heat|close|open|drain|flush|turn|light|lock|start|respond|shut|charge|connect|stop|go|come|scan|read|working|cooling)\w*|stuck|out of (?:order|service)|(?:is|are|went|goes|been|still) (?:out|dead|off|down|jammed|loose|stuck|flickering|dripping|cracked|rusty|dark|cold|dim)|stopped (?:working|cooling|heating)|flicker\w*|drip\w*|crack\w*|jammed|faulty|tripp(?:ed|ing)|burst|no (?:hot water|water|power|electricity|internet|signal|wifi|heating|light|pressure)|loose|damaged?|fell off|came off|overflow\w*|malfunction\w*|fault|dead|rattl\w*|buzz\w*|squeak\w*|mou?ld|seep\w*|rusty?|bulb|shattered|snapped|low (?:water )?pressure|smells? (?:bad|like sewage)|beeping|slams?)\b/
const fineNow = /没坏|不漏了|修好了(?!吗|没|又|还)|已经(?:好|修好|通)了|都好了|没问题了|好用了|恢复正常/

/** 0..: how plainly the message tells of a thing that is broken. */
export const faultScore = remembered((text: string): number => {
  const scores = repairScores(text)
  let object = 0
  for (const [category, score] of scores) if (category !== 'other' && score > object) object = score
  const other = scores.has('other') ? 2 : 0
  const trouble = broken.test(text) || brokenEnglish.test(text)
  if (!trouble) return 0
  const sum = object > 0 ? 5 : other > 0 ? 4 : 2
  return fineNow.test(text) ? sum - 4 : sum
})

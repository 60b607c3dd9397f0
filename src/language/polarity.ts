/** Particles and politeness that may stand around a bare answer. */
const edge = '[\\s,.!?。、;:~…·"\'()-]*'
const tail =
  '(?:[的呀啊吧了哦噢喔哈嘛呢啦咯喽滴捏哟]|谢谢|多谢|thanks|thank you|please|pls|谢了|辛苦了?|唔该)*'
const yesWord =
  "(?:是[滴哒得]|对[滴哒得]|队的|好的呀|是|对|好|行|准|啱|啱晒|价钱可以|价格可以|做吧|发吧|可以的?(?:[,，\\s]*就?按(?:这个|那个|你说的)?(?:时间|来|办)?来?)?|嗯+|恩+|唔+(?!该)|嗯呐|中|成|要得|得|系|对头|没错|没问题|不错(?=$)|确认|确定|正确|同意|无误|信息无误|没有问题|没得问题|冇问题|没有错|就这样|就这么(?:办|定)|就是这样|需要|要|有|愿意|接受|提交|下单|ok(?:ay|k|e)?|k|okk+|yes+|yeah?|yep|yup|ya|sure|right|correct|confirm(?:ed)?|agree[d]?|of course|sounds good|looks good|that'?s (?:right|correct|fine)|all good|go ahead|fine|perfect|absolutely|definitely|yea|alright|all right|submit|please do|i do|it is|i agree|y|好的|好滴|好呀|好嘞|好咧|好哒|好嘅|可以的|可|妥|妥了|当然|当然可以|必须的|收到|明白|1|👍|👌|✅|🆗|没毛病|对对+|是是+|好好+|行行+|系啊|是啊|正解|嗯哼|是我|批准|通过|准了|安排|欧克|欧了|噢啦|就这个|按这个来|照办|准确|都对|全对|属实|晓得了|没意见|冇错|系呀|得嘅|好噶|来吧|可行|没有异议)"
const noWord =
  "(?:不|不是|不对|不行|不要|不用|不必|不需要|不可以|不好|不同意|不愿意|不接受|不了|不可|否|没有?|不使|没需要|别|算了|错|错了|有误|不正确|不成|不得|不中|不得行|要不得|莫得|不系|不想|不想要|先不|暂时不(?:用|要|需要)?|先不用|还不|没|no+|nope|nah|not?|no thanks|先不要|都不对|都不是|不是这个(?:意思)?|我?没说过?(?:这个|这样)?|我不是这个意思|nah,? it\'?s wrong|it\'?s wrong|no,? wrong(?: \\w+)?|不太对|no need|not really|never mind|not now|not yet|wrong|incorrect|don'?t|i don'?t|negative|n|👎|❌|🙅(?:‍♀️|‍♂️)?|先?别提交|先不提交|不确认|不确定|不提交|不准确|没必要|没这回事|才不是|并不是|拒绝|搞错了|不麻烦了|不是的|不是吧|不是我|不行不行|不不+|不要了|不用了|不对不对|not correct|not right|that'?s (?:wrong|not right|not correct|incorrect)|冇)"

const onlyYes = new RegExp(`^${edge}(?:(?:${yesWord})${edge}${tail}${edge}){1,4}$`)
const onlyNo = new RegExp(`^${edge}(?:(?:${noWord})${edge}${tail}${edge}){1,3}$`)
const leadYes = new RegExp(
  `^${edge}(?:是的|对的?|好的|好|行|嗯+|可以|没错|yes|yep|yeah|ok|okay|sure|correct|right|系|得)${tail}[\\s,.!。;]+\\S`,
)
const leadNo = new RegExp(
  `^${edge}(?:不是|不对|不行|不用|不要|不可以|不|不需要|no|nope|wrong|不系|错了?)${tail}[\\s,.!。;]+\\S`,
)
const question = /[?？]\s*$|(?:吗|么|嘛|没有|呢)\s*$/

/** A plain yes or no: the whole message, never a word inside one. */
export function polarityOf(text: string): 'yes' | 'no' | undefined {
  if (text.length > 60) return undefined
  const said = text.trim()
  // Yes first: 没错 and 不错 are made of two no's and mean yes.
  if (onlyYes.test(said)) return /[?？]\s*$/.test(said) ? undefined : 'yes'
  if (onlyNo.test(said)) return 'no'
  return undefined
}

/** 是的，明天上午也行: a yes or no that goes on. */
export function leadingPolarity(text: string): 'yes' | 'no' | undefined {
  const said = text.trim().slice(0, 80)
  if (question.test(said)) return undefined
  if (leadNo.test(said)) return 'no'
  return leadYes.test(said) ? 'yes' : undefined
}

import type { Tally } from './score.ts'

/** What one intent says about another: the judgements cues cannot make alone. */
export function rules(tally: Tally, text: string, fault: number): void {
  const asks =
    /[?]|吗|么|呢|多少|怎么|咋|什么|啥|几|哪|谁|如何|能不能|可不可以|是不是|有没有|\b(?:how|what|when|where|who|why|which|can|could|is|are|do|does)\b/.test(
      text,
    )
  const notComplaint = /(?:不是|没有|没|无意|并非|不想|唔系)(?:要|想|来|在)?投诉/.test(text)
  if (notComplaint) tally.add('complaint.create', -8, '不是投诉')
  const status = tally.of('repair.status')
  // 怎么报修, 报修电话: a question about the way, not a fault
  if (
    /(?:怎么|如何|咋|哪里|在哪|点样|how (?:do|can|to))[^,。]{0,8}(?:报修|投诉|repair|complain)|报修(?:电话|流程|渠道|方式)|投诉(?:电话|渠道|流程)/.test(
      text,
    ) &&
    fault < 4
  ) {
    tally.add('consult', 7, 'the way')
    tally.add('repair.create', -4, 'the way')
    tally.add('complaint.create', -4, 'the way')
  }
  // an open case asked after is no new fault
  if (status >= 5 && fault > 0) tally.add('repair.create', -3, 'open case')
  if (tally.of('complaint.status') >= 6) tally.add('complaint.create', -8, 'open complaint')
  // a running case of renovation is not a question of rules
  if (tally.of('renovation.status') >= 5) tally.add('renovation.question', -5, 'running')
  if (tally.of('renovation.apply') >= 6) tally.add('renovation.question', asks ? -1 : -3, 'application')
  // the neighbour's works
  if (
    /装修|施工|renovat/.test(text) &&
    /吵|噪|扰|投诉|睡|休息|敲|砸|半夜|凌晨|楼上.{0,6}装修|隔壁.{0,6}装修|noise|loud/.test(text)
  ) {
    tally.add('complaint.create', 4, 'works')
    tally.add('renovation.question', -4, 'works')
    tally.add('renovation.apply', -4, 'works')
  }
  // a question about something definite is that something
  let definite = 0
  for (const [intent, points] of tally.points)
    if (intent !== 'consult' && intent !== 'other' && intent !== 'thanks' && intent !== 'smalltalk')
      definite = Math.max(definite, points)
  if (definite >= 4) tally.add('consult', -Math.min(tally.of('consult'), definite >= 5 ? 7 : 3), 'definite')
  if (tally.of('spam') >= 7) tally.add('spam', 4, 'spam')
  if (tally.of('cancel') >= 6) {
    tally.add('repair.create', -Math.min(5, Math.max(0, tally.of('repair.create'))), 'cancel')
    tally.add('cancel', 2, 'cancel')
    for (const other of ['complaint.create', 'activity', 'renovation.apply', 'service.paid'] as const) {
      tally.add(other, -Math.min(6, Math.max(0, tally.of(other))), 'cancel')
    }
  }
  if (tally.of('edit') >= 5 && fault > 0 && /改|错|换成|change|wrong/.test(text))
    tally.add('repair.create', -3, 'edit')
  if (tally.of('edit') >= 5 && fault === 0) tally.add('consult', -3, 'edit')
  // thanks at the end of a matter is politeness
  if (tally.of('thanks') > 0 && tally.of('thanks') < 5 && text.length > 14)
    tally.add('thanks', -1.5, 'polite')
  if (!asks && tally.of('greeting') > 0 && text.length > 16) tally.add('greeting', -3, 'more')
}

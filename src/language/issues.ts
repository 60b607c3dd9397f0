import type { Category } from '../domain/matter.ts'
import type { Intent } from './meaning.ts'

export interface Issue {
  readonly intent: Intent
  readonly category?: Category
  readonly text: string
}

const splitters =
  /[。!?;\n]+|\s{2,}|[,，\s]*(?:另外|还有(?!多久|人|没|吗|点|\d|什么)|顺便(?:问|说|反映|再)?|顺带|再(?:就是|有|问)|而且还|以及|同时|第[二三2-3][,:，]?|[2-3][.、)](?!\d)|对了|仲有|此外|还想(?:问|说|投诉|反映)|另(?=问|想)|also[,\s]|and also|plus[,\s]|another thing|besides|by the way|btw|secondly)[,，\s]*/

/** Each matter of a message that carries several. `read` understands one piece. */
export function splitIssues(
  text: string,
  read: (piece: string) => { intent: Intent; category?: Category; score: number; confidence: number },
): readonly Issue[] | undefined {
  if (text.length < 9 || text.length > 1200) return undefined
  let pieces = text
    .split(splitters)
    .map((piece) => piece.trim())
    .filter((piece) => piece.length > 2)
  let loose = false
  if (pieces.length < 2) {
    loose = true
    pieces = text
      .split(/[,，]|(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])|\band\b/)
      .map((piece) => piece.trim())
      .filter((piece) => piece.length > 3)
  }
  if (pieces.length < 2 || pieces.length > 24) return undefined
  const issues: Issue[] = []
  for (const piece of pieces) {
    const one = read(piece)
    // Where the resident marks a second matter ("另外"), the weights may say what it is.
    const plain = one.score >= 4 || (!loose && one.confidence >= 0.7)
    if (!plain || !separate.has(one.intent) || bare.test(piece)) continue
    const same = issues.find(
      (issue) =>
        issue.intent === one.intent &&
        // Between commas the same kind of matter is one matter told at length.
        (loose || issue.category === one.category || one.category === 'other' || one.category === undefined),
    )
    if (same !== undefined) continue
    issues.push({
      intent: one.intent,
      ...(one.category !== undefined && { category: one.category }),
      text: piece,
    })
  }
  return issues.length > 1 ? issues : undefined
}

/** Only says that there is one. */
const bare = /^[我要想来来个个人们请]*(?:投诉|报修|反映|举报|反馈|建议|complain|report)[一下个]*[!.。]*$/i

/** Only what becomes a record or wants an answer of its own. */
const separate: ReadonlySet<Intent> = new Set([
  'repair.create',
  'complaint.create',
  'emergency',
  'fee.question',
  'renovation.apply',
  'renovation.question',
  'service.paid',
  'moveout',
  'movein',
  'outage.question',
  'activity',
  'suggestion',
  'praise',
  'repair.status',
  'complaint.status',
])

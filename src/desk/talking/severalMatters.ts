/**
 * Several matters in one message ("马桶堵了，顺便问下物业费…"): each becomes its own. What needs no question is
 * kept at once; the first that does is talked over now, the others are taken up one after the other.
 */
import type { Meaning } from '../../language/meaning.ts'
import { understand } from '../../language/index.ts'
import type { Kept } from '../../machines/turn.ts'
import { beginTalk, turnTalk } from '../../machines/turn.ts'
import type { Scene } from './decide.ts'
import { plainKindOf, talkOf } from './matterKinds.ts'
import { knownOf, saidOf, startTalk } from './moveTalk.ts'
import type { Reply, Task, Turn } from './turn.ts'
import { silence } from './turn.ts'

type Issue = NonNullable<Meaning['issues']>[number]

export function severalMatters(
  scene: Scene,
  text: string,
  meaning: Meaning,
  lead: readonly Reply[],
): Turn | undefined {
  const issues = (meaning.issues ?? []).filter(({ intent }) => !intent.endsWith('.status'))
  if (issues.length < 2) return undefined
  const { talk, language } = scene
  const tasks = issues
    .filter(({ intent }) => talkOf[intent] === undefined)
    .map(({ intent, text }): Task => ({
      do: 'keep',
      kind: plainKindOf(intent, text),
      text,
      room: meaning.slots.room ?? null,
    }))
  const [first, ...others] = issues.filter(({ intent }) => talkOf[intent] !== undefined)
  if (first === undefined) return { ...silence({ ...talk, misses: 0 }, language), tasks }
  // The last one parked is the next one offered.
  const parked = others.toReversed().flatMap((issue) => begun(scene, issue, meaning) ?? [])
  const waiting = { ...talk, parked: [...(talk.parked ?? []), ...parked] }
  const turn = startTalk(
    waiting,
    scene,
    talkOf[first.intent] ?? 'repair',
    // With nothing else to talk over the words stay as they were written.
    saidOf(
      scene,
      others.length === 0 && tasks.length === 0 ? text : first.text,
      ownMeaning(scene, first, meaning),
    ),
    lead,
  )
  return { ...turn, tasks: [...turn.tasks, ...tasks] }
}

function begun(scene: Scene, issue: Issue, whole: Meaning): Kept | undefined {
  const kept = beginTalk(knownOf(scene), talkOf[issue.intent] ?? 'repair')
  const said = saidOf(scene, issue.text, ownMeaning(scene, issue, whole))
  const turned = turnTalk(kept, { type: 'SAID', ...said }).kept
  return turned && { ...turned, context: { ...turned.context, waiting: true } }
}

/** Where and whom to call is said once for all of them. */
function ownMeaning({ now, book }: Scene, { text }: Issue, whole: Meaning): Meaning {
  const own = understand(text, { now, zone: book.calendar.zone })
  const { room, phone, name, time } = whole.slots
  const shared = {
    ...(room === undefined ? {} : { room }),
    ...(phone === undefined ? {} : { phone }),
    ...(name === undefined ? {} : { name }),
    ...(time?.role === 'visit' ? { time } : {}),
  }
  return { ...own, slots: { ...shared, ...own.slots } }
}

/** The real store with every crash point and database error around its calls. */
import type { Message } from '../../src/domain/message.ts'
import type { Store } from '../../src/desk/store.ts'
import type { CrashPoint } from './coverage.ts'
import type { Peril } from './peril.ts'
import type { Witness } from './witness.ts'

/** A message with this mark makes the code throw, every time. */
export const poison = '☠'

type Reads = 'dueRungs' | 'dueNudges' | 'nextWaiting' | 'waitingPhotos'
type Writes = Extract<CrashPoint, `${string}:before`> extends `${infer Name}:before` ? Name : never

export function perilousStore(inner: Store, peril: Peril, witness: Witness): Store {
  const write = async <T>(name: Exclude<Writes, 'send'>, run: () => Promise<T>): Promise<T> => {
    peril.live()
    peril.reach(`${name}:before`)
    peril.database('dbBefore', name)
    const answer = await run()
    peril.live()
    peril.database('dbAtCommit', name)
    peril.reach(`${name}:after`)
    return answer
  }
  const read = async <T>(name: Reads, run: () => Promise<T>): Promise<T> => {
    peril.live()
    peril.database('dbBefore', name)
    const answer = await run()
    peril.live()
    peril.reach(`${name}:after`)
    return answer
  }
  const inside = <A, T>(name: 'handle' | 'work' | 'recordSend' | 'quarantine', work: (a: A) => Promise<T>) =>
    async function done(a: A): Promise<T> {
      const result = await work(a)
      peril.database('dbInside', name)
      peril.reach(`${name}:inside`)
      return result
    }
  const refusePoison = (message: Message) => {
    if ('text' in message && message.text.includes(poison)) throw new Error('poison')
  }

  return {
    load: (...given) => write('load', () => inner.load(...given)),
    book: (estateId) => inner.book(estateId),
    saveSpoken: (turn) =>
      write('saveSpoken', async () => {
        refusePoison(turn.message)
        const outcome = await inner.saveSpoken(turn)
        if (outcome.kind === 'saved') {
          witness.handled.push(turn.message)
          witness.claimed(outcome.toSend)
        }
        return outcome
      }),
    handle: (turn, work) =>
      write('handle', async () => {
        refusePoison(turn.message)
        const outcome = await inner.handle(turn, inside('handle', work))
        if (outcome.kind === 'saved') witness.handled.push(turn.message)
        return outcome
      }),
    work: (about, work) => write('work', () => inner.work(about, inside('work', work))),
    keepBehind: (...given) => inner.keepBehind(...given),
    keepWaiting: (...given) => write('keepWaiting', () => inner.keepWaiting(...given)),
    nextWaiting: (now) => read('nextWaiting', () => inner.nextWaiting(now)),
    postpone: (...given) => write('postpone', () => inner.postpone(...given)),
    quarantine: (kept, now, error, tell) =>
      write('quarantine', () => inner.quarantine(kept, now, error, inside('quarantine', tell))),
    mergeMorning: (now) => write('mergeMorning', () => inner.mergeMorning(now)),
    movedChat: (moved) => write('movedChat', () => inner.movedChat(moved)),
    claimOutbox: (...given) =>
      write('claimOutbox', async () => {
        const rows = await inner.claimOutbox(...given)
        witness.claimed(rows)
        return rows
      }),
    recordSend: (row, record, now, then) =>
      write('recordSend', async () => {
        const touched = await inner.recordSend(
          row,
          record,
          now,
          then === undefined ? undefined : inside('recordSend', then),
        )
        if (record.status === 'sent') witness.recordedSent.add(row.id)
        return touched
      }),
    rewriteAddress: (...given) => write('rewriteAddress', () => inner.rewriteAddress(...given)),
    dueRungs: (...given) => read('dueRungs', () => inner.dueRungs(...given)),
    // Inside a work: that already has its turn.
    fireRung: async (...given) => {
      const fired = await inner.fireRung(...given)
      peril.reach('fireRung:inside')
      return fired
    },
    rungFailed: (...given) => write('rungFailed', () => inner.rungFailed(...given)),
    waitingPhotos: (...given) => read('waitingPhotos', () => inner.waitingPhotos(...given)),
    photoKept: (...given) => write('photoKept', () => inner.photoKept(...given)),
    photoRefused: async (...given) => {
      const refused = await inner.photoRefused(...given)
      peril.reach('photoRefused:inside')
      return refused
    },
    photoLater: (...given) => write('photoLater', () => inner.photoLater(...given)),
    dueNudges: (...given) => read('dueNudges', () => inner.dueNudges(...given)),
  }
}

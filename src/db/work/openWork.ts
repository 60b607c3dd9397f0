/** A {@link Work} over one transaction: what the desk may read and write, and what it wants said. */
import { eq } from 'drizzle-orm'
import type { Chance } from '../../desk/ports.ts'
import type { EstateBook, Telling, TellOptions, Work } from '../../desk/store.ts'
import type { Language } from '../../domain/matter.ts'
import { isQuiet, releaseAt } from '../../domain/time/quiet.ts'
import { conversations } from '../schema/index.ts'
import type { Tx } from '../open.ts'
import { clockWork } from './clocks.ts'
import type { Queued } from './flush.ts'
import { identityWork } from './identities.ts'
import type { Ledger } from './ledger.ts'
import { ledgerOf } from './ledger.ts'
import type { Met } from './met.ts'
import { peopleWork } from './people.ts'
import { photoWork } from './photos.ts'
import { recordWork } from './records.ts'

export interface About {
  readonly book: EstateBook
  readonly now: Date
  readonly trace: string
  readonly chance: Chance
  readonly inboxId: number | null
}

const buttonDays = 30

export function openWork(tx: Tx, about: About): { work: Work; queued: Queued[] } {
  const { book, now, trace, inboxId } = about
  const queued: Queued[] = []
  const languages = new Map<number, Language>()
  const ledger = ledgerOf(tx)
  const people = peopleWork(tx, about, ledger)
  const met: Met = {
    expectDispatch: people.expectDispatch,
    loadsChanged: people.loadsChanged,
    nameOf: people.nameOf,
    noPhotos: new Set(),
  }
  const work: Work = {
    now,
    trace,
    book,
    random: () => about.chance.number(),
    inboxId,
    tell: async (conversationId, what, options) => {
      const choices = makeButtons(ledger, about, conversationId, what, options)
      const hold = held(about, options)
      queued.push({
        conversationId,
        body: {
          text: what.text,
          ...(choices === undefined ? {} : { choices }),
          ...(what.photos === undefined ? {} : { photos: what.photos }),
          ...(options.silent === true ? { silent: true } : {}),
        },
        kind: options.kind,
        notBefore: hold ?? now,
        // What waits for the morning must not hold up what is said meanwhile.
        lane: hold === undefined ? 'live' : 'morning',
        onSent: options.onSent ?? null,
      })
    },
    say: async (conversationId, body, kind) => {
      queued.push({ conversationId, body, kind, notBefore: now, lane: 'live', onSent: null })
    },
    spendButtons: async (which, by) => {
      ledger.spend({ ...which, by: by ?? null }, now)
    },
    languageOf: async (conversationId) => {
      const known = languages.get(conversationId)
      if (known !== undefined) return known
      const [row] = await tx
        .select({ language: conversations.language })
        .from(conversations)
        .where(eq(conversations.id, conversationId))
      const language = (row?.language ?? 'zh-Hans') as Language
      languages.set(conversationId, language)
      return language
    },
    ...recordWork(tx, about, ledger, met),
    ...clockWork(tx, about, ledger),
    ...people.work,
    ...identityWork(tx, about),
    ...photoWork(tx, about, met),
  }
  return { work, queued }
}

/** What nobody asked for waits for the end of the quiet hours; notices only, the rest is their own matter. */
function held({ book, now }: About, options: TellOptions): Date | undefined {
  if (options.kind !== 'notice' || options.evenAtNight === true) return undefined
  const quiet = { start: book.policy['quiet.start'], end: book.policy['quiet.end'] }
  return isQuiet(now, quiet, book.calendar.zone) ? releaseAt(now, quiet, book.calendar.zone) : undefined
}

function makeButtons(
  ledger: Ledger,
  { book, now, chance }: About,
  conversationId: number,
  what: Telling,
  options: TellOptions,
) {
  if (what.choices === undefined || what.choices.length === 0) return undefined
  const rows = what.choices.map((choice, ordinal) => ({
    nonce: chance.token(16),
    estateId: book.id,
    conversationId,
    question: options.question ?? `record:${options.recordId ?? 0}`,
    recordId: options.recordId ?? null,
    label: choice.label,
    ordinal,
    act: choice.act,
    madeAt: now,
    expiresAt: new Date(now.getTime() + buttonDays * 24 * 3_600_000),
  }))
  ledger.newButtons(rows)
  return rows.map(({ nonce, label }) => ({ nonce, label }))
}

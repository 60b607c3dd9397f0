import { staffWords } from '../wording/index.ts'
import { words } from './repairs/tellResident.ts'
import type { StaffContact, Work } from './store.ts'

/** Every morning the supervisors get what is open; nothing open, nothing sent. */
export async function tellOpenRepairs(work: Work): Promise<{ people: number; open: number }> {
  const people = await work.staffWith(['eng_supervisor', 'cs_supervisor'])
  let told = 0
  let open = 0
  for (const person of people) {
    const lines = await listFor(work, person)
    open = Math.max(open, lines.length)
    if (lines.length === 0) continue
    for (const conversationId of person.conversations) {
      await work.tell(conversationId, { text: staffWords.due(lines) }, { kind: 'ping' })
      told += 1
    }
  }
  return { people: told, open }
}

async function listFor(work: Work, person: StaffContact): Promise<readonly string[]> {
  const w = words(work, 'zh-Hans')
  return (await work.openOrdersFor(person)).map((line) =>
    staffWords.dueLine(
      line.number,
      line.description.slice(0, 20),
      w.stateName(line.status),
      line.promisedAt === null ? '' : w.moment(line.promisedAt),
    ),
  )
}

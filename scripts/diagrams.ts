/** The diagrams of docs/diagrams, drawn from the lifecycle tables and the conversation machine: `npm run docs`. */
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { complaintLifecycle } from '../src/domain/complaint/lifecycle.ts'
import { helpLifecycle } from '../src/domain/help/request.ts'
import type { Transition } from '../src/domain/lifecycle.ts'
import { repairLifecycle } from '../src/domain/repair/lifecycle.ts'
import { matterMachine } from '../src/machines/matter.ts'

type Rows = readonly Transition<string, string, never>[]

function lifecycle(title: string, start: string, rows: Rows): string {
  const arrows = rows.flatMap((row) => row.from.map((from) => `  ${from} --> ${row.to}: ${row.event}`))
  const lines = rows.flatMap((row) =>
    row.from.map(
      (from) => `| ${from} | ${row.event} | ${row.to} | ${row.who.join(', ')} | ${row.guard?.name ?? ''} |`,
    ),
  )
  return [
    `# ${title}`,
    '',
    'Drawn from the table in the code by `npm run docs`; a test fails when it is stale.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${start}`,
    ...new Set(arrows),
    '```',
    '',
    '| from | event | to | who | guard |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n')
}

function conversation(): string {
  const arrows = Object.entries(matterMachine.states).flatMap(([name, state]) => {
    const named = [...state.transitions.entries()].flatMap(([event, list]) =>
      list.map((each) => ({ event, each })),
    )
    const always = (state.always ?? []).map((each, n) => ({
      event: n === 0 ? 'nothing is missing' : 'something is missing',
      each,
    }))
    return [...named, ...always].flatMap(({ event, each }) =>
      (each.target ?? [state]).map((target) => `  ${name} --> ${target.key}: ${event}`),
    )
  })
  return [
    '# The conversation about one matter',
    '',
    'Drawn from the machine in `src/machines/matter.ts` by `npm run docs`; a test fails when it is stale.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> collecting',
    ...new Set(arrows),
    '```',
    '',
  ].join('\n')
}

export function diagrams(): readonly { readonly file: string; readonly text: string }[] {
  return [
    {
      file: 'repair-lifecycle.md',
      text: lifecycle('The life of a repair work order', 'logged', repairLifecycle),
    },
    {
      file: 'complaint-lifecycle.md',
      text: lifecycle('The life of a complaint', 'logged', complaintLifecycle),
    },
    {
      file: 'help-lifecycle.md',
      text: lifecycle('The life of a help request', 'open', helpLifecycle),
    },
    { file: 'matter-conversation.md', text: conversation() },
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { file, text } of diagrams())
    await writeFile(new URL(`../docs/diagrams/${file}`, import.meta.url), text)
}

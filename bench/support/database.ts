/** Databases of the bench's own, named guanjia_bench_… and dropped at the end, whatever happened. */
import postgres from 'postgres'

const server =
  process.env['DATABASE_URL'] ??
  process.env['TEST_DATABASE_URL'] ??
  'postgres://postgres@127.0.0.1:5432/postgres'

let made = 0
const open = new Set<string>()

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void Promise.all([...open].map(drop)).finally(() => process.exit(1)))

export async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const name = `guanjia_bench_${process.pid}_${(made += 1)}_${process.hrtime.bigint().toString(36)}`
  open.add(name)
  await onServer((admin) => admin.unsafe(`create database ${name}`))
  const url = new URL(server)
  url.pathname = `/${name}`
  try {
    return await work(url.toString())
  } finally {
    await drop(name)
  }
}

async function drop(name: string): Promise<void> {
  await onServer((admin) => admin.unsafe(`drop database if exists ${name} with (force)`))
  open.delete(name)
}

async function onServer(work: (admin: postgres.Sql) => Promise<unknown>): Promise<void> {
  const admin = postgres(server, { max: 1, onnotice: () => {} })
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}

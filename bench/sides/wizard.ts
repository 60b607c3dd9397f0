/** Side C: the same form as a telegraf wizard, its session in PostgreSQL, the ticket written at the end. */
import { Postgres } from '@telegraf/session/pg'
import pg from 'pg'
import { Markup, Scenes, session, Telegraf } from 'telegraf'
import type { Update } from 'telegraf/types'
import type { Side } from '../support/form.ts'
import { chatsFor, inLanes, lines } from '../support/form.ts'

interface Answers {
  what?: string
  kind?: string
  room?: string
  time?: string
  phone?: string
}
type Context = Scenes.WizardContext

const table = `create table tickets (id bigserial primary key, chat bigint not null, what text not null, kind text not null,
  room text not null, time text not null, phone text not null, created_at timestamptz not null default now())`
const insert = `insert into tickets (chat, what, kind, room, time, phone) values ($1, $2, $3, $4, $5, $6) returning id`

export async function wizard(url: string, connections: number): Promise<Side> {
  const pool = new pg.Pool({ connectionString: url, max: connections })
  // The server may say good-bye while a closing connection still listens.
  pool.on('error', () => {})
  await pool.query(table)
  const bot = new Telegraf<Context>('1:bench')
  bot.botInfo = {
    id: 1,
    is_bot: true,
    first_name: 'bench',
    username: 'bench_bot',
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
  }
  let sent = 0
  // Every update gets a client of its own, so the stub is put in per update.
  const stub = async () => ({ message_id: (sent += 1), date: 0, chat: { id: 1 } })
  const stage = new Scenes.Stage<Context>([form(pool)])
  bot.use((ctx, next) => {
    ctx.telegram.callApi = stub as never
    return next()
  })
  bot.use(session({ store: Postgres({ pool }) as never }))
  bot.use(stage.middleware())
  bot.hears(lines[0], (ctx) => ctx.scene.enter('repair'))

  let chats: readonly string[][] = []
  let ids = 0
  return {
    name: 'telegraf wizard + @telegraf/session',
    prepare: async (lanes, forms) => {
      chats = chatsFor(lanes, forms)
    },
    run: (lanes) =>
      inLanes(lanes, async (lane) => {
        for (const chat of chats[lane] ?? [])
          for (const text of lines) await bot.handleUpdate(update((ids += 1), Number(chat.slice(1)), text))
      }),
    filed: async () => {
      const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from tickets')
      return rows[0]?.n ?? 0
    },
    close: () => pool.end(),
  }
}

function form(pool: pg.Pool): Scenes.WizardScene<Context> {
  const answers = (ctx: Context) => ctx.wizard.state as Answers
  const ask = async (ctx: Context, text: string, choices: readonly string[] = []) => {
    await ctx.reply(text, Markup.inlineKeyboard(choices.map((each) => Markup.button.callback(each, each))))
    return ctx.wizard.next()
  }
  const keep = (slot: keyof Answers, text: string, choices?: readonly string[]) => async (ctx: Context) => {
    answers(ctx)[slot] = ctx.text
    return ask(ctx, text, choices)
  }
  return new Scenes.WizardScene<Context>(
    'repair',
    (ctx) => ask(ctx, '请说说哪里坏了。'),
    keep('what', '是家里还是公共区域？', ['家里', '公共区域']),
    keep('kind', '请问是哪一栋哪一单元哪一室？'),
    keep('room', '什么时候上门方便？', ['尽快', '今天下午', '明天上午', '明天下午']),
    keep('time', '请留一个联系电话。'),
    async (ctx) => {
      answers(ctx).phone = ctx.text
      const { what, kind, room, time, phone } = answers(ctx)
      const restated = `请核对：\n报修：${what}\n地点：${room}（${kind}）\n时间：${time}\n电话：${phone}\n确认提交吗？`
      return ask(ctx, restated, ['确认提交', '修改', '取消'])
    },
    async (ctx) => {
      const { what, kind, room, time, phone } = answers(ctx)
      const { rows } = await pool.query<{ id: string }>(insert, [ctx.chat?.id, what, kind, room, time, phone])
      await ctx.reply(`已登记，工单号 BX-${rows[0]?.id}。`)
      return ctx.scene.leave()
    },
  )
}

function update(id: number, chat: number, text: string): Update {
  const from = { id: chat, is_bot: false, first_name: '王先生', language_code: 'zh' }
  return {
    update_id: id,
    message: {
      message_id: id,
      date: 1_789_952_400,
      text,
      from,
      chat: { id: chat, type: 'private', first_name: '王先生' },
    },
  }
}

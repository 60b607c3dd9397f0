import type { BotCommand } from 'telegraf/types'

interface Command {
  readonly command: string
  /** What the desk hears instead: a word any resident could have typed. */
  readonly word: string
  readonly zh: string
  readonly en: string
}

const commands: readonly Command[] = [
  { command: 'repair', word: '报修', zh: '报修', en: 'Report a repair' },
  { command: 'status', word: '进度', zh: '查看进度', en: 'See how far it is' },
  { command: 'menu', word: '菜单', zh: '菜单', en: 'Menu' },
  { command: 'cancel', word: '取消', zh: '取消当前操作', en: 'Cancel what is being filled in' },
  { command: 'human', word: '人工', zh: '转人工服务', en: 'Talk to a person' },
  { command: 'help', word: '菜单', zh: '帮助', en: 'Help' },
]

export const start = 'start'
const words = new Map(commands.map(({ command, word }) => [command, word]))

export function wordFor(command: string): string | undefined {
  return words.get(command)
}

/** The command list Telegram shows, in the default language and in English. */
export const shownCommands: readonly { language?: string; commands: readonly BotCommand[] }[] = [
  { commands: commands.map(({ command, zh }) => ({ command, description: zh })) },
  { language: 'en', commands: commands.map(({ command, en }) => ({ command, description: en })) },
]

import type { Update } from 'telegraf/types'
import { describe, expect, test } from 'vitest'
import { readUpdate } from '../../../src/bots/telegram/update.ts'

const self = { id: 42, username: 'Guanjia_Bot' }
const now = new Date('2026-11-22T10:00:00Z')
const resident = { id: 7, is_bot: false, first_name: '王', last_name: '芳', language_code: 'zh-hans' }
const privately = { id: 7, type: 'private', first_name: '王' }
const group = { id: -100, type: 'supergroup', title: '业主群' }

const read = (update: object) => readUpdate({ update_id: 900, ...update } as Update, self, now)
const message = (content: object, chat: object = privately) => ({
  message: { message_id: 5, date: 1_763_800_000, chat, from: resident, ...content },
})
const mark = (type: string, text: string, part: string) => ({
  type,
  offset: text.indexOf(part),
  length: part.length,
})
const inGroup = (text: string, entities: object[] = [], more: object = {}) =>
  read(message({ text, entities, ...more }, group))
const command = (text: string, chat: object = privately) =>
  read(
    message(
      { text, entities: [{ type: 'bot_command', offset: 0, length: text.split(' ')[0]!.length }] },
      chat,
    ),
  )

describe('a message from Telegram', () => {
  test('tells its address, id, sender, time and language', () => {
    expect(read(message({ text: '厨房漏水' }))).toEqual({
      kind: 'text',
      text: '厨房漏水',
      address: { channel: 'telegram', account: '42', chat: '7' },
      chatKind: 'private',
      id: '900:7:5',
      sender: { id: '7', name: '王 芳' },
      at: new Date(1_763_800_000_000),
      addressed: true,
      locale: 'zh-hans',
    })
  })

  test('is ignored when the bot itself wrote it', () => {
    const from = { id: 42, is_bot: true, first_name: '管家' }
    expect(read(message({ text: '我说的', from }))).toBeUndefined()
  })

  test('is kept when another bot wrote it', () => {
    const from = { id: 43, is_bot: true, first_name: '别的' }
    expect(read(message({ text: '嗨', from }, group))).toMatchObject({ sender: { id: '43' } })
  })

  test('from an anonymous administrator is from the group, not from the shared stand-in user', () => {
    const from = { id: 1087968824, is_bot: true, first_name: 'Group' }
    expect(read(message({ text: '通知', from, sender_chat: group }, group))).toMatchObject({
      sender: { id: '-100', name: '业主群' },
    })
  })

  test('with U+0000 or half a surrogate pair becomes storable, the sender’s name too', () => {
    const from = { ...resident, first_name: '王\0', last_name: '\ud800' }
    expect(read(message({ text: 'a\0b\udc00', from }))).toMatchObject({
      text: 'ab\ufffd',
      sender: { name: '王 \ufffd' },
    })
  })
})

describe('in a group', () => {
  test('what mentions nobody is not for us', () => {
    expect(inGroup('大家好')).toMatchObject({ addressed: false, chatKind: 'group', text: '大家好' })
  })

  test.each([
    ['@guanjia_bot 报修', '报修'],
    ['@GUANJIA_BOT\n报修', '报修'],
    ['报修 @guanjia_bot', '报修'],
    ['@guanjia_bot 报修 @guanjia_bot', '报修'],
    ['请 @guanjia_bot 看看', '请 @guanjia_bot 看看'],
    ['😱 @guanjia_bot', '😱'],
  ])('%j is for us and is heard as %j', (text, heard) => {
    const entities = [...text.matchAll(/@guanjia_bot/gi)].map(({ index }) => ({
      type: 'mention',
      offset: index,
      length: 12,
    }))
    expect(inGroup(text, entities)).toMatchObject({ addressed: true, text: heard })
  })

  test('a mention of somebody whose name ends like ours is not for us', () => {
    const text = '@not_guanjia_bot 你好'
    expect(inGroup(text, [mark('mention', text, '@not_guanjia_bot')])).toMatchObject({ addressed: false })
  })

  test('our name without Telegram’s mark is not a mention', () => {
    expect(inGroup('邮箱 a@guanjia_bot')).toMatchObject({ addressed: false })
  })

  test('a mention by the person’s card is for us', () => {
    const text = '管家 在吗'
    const entity = {
      ...mark('text_mention', text, '管家'),
      user: { id: 42, is_bot: true, first_name: '管家' },
    }
    expect(inGroup(text, [entity])).toMatchObject({ addressed: true, text: '在吗' })
  })

  test('an answer to our message is for us, an answer to another’s is not', () => {
    const reply = (id: number) => ({ reply_to_message: { from: { id }, text: '…' } })
    expect(inGroup('好的', [], reply(42))).toMatchObject({ addressed: true })
    expect(inGroup('好的', [], reply(8))).toMatchObject({ addressed: false })
  })

  test('a message in a topic we opened is not an answer to us', () => {
    const reply = { reply_to_message: { from: { id: 42 }, forum_topic_created: { name: '维修' } } }
    expect(inGroup('好的', [], reply)).toMatchObject({ addressed: false })
  })

  test('a mention in a caption counts', () => {
    const caption = '@guanjia_bot 漏水'
    const photo = [{ file_id: 'p', width: 1, height: 1 }]
    const entities = [mark('mention', caption, '@guanjia_bot')]
    expect(read(message({ photo, caption, caption_entities: entities }, group))).toMatchObject({
      kind: 'photo',
      addressed: true,
      text: '漏水',
    })
  })
})

describe('a command', () => {
  test.each([
    ['/repair', '报修'],
    ['/repair 厨房漏水', '报修 厨房漏水'],
    ['/Status', '进度'],
    ['/menu', '菜单'],
    ['/help', '菜单'],
    ['/cancel', '取消'],
    ['/human', '人工'],
    ['/repair@guanjia_bot 灯坏了', '报修 灯坏了'],
    ['/unknown 1', '/unknown 1'],
  ])('%j is heard as %j', (said, heard) => {
    expect(command(said)).toMatchObject({ kind: 'text', text: heard, addressed: true })
  })

  test('in a group is for us with our name, or without a name if we know it', () => {
    expect(command('/repair@Guanjia_bot', group)).toMatchObject({ addressed: true, text: '报修' })
    expect(command('/repair', group)).toMatchObject({ addressed: true, text: '报修' })
    expect(command('/roll', group)).toMatchObject({ addressed: false, text: '/roll' })
  })

  test('for another bot is left alone', () => {
    expect(command('/repair@other_bot', group)).toMatchObject({
      addressed: false,
      text: '/repair@other_bot',
    })
    expect(command('/start@other_bot CODE', group)).toMatchObject({ kind: 'text', addressed: false })
  })

  test.each([
    ['/start', undefined],
    ['/start room_3-2-502', 'room_3-2-502'],
    ['/start@guanjia_bot CODE', 'CODE'],
    [`/start ${'a'.repeat(64)}`, 'a'.repeat(64)],
    [`/start ${'a'.repeat(65)}`, undefined],
    ['/start two words', undefined],
  ])('%j opens the chat with code %j', (said, code) => {
    const started = command(said)
    expect(started).toMatchObject({ kind: 'start', addressed: true })
    expect(started).toHaveProperty('id')
    expect((started as { code?: string }).code).toBe(code)
  })
})

describe('photos', () => {
  const sizes = [
    { file_id: 'small', width: 90, height: 60, file_size: 1_000 },
    { file_id: 'large', width: 1280, height: 960, file_size: 200_000 },
    { file_id: 'middle', width: 320, height: 240, file_size: 20_000 },
  ]

  test('the largest size is taken, with its bytes and the caption', () => {
    expect(read(message({ photo: sizes, caption: '这里' }))).toMatchObject({
      kind: 'photo',
      text: '这里',
      photos: [{ ref: 'large', size: 200_000 }],
    })
  })

  test('parts of an album carry its id, a single photo has none', () => {
    expect(read(message({ photo: sizes, media_group_id: 'g1' }))).toMatchObject({ album: 'g1' })
    expect(read(message({ photo: sizes }))).not.toHaveProperty('album')
  })

  test('a picture sent as a file is a photo, any other file is not', () => {
    const document = (mime_type: string) => message({ document: { file_id: 'd', mime_type, file_size: 9 } })
    expect(read(document('image/png'))).toMatchObject({ kind: 'photo', photos: [{ ref: 'd', size: 9 }] })
    expect(read(document('application/pdf'))).toMatchObject({ kind: 'other', what: 'file' })
  })
})

describe('everything else', () => {
  test('a resident’s own number is a contact, another’s is only text', () => {
    const contact = (user_id?: number) => message({ contact: { phone_number: '+86138', user_id } })
    expect(read(contact(7))).toMatchObject({ kind: 'contact', phone: '+86138' })
    expect(read(contact(8))).toMatchObject({ kind: 'text', text: '+86138' })
    expect(read(contact())).toMatchObject({ kind: 'text', text: '+86138' })
  })

  test.each([
    ['voice', { voice: {}, caption: '听' }, 'voice'],
    ['a video', { video: {} }, 'video'],
    ['a round video', { video_note: {} }, 'video'],
    ['an animation', { animation: {}, document: { mime_type: 'image/gif' } }, 'video'],
    ['a sticker', { sticker: {} }, 'sticker'],
    ['a place', { location: {} }, 'location'],
    ['a named place', { venue: {}, location: {} }, 'location'],
    ['a file', { document: {} }, 'file'],
    ['a poll', { poll: {} }, 'unknown'],
    ['something Telegram invents next year', { hologram: {} }, 'unknown'],
  ])('%s is kept though we cannot read it', (_, content, what) => {
    const caption = 'caption' in content ? content.caption : ''
    expect(read(message(content))).toMatchObject({ kind: 'other', what, text: caption })
  })

  test('an edited message is its new words under an id of its own', () => {
    const edited = { ...message({ text: '二楼漏水' }).message, edit_date: 1_763_800_060 }
    expect(read({ edited_message: edited })).toMatchObject({
      kind: 'text',
      text: '二楼漏水',
      edited: true,
      id: '900:7:5:edit1763800060',
    })
  })

  test('an edit without words, such as a moving live location, is nothing', () => {
    const edited = { ...message({ location: {} }).message, edit_date: 1 }
    expect(read({ edited_message: edited })).toBeUndefined()
  })

  test('a group’s new id is told twice and is the same move', () => {
    const to = read(message({ migrate_to_chat_id: -1009 }, { id: -9, type: 'group', title: '群' }))
    const from = read(message({ migrate_from_chat_id: -9 }, { id: -1009, type: 'supergroup', title: '群' }))
    for (const move of [to, from]) {
      expect(move).toMatchObject({ kind: 'moved', address: { chat: '-9' }, to: '-1009' })
    }
  })

  test.each([
    ['a new member', message({ new_chat_members: [{}] }, group)],
    ['a pinned message', message({ pinned_message: {} }, group)],
    ['a new topic', message({ forum_topic_created: {} }, group)],
    ['being removed', { my_chat_member: { chat: group, new_chat_member: { status: 'kicked' } } }],
    ['a channel post', { channel_post: { chat: { id: 1, type: 'channel' }, text: 'x' } }],
  ])('%s is nobody saying something', (_, update) => {
    expect(read(update)).toBeUndefined()
  })
})

describe('a press', () => {
  const press = (more: object) => ({
    callback_query: { id: 'cb1', from: resident, chat_instance: 'i', ...more },
  })

  test('carries the nonce, the chat of its message and the time we got it', () => {
    expect(read(press({ data: 'nonce-1', message: { chat: group, message_id: 3, date: 0 } }))).toEqual({
      kind: 'button',
      nonce: 'nonce-1',
      address: { channel: 'telegram', account: '42', chat: '-100' },
      chatKind: 'group',
      id: '900:cb:cb1',
      sender: { id: '7', name: '王 芳' },
      at: now,
      addressed: true,
      locale: 'zh-hans',
    })
  })

  test('without a chat or without data is nothing', () => {
    expect(read(press({ data: 'x' }))).toBeUndefined()
    expect(
      read(press({ message: { chat: group, message_id: 3, date: 0 }, game_short_name: 'g' })),
    ).toBeUndefined()
  })
})

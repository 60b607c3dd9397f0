/** The page in a real browser. Screenshots go to GUANJIA_SHOTS, if it is set. */
import { accessSync } from 'node:fs'
import { join } from 'node:path'
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  type Route,
} from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { png } from '../../support/png.ts'
import { contrasts, focused, measure } from './inPage.ts'
import { eventually, openWebServer, type WebServer } from './server.ts'
import { smallHouse } from './smallHouse.ts'

const places = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const executablePath = places.filter((place) => place !== undefined).find(isThere)
if (executablePath === undefined) {
  console.warn(
    'browser tests skipped: no Chromium at CHROMIUM_PATH, /usr/bin/chromium(-browser) or google-chrome',
  )
}

function isThere(path: string): boolean {
  try {
    accessSync(path)
    return true
  } catch {
    return false
  }
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  locale: 'zh-CN',
}
const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, locale: 'zh-CN' }

describe.skipIf(executablePath === undefined)('the chat page in a browser', () => {
  let browser: Browser
  let web: WebServer
  let context: BrowserContext
  let complaints: string[]

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: quiet })
  })
  afterAll(() => browser.close())

  beforeEach(async () => {
    web = await openWebServer({ house: smallHouse })
    complaints = []
  })
  afterEach(async () => {
    await context.close()
    await web.close()
    expect(complaints).toEqual([])
  })

  async function visit(path = '/', options = phone): Promise<Page> {
    context = await browser.newContext(options)
    return another(path)
  }

  /** One more tab of the same browser. Whatever the page is not allowed to do is a complaint. */
  async function another(path: string): Promise<Page> {
    const page = await context.newPage()
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('dialog', (dialog) => complaints.push(dialog.message()))
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/i.test(message.text())) complaints.push(message.text())
    })
    page.on('request', (request) => {
      if (!/^(blob:|http:\/\/127\.0\.0\.1:)/.test(request.url())) complaints.push(request.url())
    })
    await page.goto(web.origin + path)
    return page
  }

  const heard = (page: Page) => page.locator('.house .bubble p')
  const own = (page: Page) => page.locator('.me .bubble p')
  const says = async (page: Page, text: string) => {
    await page.fill('#text', text)
    await page.press('#text', 'Enter')
  }
  const shoot = async (page: Page, name: string) => {
    const folder = process.env['GUANJIA_SHOTS']
    if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
  }

  test('a resident is greeted, writes, presses a button and sends a photo', async () => {
    const page = await visit()
    await heard(page).getByText('您好，我是示范小区的管家。').waitFor()
    await says(page, '厨房水管漏水了，一直在滴')
    await heard(page).getByText('请您核对').waitFor()
    expect(await page.locator('.choices.over button:enabled').count()).toBe(0)
    await shoot(page, 'talk-phone')

    await page.getByRole('button', { name: '确认' }).click()
    await heard(page).getByText('已登记').waitFor()
    expect(web.received.filter((message) => message.kind === 'button')).toMatchObject([
      { nonce: 'confirm01' },
    ])
    expect(await page.locator('.choices button:enabled').count()).toBe(0)
    expect(await page.locator('.choices .picked').allTextContents()).toEqual(['确认'])

    await page.setInputFiles('#photo input', {
      name: 'leak.png',
      mimeType: 'image/png',
      buffer: Buffer.from(png(480, 360)),
    })
    await page.locator('#chosen img').waitFor()
    await page.fill('#text', '就是这里')
    await page.click('#send')
    await heard(page).getByText('照片收到了').waitFor()
    const photo = page.locator('.me .bubble img')
    await eventually(
      () => photo.evaluate((image: { naturalWidth?: number }) => image.naturalWidth === 480),
      'photo',
    )
    expect(await page.locator('#chosen').isHidden()).toBe(true)
  })

  test('what was written without a network goes out once it is back, once and in order', async () => {
    const page = await visit()
    await page.locator('.choices button').first().waitFor()
    await context.setOffline(true)
    await says(page, '第一句')
    await says(page, '第二句')
    await page.locator('.resend').first().waitFor()
    expect(await page.locator('#banner').textContent()).toBe('网络不稳，正在重连…')
    await shoot(page, 'offline-phone')
    const chat = web.received[0]!.address.chat
    await web.channel.send({ channel: 'web', account: 'web', chat }, { text: '断网时的通知' })

    await context.setOffline(false)
    await heard(page).getByText('断网时的通知').waitFor()
    await heard(page).getByText('您说的是：第二句').waitFor()
    await eventually(async () => (await page.locator('.resend').count()) === 0, 'nothing left to resend')
    await eventually(async () => (await page.locator('#banner').textContent()) === '', 'the banner is gone')
    expect(await own(page).allTextContents()).toEqual(['第一句', '第二句'])
    expect(web.received.flatMap((message) => (message.kind === 'text' ? [message.text] : []))).toEqual([
      '第一句',
      '第二句',
    ])
  })

  test('an answer lost on its way back doubles nothing', async () => {
    const page = await visit()
    await page.locator('.choices button').first().waitFor()
    const lose = async (route: Route) => {
      await route.fetch()
      await route.abort()
    }
    await page.route('**/messages', lose, { times: 2 })
    await says(page, '只说一次')
    await heard(page).getByText('您说的是：只说一次').waitFor()
    await eventually(
      async () => (await page.locator('#unsent > li').count()) === 0,
      'an answer that came through',
    )
    expect(await own(page).allTextContents()).toEqual(['只说一次'])
    expect(web.received.filter((message) => message.kind === 'text')).toHaveLength(1)
  })

  test('a reload keeps the talk, the draft, and what was not yet sent', async () => {
    const page = await visit()
    await says(page, '我想查进度')
    await heard(page).getByText('您说的是：我想查进度').waitFor()
    await page.route('**/messages', (route) => route.abort())
    await says(page, '没发出去的话')
    await page.locator('.resend').waitFor()
    await page.fill('#text', '写到一半')
    await page.unroute('**/messages')
    await page.reload()
    await heard(page).getByText('您说的是：没发出去的话').waitFor()
    await eventually(async () => (await own(page).count()) === 2, 'both own lines')
    expect(await own(page).allTextContents()).toEqual(['我想查进度', '没发出去的话'])
    expect(await page.inputValue('#text')).toBe('写到一半')
    expect(web.received.filter((message) => message.kind === 'start')).toHaveLength(1)
  })

  test('hostile words are words', async () => {
    const page = await visit()
    const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>\u202e反过来 שלום'
    const chat = async () => web.received[0]!.address.chat
    await page.locator('.choices button').first().waitFor()
    await says(page, hostile)
    await heard(page).getByText('您说的是：').waitFor()
    await web.channel.send(
      { channel: 'web', account: 'web', chat: await chat() },
      { text: hostile, choices: [{ label: '<b onclick=alert(3)>好</b>', nonce: 'hostile' }] },
    )
    await page.getByRole('button', { name: '<b onclick=alert(3)>好</b>' }).click()
    await eventually(() => web.received.some((message) => message.kind === 'button'), 'the press')
    expect(await own(page).first().textContent()).toBe(hostile)
    expect(await page.locator('.bubble :is(img, script, b)').count()).toBe(0)
    await shoot(page, 'hostile-phone')
  })

  test('a resident and a staff member share one browser and no chat', async () => {
    const resident = await visit('/?code=ABCD2345', desktop)
    await heard(resident).getByText('已绑定（ABCD2345）').waitFor()
    expect(new URL(resident.url()).search).toBe('')
    const staff = await another('/desk')
    await heard(staff).getByText('您好').waitFor()
    expect(await staff.title()).toBe('管家 · 员工')
    await staff.getByRole('button', { name: '待办' }).click()
    const asked = () =>
      web.received.some(
        (each) => each.kind === 'text' && each.text === '待办' && each.address.chat.startsWith('s-'),
      )
    await eventually(asked, 'the staff word arrives from the staff chat')
    expect(await own(resident).count()).toBe(0)
    expect(new Set(web.received.map((message) => message.address.chat.slice(0, 2)))).toEqual(
      new Set(['r-', 's-']),
    )
  })

  test('reading old lines is not disturbed by a new one', async () => {
    const page = await visit()
    await page.locator('.choices button').first().waitFor()
    const chat = web.received[0]!.address.chat
    const to = { channel: 'web', account: 'web', chat } as const
    for (let line = 1; line <= 30; line += 1) await web.channel.send(to, { text: `通知 ${line}` })
    await heard(page).getByText('通知 30').waitFor()
    const top = () => page.locator('#talk').evaluate((talk: { scrollTop: number }) => talk.scrollTop)
    await eventually(async () => (await top()) > 500, 'the page follows')
    await page.locator('#talk').evaluate((talk: { scrollTop: number }) => void (talk.scrollTop = 200))
    await eventually(async () => (await top()) === 200, 'reading above')
    await web.channel.send(to, { text: '最新的一条' })
    await page.locator('#newer').waitFor()
    expect(await top()).toBe(200)
    await page.click('#newer')
    await eventually(async () => (await top()) > 500, 'back at the end')
    expect(await page.locator('#newer').isHidden()).toBe(true)
  })

  test('letters are large, larger on request, and everything to press is big enough', async () => {
    for (const [locale, word] of [
      ['zh-CN', '大字'],
      ['zh-TW', '大字'],
      ['en-GB', 'A+'],
    ] as const) {
      const page = await visit('/', { ...phone, locale })
      await page.locator('.choices button').first().waitFor()
      const sizes = () => page.evaluate(measure)
      expect((await sizes()).smallestText).toBeGreaterThanOrEqual(18)
      expect((await sizes()).smallestTarget).toBeGreaterThanOrEqual(48)
      await page.getByRole('button', { name: word }).click()
      expect((await sizes()).smallestText).toBeGreaterThanOrEqual(24)
      expect((await sizes()).smallestTarget).toBeGreaterThanOrEqual(48)
      expect((await sizes()).tooWide).toBe(false)
      await page.reload()
      await page.locator('.large .choices button').first().waitFor()
      await context.close()
    }
  })

  test('words stand out from what is behind them, by day and by night', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await visit('/', { ...phone, colorScheme })
      await says(page, '水管漏水')
      await heard(page).getByText('请您核对').waitFor()
      await context.setOffline(true)
      await says(page, '没有网络')
      await page.locator('.resend').waitFor()
      for (const [words, ratio] of await page.evaluate(contrasts)) {
        expect([words, ratio >= 4.5]).toEqual([words, true])
      }
      await context.close()
    }
  })

  test('everything can be done with the keyboard, and replies are read out', async () => {
    const page = await visit('/', desktop)
    await page.locator('.choices button').first().waitFor()
    const stops: string[] = []
    for (let tab = 0; tab < 10; tab += 1) {
      await page.keyboard.press('Tab')
      stops.push(await page.evaluate(focused))
    }
    expect(stops).toEqual([
      '大字',
      '菜单',
      '转人工',
      '对话',
      '报修',
      '投诉建议',
      '查物业费',
      '查进度',
      'file',
      '请写在这里',
    ])
    await page.keyboard.type('我家漏水')
    await page.keyboard.press('Enter')
    await page.locator('#spoken').getByText('请您核对').waitFor({ state: 'attached' })
    expect(await page.locator('#spoken').textContent()).not.toContain('您好')
  })
})

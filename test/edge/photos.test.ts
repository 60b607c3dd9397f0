import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KeptPhoto, PhotoStore } from '../../src/desk/ports.ts'
import { openPhotoStore } from '../../src/edge/photos.ts'

let dir: string
let photos: PhotoStore
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guanjia-photos-'))
  photos = openPhotoStore(join(dir, 'photos'))
})
afterEach(() => rm(dir, { recursive: true }))

const filesIn = async (path: string) =>
  (await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
const stored = () => filesIn(join(dir, 'photos'))

/** A picture with something to see in it, red above and blue below. */
function picture(width = 640, height = 480) {
  const half = { width, height: height / 2, channels: 3 as const }
  return sharp({ create: { width, height, channels: 3, background: '#d01010' } }).composite([
    { input: { create: { ...half, background: '#1010d0' } }, gravity: 'south' },
  ])
}
const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })

/** A black square of one bit a pixel, made without holding its pixels as a picture. */
function blackPng(side: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0])
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  const rows = deflateSync(Buffer.alloc(side * (1 + side / 8)))
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

async function kept(bytes: Uint8Array, store = photos) {
  const photo = await store.keep(bytes)
  if (!photo.ok) throw new Error(photo.reason)
  return photo
}
async function bytesOf(photo: Extract<KeptPhoto, { ok: true }>) {
  const bytes = await photos.read(photo.hash)
  if (!bytes) throw new Error('not stored')
  return bytes
}

describe('a photo', () => {
  it.each(['jpeg', 'png', 'webp'] as const)(
    'of type %s is kept under the hash of what is stored',
    async (type) => {
      const photo = await kept(await picture().toFormat(type).toBuffer())
      const bytes = await bytesOf(photo)
      expect(photo).toMatchObject({ width: 640, height: 480, bytes: bytes.length })
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(photo.hash)
      expect((await sharp(bytes).metadata()).format).toBe('jpeg')
    },
  )

  it('lies alone in a folder by its hash, for no other user to read', async () => {
    const { hash } = await kept(await picture().jpeg().toBuffer())
    const path = join(dir, 'photos', hash.slice(0, 2), hash.slice(2, 4), `${hash}.jpg`)
    expect(await stored()).toEqual([path])
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await stat(join(path, '..'))).mode & 0o777).toBe(0o700)
  })

  it('sent twice is stored once', async () => {
    const bytes = await picture().jpeg().toBuffer()
    const [first, second] = await Promise.all([kept(bytes), kept(bytes)])
    expect(second).toEqual(first)
    expect(await kept(bytes, openPhotoStore(join(dir, 'photos')))).toEqual(first)
    expect(await stored()).toHaveLength(1)
  })

  it('found cut short on the disk is written again', async () => {
    const bytes = await picture().jpeg().toBuffer()
    const photo = await kept(bytes)
    const [path = ''] = await stored()
    await writeFile(path, 'cut')
    expect(await kept(bytes)).toEqual(photo)
    expect((await readFile(path)).length).toBe(photo.bytes)
  })

  it('of a large camera becomes 2560 on its longest side, a small one is left', async () => {
    expect(await kept(await picture(4000, 3000).jpeg().toBuffer())).toMatchObject({
      width: 2560,
      height: 1920,
    })
    expect(await kept(await picture(300, 4000).jpeg().toBuffer())).toMatchObject({ width: 192, height: 2560 })
    expect(await kept(await picture(32, 32).png().toBuffer())).toMatchObject({ width: 32, height: 32 })
  })

  it('with transparency gets a white ground', async () => {
    const clear = sharp({ create: { width: 8, height: 8, channels: 4, background: '#00000000' } })
    const photo = await kept(await clear.png().toBuffer())
    expect([
      ...(
        await sharp(await bytesOf(photo))
          .raw()
          .toBuffer()
      ).subarray(0, 3),
    ]).toEqual([255, 255, 255])
  })
})

describe('what a camera wrote beside the picture', () => {
  it('is dropped: place, maker, words', async () => {
    const exif = {
      IFD0: { Make: 'CanaryCam', ImageDescription: 'CANARY' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '32/1 3/1 30/1', GPSLongitudeRef: 'E' },
    }
    const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/">CANARY</x:xmpmeta>'
    for (const type of ['jpeg', 'png', 'webp'] as const) {
      const original = await picture().withExif(exif).withXmp(xmp).toFormat(type).toBuffer()
      expect((await sharp(original).metadata()).exif).toBeDefined()
      const bytes = await bytesOf(await kept(original))
      const { exif: left, xmp: words, iptc, icc } = await sharp(bytes).metadata()
      expect([left, words, iptc, icc]).toEqual([undefined, undefined, undefined, undefined])
      expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/CANARY|CanaryCam|Exif|GPS/)
    }
  })

  it('but its orientation is turned into pixels first', async () => {
    // Held upright: stored lying, 6 = turn a quarter clockwise.
    const lying = await picture(640, 480).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const photo = await kept(lying)
    expect(photo).toMatchObject({ width: 480, height: 640 })
    const bytes = await bytesOf(photo)
    expect((await sharp(bytes).metadata()).orientation).toBeUndefined()
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    const at = (x: number, y: number) => [
      ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
    ]
    const [left, right] = [at(20, 320), at(460, 320)]
    // What was below is now at the left.
    expect(left[2]).toBeGreaterThan(150)
    expect(right[0]).toBeGreaterThan(150)
  })
})

describe('what is no photo', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  const heic = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic\0\0\0\0mif1heic'),
    Buffer.alloc(400),
  ])
  it.each<[what: string, bytes: Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['text', Buffer.from('水管漏了')],
    ['SVG', Buffer.from(svg)],
    ['SVG with an XML head', Buffer.from(`<?xml version="1.0"?>${svg}`)],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a zip', Buffer.concat([Buffer.from('PK\x03\x04\x14\0\0\0\0\0'), Buffer.alloc(200)])],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ')],
    ['a GIF', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;')],
    ['HEIC of an iPhone', heic],
    ['an ELF program', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(64)])],
    ['random bytes', createHash('sha512').update('x').digest()],
  ])('%s is refused', async (_what, bytes) => {
    expect(await photos.keep(bytes)).toEqual({ ok: false, reason: 'not_a_photo' })
    expect(await stored()).toEqual([])
  })

  it('a TIFF is refused although sharp could read it', async () => {
    expect(await photos.keep(await picture().tiff().toBuffer())).toEqual({ ok: false, reason: 'not_a_photo' })
  })

  it('a photo with a page or an archive behind it keeps only the picture', async () => {
    const html = '<html><script>alert("CANARY")</script></html>'
    const jpeg = await picture().jpeg().toBuffer()
    const photo = await kept(Buffer.concat([jpeg, Buffer.from(html), Buffer.from('PK\x03\x04CANARY')]))
    expect(Buffer.from(await bytesOf(photo)).toString('latin1')).not.toMatch(/CANARY|<html|PK\x03\x04/)
  })

  it('a page that only begins like a photo is damaged', async () => {
    const page = Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
      Buffer.from('<html><script>alert(1)</script>'),
    ])
    expect(await photos.keep(page)).toEqual({ ok: false, reason: 'damaged' })
  })
})

describe('what is too much or broken', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('a %s cut in half is damaged', async (type) => {
    const whole = await noise(800, 600).toFormat(type).toBuffer()
    for (const length of [whole.length >> 1, 40])
      expect(await photos.keep(whole.subarray(0, length))).toEqual({ ok: false, reason: 'damaged' })
    expect(await stored()).toEqual([])
  })

  it('a PNG of 20,000 × 20,000 has too many pixels, and costs no memory', async () => {
    expect(await kept(blackPng(800))).toMatchObject({ width: 800, height: 800 })
    const bomb = blackPng(20_000)
    expect(bomb.length).toBeLessThan(1_000_000)
    const before = process.memoryUsage().rss
    expect(await photos.keep(bomb)).toEqual({ ok: false, reason: 'too_many_pixels' })
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
  })

  it('the limit of pixels is inclusive', async () => {
    const small = openPhotoStore(join(dir, 'photos'), { maxPixels: 100 * 100 })
    expect((await small.keep(await picture(100, 100).png().toBuffer())).ok).toBe(true)
    expect(await small.keep(await picture(100, 102).png().toBuffer())).toMatchObject({
      reason: 'too_many_pixels',
    })
  })

  it('21 MB is too large, before anything is looked at', async () => {
    const jpeg = await picture().jpeg().toBuffer()
    const limit = 20 * 1024 * 1024
    const padded = (length: number) => Buffer.concat([jpeg, Buffer.alloc(length - jpeg.length)])
    expect(await photos.keep(padded(limit + 1))).toEqual({ ok: false, reason: 'too_large' })
    expect((await photos.keep(padded(limit))).ok).toBe(true)
  })
})

describe('a disk', () => {
  const failing = (code: string) =>
    openPhotoStore(join(dir, 'photos'), {}, async () => {
      throw Object.assign(new Error(code), { code })
    })

  it.each(['ENOSPC', 'EDQUOT'])('that is full (%s) is said to be', async (code) => {
    const jpeg = await picture().jpeg().toBuffer()
    expect(await failing(code).keep(jpeg)).toEqual({ ok: false, reason: 'no_space' })
  })

  it('that fails otherwise rejects, and the store goes on', async () => {
    const jpeg = await picture().jpeg().toBuffer()
    const store = failing('EIO')
    for (let i = 0; i < 5; i++) await expect(store.keep(jpeg)).rejects.toThrow('EIO')
  })

  it('that cannot be reached rejects instead of saying there is no such photo', async () => {
    const jpeg = await picture().jpeg().toBuffer()
    const { hash } = await kept(jpeg)
    await rm(join(dir, 'photos'), { recursive: true })
    // A file stands where the folder should be.
    await writeFile(join(dir, 'photos'), '')
    await expect(photos.keep(jpeg)).rejects.toThrow()
    await expect(photos.read(hash)).rejects.toThrow()
  })
})

describe('reading', () => {
  it.each([
    '',
    '../../../etc/passwd',
    'a'.repeat(63),
    'a'.repeat(65),
    'A'.repeat(64),
    `${'a'.repeat(60)}/../`,
    `${'a'.repeat(64)}\n`,
    `${'a'.repeat(32)}\0${'a'.repeat(31)}`,
  ])('%j names no photo', async (hash) => {
    expect(await photos.read(hash)).toBeUndefined()
  })

  it('an unknown hash names none either', async () => {
    expect(await photos.read('a'.repeat(64))).toBeUndefined()
  })
})

describe('many at once', () => {
  it('at most two are worked on, and all come through', async () => {
    const begun: string[] = []
    let goOn = () => {}
    const held = new Promise<void>((resolve) => (goOn = resolve))
    const store = openPhotoStore(join(dir, 'elsewhere'), {}, async (path) => {
      begun.push(path)
      await held
    })
    const pictures = await Promise.all(
      [40, 50, 60, 70, 80, 90].map((side) => picture(side, side).png().toBuffer()),
    )
    const keeping = Promise.all(pictures.map((bytes) => store.keep(bytes)))
    // The same work in another store, begun later and finished: time enough for a third to slip in.
    for (const bytes of [...pictures, ...pictures]) await kept(bytes)
    expect(begun).toHaveLength(2)
    goOn()
    expect((await keeping).map((photo) => photo.ok && photo.width)).toEqual([40, 50, 60, 70, 80, 90])
    expect(begun).toHaveLength(6)
  })
})

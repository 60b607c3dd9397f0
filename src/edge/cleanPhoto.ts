/**
 * A stranger's bytes become a picture of ours: checked by what they are, not by what they are called, then
 * decoded and written anew. Nothing of the file survives but its pixels: no EXIF, no place, no second file
 * hidden behind the first.
 */
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import type { KeptPhoto } from '../desk/ports.ts'

export interface PhotoLimits {
  readonly maxBytes: number
  readonly maxPixels: number
  /** Of what is stored. */
  readonly longestSide: number
}

export const standardPhotoLimits: PhotoLimits = {
  maxBytes: 20 * 1024 * 1024,
  maxPixels: 50_000_000,
  longestSide: 2560,
}

/** What is stored: the one format every channel and browser shows. */
export const storedPhotoType = 'image/jpeg'

export type CleanPhoto =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly width: number; readonly height: number }
  | Extract<KeptPhoto, { ok: false }>

const accepted = new Set(['image/jpeg', 'image/png', 'image/apng', 'image/webp'])
/** Enough for the magic bytes; a sniffer that reads less can be tricked less. */
const headBytes = 4100
const slowestSeconds = 30

export async function cleanPhoto(bytes: Uint8Array, limits: PhotoLimits): Promise<CleanPhoto> {
  if (bytes.length > limits.maxBytes) return { ok: false, reason: 'too_large' }
  if (!(await isPhoto(bytes))) return { ok: false, reason: 'not_a_photo' }
  try {
    const { data, info } = await sharp(bytes, {
      failOn: 'error',
      limitInputPixels: limits.maxPixels,
      animated: false,
    })
      .timeout({ seconds: slowestSeconds })
      .autoOrient()
      .resize({
        width: limits.longestSide,
        height: limits.longestSide,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true })
    return { ok: true, bytes: data, width: info.width, height: info.height }
  } catch (error) {
    const tooMany = error instanceof Error && error.message.includes('exceeds pixel limit')
    return { ok: false, reason: tooMany ? 'too_many_pixels' : 'damaged' }
  }
}

async function isPhoto(bytes: Uint8Array): Promise<boolean> {
  try {
    const type = await fileTypeFromBuffer(bytes.subarray(0, headBytes))
    return type !== undefined && accepted.has(type.mime)
  } catch {
    return false
  }
}

/** Photos chosen and not yet sent: shown as small pictures above the words, sent together with them. */
import { say } from './words.js'

const longestEdge = 2560
const smallEnough = 1_500_000
const most = 9
export const largest = 10 * 1024 * 1024

export class Chosen {
  #list
  #files = []

  constructor(list) {
    this.#list = list
  }

  get empty() {
    return this.#files.length === 0
  }

  add(files) {
    this.#files = [...this.#files, ...files].slice(0, most)
    this.#show()
  }

  take() {
    const files = this.#files
    this.#files = []
    this.#show()
    return files
  }

  #show() {
    for (const image of this.#list.querySelectorAll('img')) URL.revokeObjectURL(image.src)
    this.#list.hidden = this.empty
    this.#list.replaceChildren(
      ...this.#files.map((file) => {
        const item = document.createElement('li')
        const image = document.createElement('img')
        image.src = URL.createObjectURL(file)
        image.alt = say.photo
        const remove = document.createElement('button')
        remove.type = 'button'
        remove.textContent = '×'
        remove.setAttribute('aria-label', say.remove)
        remove.addEventListener('click', () => {
          this.#files = this.#files.filter((one) => one !== file)
          this.#show()
        })
        item.append(image, remove)
        return item
      }),
    )
  }
}

/** A smaller JPEG of a large photo, so that it also gets through a slow network; else the photo itself. */
export async function shrink(file) {
  if (file.size <= smallEnough && /^image\/(jpeg|png|webp)$/.test(file.type)) return file
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, longestEdge / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(bitmap.width * scale)
    canvas.height = Math.round(bitmap.height * scale)
    canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    const smaller = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
    return smaller && smaller.size < file.size ? smaller : file
  } catch {
    return file
  }
}

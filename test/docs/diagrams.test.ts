import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { diagrams } from '../../scripts/diagrams.ts'

describe('the diagrams in docs/', () => {
  for (const { file, text } of diagrams()) {
    it(`${file} is what the code says (npm run docs)`, () => {
      expect(readFileSync(new URL(`../../docs/diagrams/${file}`, import.meta.url), 'utf8')).toBe(text)
    })
  }
})

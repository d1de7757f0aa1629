import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LANGUAGE_SCALE, LANGUAGE_WEIGHTS } from '../../src/generated/language.js'
import { SLOTS } from '../../src/language/ngrams.js'

describe('the language table', () => {
  const bytes = readFileSync(new URL('../../data/models/language.bin', import.meta.url))
  const model = JSON.parse(readFileSync(new URL('../../data/models/language.json', import.meta.url), 'utf8'))

  it('is the one that was trained, with its sources named', () => {
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(model.sha256)
    expect(model.sources.length).toBeGreaterThan(3)
    for (const source of model.sources) expect(source.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is packed as it stands', () => {
    expect(LANGUAGE_WEIGHTS).toBe(bytes.toString('base64'))
    expect(LANGUAGE_SCALE).toBe(model.scale)
    expect(bytes.length).toBe(SLOTS * model.classes.length)
    expect(model.slots).toBe(SLOTS)
  })
})

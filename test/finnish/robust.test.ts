import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Finnish, loadFinnish } from '../../src/finnish/index.js'

let finnish: Finnish

beforeAll(async () => {
  finnish = await loadFinnish()
})

const piece = fc.constantFrom(
  ...'aeiouyäöklmnprstvhjdg',
  'ssa',
  'kin',
  'nsa',
  'talo',
  'hoito',
  'ä',
  'a\u0308',
  '\u00ad',
  '\u200d',
  '-',
  ':',
  "'",
  '.',
  'б',
  'ع',
  '😀',
  '👨‍👩‍👧',
  '7',
  '\ud83d',
  ' ',
  'É',
  'Q',
)
const word = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

describe('any input', () => {
  it('has at least one reading, the same every time, and no two alike', () => {
    fc.assert(
      fc.property(word, (form) => {
        const readings = finnish.analyzeWord(form)
        expect(readings.length).toBeGreaterThan(0)
        for (const reading of readings) {
          expect(reading.compound.replace(/#/g, '')).toBe(reading.lemma)
          expect(reading.parts.length).toBeGreaterThan(0)
        }
        expect(finnish.analyzeWord(form)).toEqual(readings)
        const keys = readings.map((reading) => `${reading.compound}|${reading.pos}`)
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { numRuns: 3000 },
    )
  })

  it('does not depend on what was asked before', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), word, (before, form) => {
        const first = finnish.analyzeWord(form)
        for (const other of before) finnish.analyzeWord(other)
        expect(finnish.analyzeWord(form)).toEqual(first)
      }),
      { numRuns: 300 },
    )
  })

  it('is spared from changes that a caller makes to an answer', () => {
    const first = finnish.analyzeWord('hoitajille')
    for (const reading of first) {
      reading.lemma = 'x'
      reading.features.case = 'x'
    }
    first.length = 0
    expect(finnish.analyzeWord('hoitajille')[0]).toMatchObject({
      lemma: 'hoitaja',
      features: { case: 'allative' },
    })
  })

  it('reads NFD as NFC, and through soft hyphens', () => {
    for (const form of ['lääkärissä', 'Töölössä', 'hyvää', 'päivystyksessä'])
      expect(finnish.analyzeWord(form.normalize('NFD'))).toEqual(finnish.analyzeWord(form))
    expect(finnish.analyzeWord('ajan\u00advaraus')[0]?.compound).toBe('ajan#varaus')
  })

  it('takes null and other things from JavaScript callers', () => {
    for (const form of [null, undefined, 7, {}] as unknown as string[])
      expect(finnish.analyzeWord(form)[0]?.source).toBe('identity')
    expect(finnish.stem('')).toBe('')
  })

  it('takes words of a million letters in linear time', () => {
    for (const unit of ['a', 'talo', 'ä', '😀', 'kissa-', 'a:', '1', 'б', "'"]) {
      const start = performance.now()
      const readings = finnish.analyzeWord(unit.repeat(1_000_000 / unit.length))
      expect(readings.length).toBeGreaterThan(0)
      expect(performance.now() - start, unit).toBeLessThan(1000)
    }
  })

  it('stays quick on the worst words that it does analyse', () => {
    const start = performance.now()
    for (let size = 10; size <= 80; size++)
      for (const unit of ['a', 'en', 'isä', 'maa', 'kukka', 'tyttö-', 'aa', 'jäätelö']) {
        finnish.analyzeWord(unit.repeat(20).slice(0, size))
        finnish.analyzeWord(`${unit.repeat(20).slice(0, size - 1)}x`)
      }
    expect(performance.now() - start).toBeLessThan(3000)
  })
})

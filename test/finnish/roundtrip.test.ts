import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { lexemeItems } from '../../data/build/finnish-items.js'
import { readForms, readLexicon } from '../../data/build/finnish-lexicon.js'
import { Matcher } from '../../src/finnish/matcher.js'
import { openPacked, type PackedFinnish } from '../../src/finnish/packed.js'
import { markedLemma } from '../../src/finnish/reading.js'

let packed: PackedFinnish
let matcher: Matcher

beforeAll(() => {
  packed = openPacked(readFileSync(new URL('../../src/generated/finnish.bin', import.meta.url)))
  matcher = new Matcher(packed)
})

const lemmasOf = (form: string): Set<string> => {
  const matches = matcher.simple(form)
  return new Set(
    Array.from({ length: matches.length }, (_, index) => markedLemma(packed, form, matches.at(index))),
  )
}

describe('generation and analysis agree', () => {
  it('on forms of every entry of the lexicon', () => {
    const lexicon = readLexicon()
    const spelled = new Set(
      readForms()
        .filter((row) => row.pos === 'pronoun' || row.pos === 'numeral')
        .flatMap((row) => [row.lemma, row.form]),
    )
    const missing: string[] = []
    let entries = 0
    let forms = 0
    lexicon.forEach((lexeme, number) => {
      if (lexeme.flags.has('first')) return
      // The table of forms stands in for these pronouns and numerals.
      if ((lexeme.pos === 'pronoun' || lexeme.pos === 'numeral') && spelled.has(lexeme.lemma)) return
      const lemma = lexeme.standard ?? lexeme.lemma
      const all: string[] = []
      for (const [stem, items] of lexemeItems(lexeme))
        for (const item of items) {
          const [type, ending] = item.split('|')
          if (type === 'E') all.push(stem + ending)
        }
      expect(all.length, lexeme.where).toBeGreaterThan(0)
      entries++
      // Every entry is met; of its forms a different share each time, all of them for one entry in forty.
      const step = number % 40 === 0 ? 1 : 9
      for (let at = number % Math.min(step, all.length); at < all.length; at += step) {
        const form = all[at] ?? ''
        forms++
        if (!lemmasOf(form).has(lemma) && missing.length < 20)
          missing.push(`${form} -> ${lemma} (${lexeme.where})`)
      }
    })
    expect(missing).toEqual([])
    expect(entries).toBeGreaterThan(10_000)
    expect(forms).toBeGreaterThan(entries)
  })

  it('on the table of forms', () => {
    const missing = readForms().filter((row) => !lemmasOf(row.form).has(row.lemma))
    expect(missing).toEqual([])
  })
})

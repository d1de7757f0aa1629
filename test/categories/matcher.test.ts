import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comprehend } from '../../src/categories/comprehend.js'
import { type Pattern, parsePattern } from '../../src/categories/pattern.js'
import { compilePatterns } from '../../src/categories/patternSet.js'
import { loadFinnish } from '../../src/finnish/index.js'
import { createDocument, type Document } from '../../src/language/index.js'

const readers = { fi: await loadFinnish() }
const read = (text: string) => createDocument(text, { readers, language: 'fi' })

function found(document: Document, patterns: readonly string[]) {
  const set = compilePatterns(
    patterns.flatMap((text, concept) => parsePattern(text).map((pattern) => ({ concept, pattern }))),
  )
  return comprehend({ patterns: () => set })(document).hits
}

/** The slow, obvious reference: every pattern at every word, every gap tried. Words only. */
function slowly(document: Document, pattern: Pattern): boolean {
  const words = document.tokens.flatMap((token, index) =>
    token.kind === 'punctuation' ? [] : [[token.text.toLowerCase(), document.words[index]?.lemma ?? '']],
  )
  const from = (step: number, at: number): boolean => {
    const term = pattern.terms[step]
    if (term === undefined) return true
    const least = step === 0 ? at : at + 1
    const most = step === 0 ? words.length - 1 : at + 1 + (pattern.gaps[step - 1] ?? 0)
    for (let place = least; place <= most; place += 1)
      if (words[place]?.includes(term.text) && from(step + 1, place)) return true
    return false
  }
  return from(0, 0)
}

describe('comprehend', () => {
  it('finds lemmas, parts of compounds and negations with their place in the text', () => {
    const text = 'Puhelimeen ei vastattu. Ajanvarauspuhelin oli jumissa.'
    const document = read(text)
    const spans = found(document, ['puhelin NEG vastata', 'ajanvaraus', 'NEG varata']).map(
      ({ concept, first, last }) => [
        concept,
        text.slice(document.tokens[first]?.start, document.tokens[last]?.end),
      ],
    )
    expect(spans).toEqual([
      [0, 'Puhelimeen ei vastattu'],
      [1, 'Ajanvarauspuhelin'],
    ])
  })

  it('does not reach from a sentence into the next, nor over more than three words', () => {
    expect(found(read('Soitin aamulla. Kukaan tuli.'), ['soittaa kukaan'])).toEqual([])
    expect(found(read('hoitaja ja ja ja puhelimeen'), ['hoitaja puhelin'])).toHaveLength(1)
    expect(found(read('hoitaja ja ja ja ja puhelimeen'), ['hoitaja puhelin'])).toEqual([])
  })

  it('marks what a negation denies, and words of the middle of a compound', () => {
    expect(found(read('Ei kovin ystävällinen'), ['ystävällinen'])[0]?.negated).toBe(true)
    expect(found(read('Ystävällinen'), ['ystävällinen'])[0]?.negated).toBe(false)
    expect(found(read('Parkkipaikka'), ['parkki'])[0]?.hint).toBe(true)
    expect(found(read('Parkkipaikka'), ['paikka'])[0]?.hint).toBe(false)
  })

  it('agrees with trying every pattern at every word', () => {
    const words = ['hoitaja', 'kiire', 'kahvi', 'jono', 'lasku']
    const gap = fc.constantFrom(' ', '_')
    const pattern = fc
      .tuple(fc.constantFrom(...words), fc.array(fc.tuple(gap, fc.constantFrom(...words)), { maxLength: 2 }))
      .map(([first, rest]) => first + rest.map(([space, word]) => space + word).join(''))
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words, 'ja', 'mutta'), { maxLength: 14 }),
        pattern,
        (text, source) => {
          const document = read(text.join(' '))
          const [parsed] = parsePattern(source)
          expect(found(document, [source]).length > 0).toBe(slowly(document, parsed as Pattern))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('takes time in proportion to the text', () => {
    const patterns = ['aika aika aika aika', 'NEG aika aika', 'aika NEG saada']
    const time = (repeats: number) => {
      const document = read('ei aika aika '.repeat(repeats))
      const start = performance.now()
      found(document, patterns)
      return performance.now() - start
    }
    time(500)
    expect(time(8000)).toBeLessThan(Math.max(40, time(1000)) * 40)
  })
})

import { ENGLISH_FORMS, ENGLISH_LEXICON } from '../generated/english.js'
import { type FormTable, readingOf, startFormTable } from '../language/formTable.js'
import type { PartOfSpeech } from '../language/word.js'
import { withComparison, withEd, withIng, withS } from './inflect.js'

const CLOSED = 'adverb adposition conjunction pronoun numeral particle adjective'

/**
 * Every form of data/english. The order of the readings of a form is the order of the passes: closed-class and
 * short forms, irregular forms, words that only look inflected, base forms, regular forms.
 */
export function buildLexicon(): FormTable {
  const { forms, add, rows } = startFormTable(ENGLISH_FORMS, ENGLISH_LEXICON)
  const pass = (kinds: string, visit: (words: string[], kind: string) => void) => {
    for (const row of rows) if (kinds.split(' ').includes(row.kind)) visit(row.words, row.kind)
  }
  pass('irregular', ([base = '', past = '', participle = '']) => {
    add(base, readingOf(base, 'verb'))
    add(past, readingOf(base, 'verb', { tense: 'past' }))
    add(participle, readingOf(base, 'verb', { form: 'pastParticiple' }))
  })
  pass('nounI', ([one = '', many = '']) => {
    add(many, readingOf(one, 'noun', { number: 'plural' }))
    add(one, readingOf(one, 'noun'))
  })
  pass('adjI', ([base = '', more = '', most = '']) => {
    add(more, readingOf(base, 'adjective', { degree: 'comparative' }))
    add(most, readingOf(base, 'adjective', { degree: 'superlative' }))
    add(base, readingOf(base, 'adjective'))
  })
  pass('fixed', (words) => {
    for (const word of words) add(word, readingOf(word, fixedPart(word)))
  })
  pass('verb verb2 noun adj adj2', (words, kind) => {
    const pos = kind.startsWith('verb') ? 'verb' : kind === 'noun' ? 'noun' : 'adjective'
    for (const word of words) add(word, readingOf(word, pos))
  })
  pass(CLOSED, (words, kind) => {
    for (const word of words) add(word, readingOf(word, kind as PartOfSpeech))
  })
  const verbs = (base: string, doubles: boolean, regular: boolean) => {
    add(withS(base), readingOf(base, 'verb', { person: '3', tense: 'present' }))
    add(withIng(base, doubles), readingOf(base, 'verb', { form: 'presentParticiple' }))
    if (regular) add(withEd(base, doubles), readingOf(base, 'verb', { tense: 'past' }))
  }
  // Verbs that double come first, so that "stopping" finds them; irregular ones double by their last letters.
  pass('verb2', (words) => {
    for (const word of words) verbs(word, true, true)
  })
  pass('verb', (words) => {
    for (const word of words) verbs(word, false, true)
  })
  pass('irregular', ([base = '']) => {
    verbs(
      base,
      /^(?:get|let|put|cut|hit|shut|sit|set|run|win|begin|forget|swim|dig|spin|split|quit|upset)$/.test(base),
      false,
    )
  })
  pass('noun', (words) => {
    for (const word of words) add(withS(word), readingOf(word, 'noun', { number: 'plural' }))
  })
  pass('adj adj2', (words, kind) => {
    for (const word of words) {
      add(
        withComparison(word, 'er', kind === 'adj2'),
        readingOf(word, 'adjective', { degree: 'comparative' }),
      )
      add(
        withComparison(word, 'est', kind === 'adj2'),
        readingOf(word, 'adjective', { degree: 'superlative' }),
      )
    }
  })
  return forms
}

function fixedPart(word: string): PartOfSpeech {
  if (/(?:ing|ed)$/.test(word) && word.length > 6) return 'adjective'
  return 'noun'
}

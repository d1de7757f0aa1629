import { type FormTable, readingOf } from '../language/formTable.js'
import type { Features, PartOfSpeech, WordReading } from '../language/word.js'

type Rule = readonly [ending: string, lemma: string, pos: PartOfSpeech, features: Features]

const PLURAL: Features = { number: 'plural' }
const ONE: Features = { number: 'singular' }

// Tried in order; the ending of an unknown word and what its lemma ends in. Derivational endings come first,
// since they fix the declension (SAG 2, substantivavledningar).
const RULES: readonly Rule[] = [
  ['heterna', 'het', 'noun', PLURAL],
  ['heter', 'het', 'noun', PLURAL],
  ['heten', 'het', 'noun', ONE],
  ['het', 'het', 'noun', ONE],
  ['ingarna', 'ing', 'noun', PLURAL],
  ['ingar', 'ing', 'noun', PLURAL],
  ['ingen', 'ing', 'noun', ONE],
  ['ing', 'ing', 'noun', ONE],
  ['ionerna', 'ion', 'noun', PLURAL],
  ['ioner', 'ion', 'noun', PLURAL],
  ['ionen', 'ion', 'noun', ONE],
  ['elserna', 'else', 'noun', PLURAL],
  ['elser', 'else', 'noun', PLURAL],
  ['elsen', 'else', 'noun', ONE],
  ['skapet', 'skap', 'noun', ONE],
  ['skapen', 'skap', 'noun', ONE],
  ['iteten', 'itet', 'noun', ONE],
  ['isterna', 'ist', 'noun', PLURAL],
  ['ister', 'ist', 'noun', PLURAL],
  ['isten', 'ist', 'noun', ONE],
  ['logerna', 'log', 'noun', PLURAL],
  ['loger', 'log', 'noun', PLURAL],
  ['logen', 'log', 'noun', ONE],
  ['erierna', 'eri', 'noun', PLURAL],
  ['eriet', 'eri', 'noun', ONE],
  ['aren', 'are', 'noun', ONE],
  ['iskt', 'isk', 'adjective', {}],
  ['iska', 'isk', 'adjective', {}],
  ['ligt', 'lig', 'adjective', {}],
  ['liga', 'lig', 'adjective', {}],
  ['igt', 'ig', 'adjective', {}],
  ['iga', 'ig', 'adjective', {}],
  ['samt', 'sam', 'adjective', {}],
  ['samma', 'sam', 'adjective', {}],
  ['bart', 'bar', 'adjective', {}],
  ['bara', 'bar', 'adjective', {}],
  ['löst', 'lös', 'adjective', {}],
  ['lösa', 'lös', 'adjective', {}],
  ['fullt', 'full', 'adjective', {}],
  ['fulla', 'full', 'adjective', {}],
  ['ella', 'ell', 'adjective', {}],
  ['ellt', 'ell', 'adjective', {}],
  ['igen', 'igen', 'adverb', {}],
  ['vis', 'vis', 'adverb', {}],
  ['ivt', 'iv', 'adjective', {}],
  ['iva', 'iv', 'adjective', {}],
  ['aste', '', 'adjective', { degree: 'superlative' }],
  ['erades', 'era', 'verb', { person: '4' }],
  ['erade', 'era', 'verb', { tense: 'past' }],
  ['erats', 'era', 'verb', { person: '4' }],
  ['erat', 'era', 'verb', { form: 'pastParticiple' }],
  ['erar', 'era', 'verb', { tense: 'present' }],
  ['eras', 'era', 'verb', { person: '4' }],
  ['ades', 'a', 'verb', { person: '4' }],
  ['ade', 'a', 'verb', { tense: 'past' }],
  ['ats', 'a', 'verb', { person: '4' }],
  ['orna', 'a', 'noun', PLURAL],
  ['erna', '', 'noun', PLURAL],
  ['arna', '', 'noun', PLURAL],
  ['or', 'a', 'noun', PLURAL],
  ['ar', 'a', 'verb', { tense: 'present' }],
  ['en', '', 'noun', ONE],
  ['et', '', 'noun', ONE],
  ['an', 'a', 'noun', ONE],
]
const SHORTEST_STEM = 3

/** A reading of a word that neither the lexicon nor a compound explains, by its ending alone. */
export function guessSwedish(form: string, lexicon: FormTable): WordReading {
  if (form.length > 40) return readingOf(form, 'unknown', {}, 'identity')
  for (const [ending, lemma, pos, features] of RULES) {
    if (!form.endsWith(ending) || form.length - ending.length < SHORTEST_STEM) continue
    return readingOf(form.slice(0, form.length - ending.length) + lemma, pos, features, 'guess')
  }
  if (form.length > 4 && /[^s]s$/.test(form)) {
    const bare = form.slice(0, -1)
    const known = lexicon.get(bare)?.[0]
    return (
      known ?? readingOf(bare.length > 5 ? bare : form, 'unknown', {}, bare.length > 5 ? 'guess' : 'identity')
    )
  }
  return readingOf(form, 'unknown', {}, 'identity')
}

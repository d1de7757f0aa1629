import { SWEDISH_FORMS, SWEDISH_LEXICON } from '../generated/swedish.js'
import { type FormTable, readingOf, startFormTable } from '../language/formTable.js'
import type { PartOfSpeech, WordReading } from '../language/word.js'
import { adjectiveForms, nounForms, participleForms, verbForms } from './inflect.js'

const CLOSED: ReadonlySet<string> = new Set(['adverb', 'adposition', 'conjunction', 'pronoun', 'numeral'])

/** Every form of data/swedish: closed-class words first, then nouns, finite verbs, adjectives, participles. */
export function buildLexicon(): FormTable {
  const { forms, add, rows } = startFormTable(SWEDISH_FORMS, SWEDISH_LEXICON)
  const noun = (all: readonly string[]) => {
    const [lemma = ''] = all
    all.forEach((form, i) => {
      const number = i < 2 ? 'singular' : 'plural'
      add(form, readingOf(lemma, 'noun', { number }))
    })
  }
  const finite = ([base = '', present = '', past = '', supine = '']: readonly string[]) => {
    add(base, readingOf(base, 'verb', { form: 'infinitive1' }))
    add(present, readingOf(base, 'verb', { tense: 'present' }))
    add(past, readingOf(base, 'verb', { tense: 'past' }))
    add(supine, readingOf(base, 'verb', { form: 'pastParticiple' }))
    if (base.endsWith('s')) return
    const bare = base.endsWith('a') ? base.slice(0, -1) : base
    // talas, ringdes, byggts are read from tala, ringde, byggt; köps has no active form to be read from.
    if (present !== `${base}r`) add(`${bare}s`, readingOf(base, 'verb', { person: '4' }))
    add(
      base.endsWith('a') ? `${bare}ande` : `${base}ende`,
      readingOf(base, 'verb', { form: 'presentParticiple' }),
    )
  }
  const adjective = (base: string, neuter: string, plural: string, more?: string, most?: string) => {
    for (const form of [base, neuter, plural]) add(form, readingOf(base, 'adjective'))
    if (more) add(more, readingOf(base, 'adjective', { degree: 'comparative' }))
    if (!most) return
    for (const form of [most, `${most}e`, `${most}a`])
      add(form, readingOf(base, 'adjective', { degree: 'superlative' }))
  }
  const verbs: (readonly string[])[] = []
  for (const { kind, words } of rows) {
    if (CLOSED.has(kind)) for (const word of words) add(word, readingOf(word, kind as PartOfSpeech))
    else if (kind === 'nI' || kind === 'tI') noun(words)
    else if (kind === 'vI') verbs.push(words)
  }
  for (const { kind, words } of rows) {
    if (/^[nt]\d/.test(kind)) for (const word of words) noun(nounForms(word, kind))
    else if (/^v\d/.test(kind)) for (const word of words) verbs.push(verbForms(word, kind))
  }
  for (const all of verbs) finite(all)
  for (const { kind, words } of rows) {
    if (kind === 'aI') adjective(words[0] ?? '', words[1] ?? '', words[2] ?? '', words[3], words[4])
    else if (kind === 'a')
      for (const word of words) {
        const { neuter, plural, comparable } = adjectiveForms(word)
        const stem = plural.slice(0, -1)
        adjective(
          word,
          neuter,
          plural,
          comparable ? `${stem}are` : undefined,
          comparable ? `${stem}ast` : undefined,
        )
      }
  }
  // Imperatives and participles are the least likely reading of a form that is an adjective too (rädd, trött).
  for (const [base = ''] of verbs)
    if (base.endsWith('a') && base.length > 3)
      add(base.slice(0, -1), readingOf(base, 'verb', { mood: 'imperative' }))
  for (const [base = '', , , , participle] of verbs)
    if (participle !== undefined)
      for (const form of [participle, ...participleForms(participle)])
        add(form, readingOf(base, 'verb', { form: 'pastParticiple' }))
  return forms
}

/**
 * Readings of a form, with the -s of the genitive and of the passive (SAG 2, substantiv; verb) taken off where
 * the lexicon does not list it: sjukhusets, bokades.
 */
export function lookUp(form: string, lexicon: FormTable): readonly WordReading[] | undefined {
  const known = lexicon.get(form)
  if (known !== undefined || form.length < 4 || !form.endsWith('s')) return known
  const bare = form.slice(0, -1)
  if (bare.endsWith('s')) return undefined
  const readings: WordReading[] = []
  for (const reading of lexicon.get(bare) ?? []) {
    if (reading.pos === 'noun')
      readings.push({ ...reading, features: { ...reading.features, case: 'genitive' } })
    else if (reading.pos === 'verb')
      readings.push({ ...reading, features: { ...reading.features, person: '4' } })
  }
  return readings.length > 0 ? readings : undefined
}

import type { Clause } from '../language/clauses.js'
import type { Document } from '../language/document.js'
import type { WordReading } from '../language/word.js'
import type { Hit } from './hits.js'

const wishVerbs: ReadonlySet<string> = new Set([
  'borde',
  'skulle',
  'should',
  'could',
  'ought',
  'wish',
  'önskar',
])

/** A conditional that no entry of the table has used up, outside an if-clause. */
export function isWish(document: Document, clause: Clause, used: Uint8Array): boolean {
  if (clause.link === 'condition') return false
  for (let i = clause.first; i < clause.last; i += 1) {
    if (used[i] === 1) continue
    const word = document.words[i]
    if (word?.features.mood === 'conditional') return true
    // "Tulkaa nopeammin" asks for it too (VISK § 1659).
    if (word?.features.mood === 'imperative' && word.features.number === 'plural' && !word.features.negative)
      return true
    if (word && wishVerbs.has((document.tokens[i]?.text ?? '').toLowerCase())) return true
  }
  return false
}

/** "Svara i telefonen", "Listen to the patient": a bare verb first, in answer to what should improve. */
export function opensWithVerb(document: Document, clause: Clause): boolean {
  const sentence = document.sentences[clause.sentence]
  const code = document.sentenceLanguages[clause.sentence]?.code
  if (sentence?.first !== clause.first || (code !== 'sv' && code !== 'en')) return false
  const word = document.words[clause.first]
  return word?.pos === 'verb' && word.features.tense === undefined && word.features.form === undefined
}

export const holdsConditional = (document: Document, hit: Hit): boolean =>
  hit.at.some((i) => document.words[i]?.features.mood === 'conditional')

/** A finite verb before the place: the clause tells of something, it is not a bare wish ("Paremmat tuolit"). */
export function hasVerbBefore(document: Document, clause: Clause, place: number): boolean {
  for (let i = clause.first; i < place; i += 1) {
    const word = document.words[i]
    if (word?.pos === 'verb' && word.features.form === undefined && word.features.mood !== 'imperative')
      return true
  }
  return false
}

export const isComparative = ({ features, lemma }: WordReading): boolean =>
  features.degree === 'comparative' || /mmin$/.test(lemma) || comparatives.has(lemma)

const comparatives: ReadonlySet<string> = new Set(['bättre', 'better', 'snabbare', 'quicker', 'faster'])

/** A verb of this mood anywhere in the clause. */
export function holdsMood(document: Document, clause: Clause, mood: string): boolean {
  for (let i = clause.first; i < clause.last; i += 1)
    if (document.words[i]?.features.mood === mood) return true
  return false
}

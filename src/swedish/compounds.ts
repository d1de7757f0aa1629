import type { FormTable } from '../language/formTable.js'
import type { WordReading } from '../language/word.js'
import { lookUp } from './lexicon.js'

const SHORTEST_HEAD = 3
const SHORTEST_FIRST = 2
const LONGEST = 48
const OPEN: ReadonlySet<string> = new Set(['noun', 'verb', 'adjective'])
// Heads that are endings or accidents more often than words: "dig", "ren", "tal" behind an unknown first part.
const LONG_ENOUGH_ALONE = 5
// First parts that are no nouns: intensifiers and verb particles (SAG 2, partikelsammansättningar).
const PREFIXES: ReadonlySet<string> = new Set(
  'jätte super skit kanon hyper ultra extra åter återupp upp ut in av till om fram bort hem ned ner efter för före mellan mot sam sär under över vidare ihop själv dubbel hög låg lång kort snabb ny sen tidig stor små hel halv akut special distans'.split(
    ' ',
  ),
)
const VOWEL = /[aeiouyåäö]/
const NEVER_HEADS: ReadonlySet<string> = new Set(
  'het heter heten ande ende are aren ing ingen ade ars ort oro ora era ena ens ans are der des den det men mer mest ens ska skt sig lig tig'.split(
    ' ',
  ),
)

/**
 * A compound read from its head: the longest known last part decides inflection and part of speech; the first
 * part may carry a linking letter (SAG 2: sammansättning; hälso-, gatu-, arbets-). Undefined when no split holds.
 */
export function readCompound(form: string, lexicon: FormTable, depth = 0): WordReading | undefined {
  if (form.length < SHORTEST_HEAD + SHORTEST_FIRST || form.length > LONGEST) return undefined
  let best: WordReading | undefined
  for (let at = SHORTEST_FIRST; at <= form.length - SHORTEST_HEAD; at += 1) {
    const tail = form.slice(at)
    const head = NEVER_HEADS.has(tail)
      ? undefined
      : lookUp(tail, lexicon)?.find((reading) => OPEN.has(reading.pos))
    if (head === undefined) continue
    const first = form.slice(0, at)
    const parts = firstParts(first, lexicon, depth)
    if (parts === undefined) {
      if (best === undefined && tail.length >= LONG_ENOUGH_ALONE && at > 2 && VOWEL.test(first))
        best = compoundOf([first], first, head, 'guess')
      continue
    }
    return compoundOf(parts, first, head, 'compound')
  }
  return best
}

function compoundOf(
  parts: readonly string[],
  first: string,
  head: WordReading,
  source: 'compound' | 'guess',
): WordReading {
  return {
    lemma: first + head.lemma,
    compound: `${first}#${head.compound}`,
    parts: [...parts, ...head.parts],
    pos: head.pos,
    features: head.features,
    source,
  }
}

/** Lemmas of the first part of a compound, its linking letter aside. */
function firstParts(first: string, lexicon: FormTable, depth: number): readonly string[] | undefined {
  if (PREFIXES.has(first)) return [first]
  const variants = [first]
  if (first.endsWith('s')) variants.push(first.slice(0, -1))
  variants.push(`${first}a`, `${first}e`)
  if (/[oue]$/.test(first)) variants.push(`${first.slice(0, -1)}a`, first.slice(0, -1))
  for (const variant of variants) {
    if (variant.length < 3) continue
    const reading = lexicon
      .get(variant)
      ?.find((r) => OPEN.has(r.pos) && (r.lemma === variant || r.features.form === 'infinitive1'))
    if (reading) return reading.parts
  }
  if (depth > 0) return undefined
  const inner = readCompound(first.endsWith('s') ? first.slice(0, -1) : first, lexicon, 1)
  return inner?.source === 'compound' ? inner.parts : undefined
}

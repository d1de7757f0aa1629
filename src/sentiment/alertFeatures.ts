import type { Token } from '../language/tokens.js'
import type { WordReading } from '../language/word.js'
import type { AlertScene, EventReader } from './alertEvents.js'
import { conceptsAt } from './alertMask.js'
import { FLAG } from './alertWords.js'
import { hashText, mix } from './hash.js'

const seeds = {
  lemma: 0x1f3d5b79,
  form: 0x4d5b7f91,
  grammar: 0x5e6c8aa2,
  concept: 0x2e4c6a88,
  pair: 0x33f5d7c9,
  denied: 0x5b7997b5,
  met: 0x6c88a6c4,
  silenced: 0x7d97b5d3,
} as const

export const deniedFeature = (feature: number): number => mix(seeds.denied, feature)
export const conceptFeature = (name: string): number => hashText(name, seeds.concept)
/** Two concepts near each other, in either order. */
export const pairFeature = (a: number, b: number): number =>
  a >>> 0 < b >>> 0 ? mix(a ^ seeds.pair, b) : mix(b ^ seeds.pair, a)
/** A frame of the table, or the key of one, that was met or met and silenced. */
export const eventFeature = (name: string, silenced: boolean): number =>
  hashText(name, silenced ? seeds.silenced : seeds.met)

/** Words up to which two concepts of a sentence make a pair. */
export const PAIR_REACH = 8

export type FeatureKind = 'lemma' | 'form' | 'grammar' | 'denied' | 'concept' | 'pair' | 'event'

/** Told of each feature of one word: its number, its kind and its name. */
export type TellWord = (feature: number, kind: 'lemma' | 'form' | 'grammar', name: string) => void

/** What of the grammar of a word tells an event from a fact, a plan or a wish: "löi", "lyödään", "löisin". */
const GRAMMAR = ['case', 'person', 'mood', 'tense', 'form', 'negative', 'degree', 'possessive'] as const

/** The features of a word by itself: its lemma and, of a compound, the first and last part; its form and grammar. */
export function tellWord({ kind, text }: Token, word: WordReading, tell: TellWord): void {
  if (kind === 'punctuation' && text !== '?' && text !== '!') return
  const lemma = kind === 'word' ? word.lemma.toLowerCase() : kind === 'number' ? '#' : text
  tell(hashText(lemma, seeds.lemma), 'lemma', lemma)
  if (kind !== 'word') return
  const { parts, features, pos } = word
  if (parts.length > 1)
    for (const part of [parts[0], parts[parts.length - 1]] as string[])
      tell(hashText(part.toLowerCase(), seeds.lemma), 'lemma', part)
  const form = text.toLowerCase()
  tell(hashText(form, seeds.form), 'form', `=${form}`)
  const grammar = GRAMMAR.flatMap((name) => (features[name] ? `${name} ${features[name]}` : []))
  const { tense, person } = features
  if (tense && person) grammar.push(`${tense} ${person}`)
  for (const name of [pos, ...grammar]) tell(hashText(name, seeds.grammar), 'grammar', name)
}

/** One feature of a scene, with the token that it hangs on and, of a pair, the other one. */
export interface AlertFeature {
  feature: number
  kind: FeatureKind
  name: string
  sentence: number
  at: number
  other: number
}

/** Lists every feature of a scene: what `createAlertScorer` adds up, for training. */
export function listAlertFeatures({ concepts }: EventReader, scene: AlertScene): AlertFeature[] {
  const { document, rows, sentenceOf, events } = scene
  const { size, width, flags } = concepts.places
  const { tokens, words } = document
  const found: AlertFeature[] = []
  const ids = tokens.map((_, i) => conceptsAt(rows, i * size, width))
  const nameOf = (id: number): string => concepts.names[id] as string
  for (let i = 0; i < tokens.length; i += 1) {
    const sentence = sentenceOf[i] as number
    const denied = ((rows[i * size + flags] as number) & FLAG.denied) !== 0
    const add = (feature: number, kind: FeatureKind, name: string, other = i): void => {
      found.push({ feature, kind, name, sentence, at: i, other })
    }
    tellWord(tokens[i] as Token, words[i] as WordReading, (feature, kind, name) => {
      add(feature, kind, name)
      if (denied && kind === 'lemma') add(deniedFeature(feature), 'denied', `not ${name}`)
    })
    const own = ids[i] as number[]
    for (const id of own) {
      const feature = conceptFeature(nameOf(id))
      add(feature, 'concept', nameOf(id))
      if (denied) add(deniedFeature(feature), 'denied', `not ${nameOf(id)}`)
    }
    for (let j = i + 1; j <= i + PAIR_REACH && j < tokens.length && sentenceOf[j] === sentence; j += 1)
      for (const a of own)
        for (const b of ids[j] as number[])
          if (a !== b) {
            const [x, y] = [nameOf(a), nameOf(b)]
            add(pairFeature(conceptFeature(x), conceptFeature(y)), 'pair', `${x} + ${y}`, j)
          }
  }
  for (const { frame, at, silenced } of events) {
    const first = at[0] as number
    for (const name of [frame.row.frame, frame.row.key])
      found.push({
        feature: eventFeature(name, silenced),
        kind: 'event',
        name: silenced ? `silenced ${name}` : name,
        sentence: sentenceOf[first] as number,
        at: first,
        other: at[at.length - 1] as number,
      })
  }
  return found
}

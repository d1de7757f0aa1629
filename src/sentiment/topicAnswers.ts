import type { Document } from '../language/document.js'
import type { PartOfSpeech, WordReading } from '../language/word.js'
import type { QuestionKind } from '../types.js'
import type { ShortAnswer } from './answerPatterns.js'

/** A longer list is no bare topic, and a thing graded above these is an opinion, whatever was asked. */
const MOST_TOPICS = 5
const OPINION = { positive: 3.5, negative: 1.5 } as const
const joining: ReadonlySet<string> = new Set(
  'ja sekä oma omat mun minun meidän och samt min mitt mina vår vårt våra den det egen eget and the a an my our own'.split(
    ' ',
  ),
)

/** Parts of speech that name a thing. */
const names: ReadonlySet<PartOfSpeech> = new Set(['noun', 'name', 'abbreviation'] as const)

const PRAISE: ShortAnswer = { label: 'positive', substance: true }
const BLAME: ShortAnswer = { label: 'negative', substance: true }
const TOPIC: ShortAnswer = { label: 'neutral', substance: true }

/**
 * Reads an answer that only names things ("Hoitajat", "ruoka ja odotusajat"): what was asked says whether they
 * are praised or blamed. Asked what to improve, a bare wish for a change blames ("Lyhyemmät jonot", "Bättre
 * information", "Kuunnelkaa potilasta"). `sums` is what the rules found in it.
 */
export function readTopic(
  document: Document,
  sums: { positive: number; negative: number },
  question: QuestionKind,
): ShortAnswer | undefined {
  const topic = readBareTopic(document, sums, question)
  if (topic !== undefined) return topic
  if (question === 'good')
    return sums.positive === 0 && sums.negative >= BLAMED && isBlame(document, sums.negative)
      ? BLAME
      : undefined
  return question === 'improve' && asksForChange(document) ? BLAME : undefined
}

function readBareTopic(
  { tokens, words, language }: Document,
  sums: { positive: number; negative: number },
  question: QuestionKind,
): ShortAnswer | undefined {
  if (language.code === 'und') return undefined
  let topics = 0
  for (let i = 0; i < tokens.length; i += 1) {
    const { kind, text } = tokens[i] as { kind: string; text: string }
    if (kind === 'punctuation' && text !== '?') continue
    if (kind !== 'word') return undefined
    const pos = words[i]?.pos ?? 'unknown'
    // A word that no reader knows is a new thing ("Wi-Fi") where things were asked for, or beside a known one.
    if (joining.has(text.toLowerCase()) || (sums.positive === 0 && isGerund(words, i))) continue
    if (names.has(pos) || (pos === 'unknown' && (question !== 'general' || topics > 0))) topics += 1
    else if (pos !== 'adposition' || topics === 0) return undefined
    if (topics > MOST_TOPICS) return undefined
  }
  if (topics === 0 || sums.positive > OPINION.positive * topics || sums.negative > OPINION.negative * topics)
    return undefined
  if (question === 'good') return PRAISE
  if (question === 'improve') return BLAME
  return sums.positive + sums.negative === 0 ? TOPIC : undefined
}

/** "Waiting room", but not "caring nurses"; a Finnish participle is an opinion ("kuunteleva lääkäri"). */
const isGerund = (words: readonly WordReading[], place: number): boolean => {
  const { form, case: inflected } = words[place]?.features ?? {}
  return form === 'presentParticiple' && inflected === undefined && words[place + 1]?.pos === 'noun'
}

/**
 * What is named with a word of blame is blamed, also when asked what was good ("Tyly hoitaja", "Töykeys", "Jäi paha
 * mieli"), and so is what was denied ("En saanut apua").
 */
const BLAMED = 1
/** A queue is graded below this, and may have been short; so is a denial of something not graded ("Ei maksanut"). */
const BLAMED_PLAINLY = 2
/** What ends was bad and is no more: "Kipu hävisi". */
const ended: ReadonlySet<string> = new Set(
  'hävitä helpottaa lievittyä lievittää loppua kadota vähentyä vähetä poistua hellittää parantua parata'.split(
    ' ',
  ),
)

function isBlame({ words }: Document, blame: number): boolean {
  if (words.length > LONGEST_WISH) return false
  if (blame >= BLAMED_PLAINLY)
    return !words.some(({ pos, lemma }) => pos === 'conjunction' || ended.has(lemma))
  return words.every(isPlain) && words.some(({ pos }) => pos === 'adjective')
}

const isPlain = ({ pos, features }: WordReading): boolean =>
  pos === 'noun' || pos === 'punctuation' || (pos === 'adjective' && features.degree === undefined)

/** Wishes are longer than topics, but a story is none. */
const LONGEST_WISH = 6
/** Where a thing should come or go; "bättre" is no degree of a word to the Swedish reader. */
const change: ReadonlySet<string> = new Set(
  'takaisin kuntoon pois alas ylös enempi vähempi tillbaka bort bättre better'.split(' '),
)
/** "More" and "less" say nothing of what is there: the table of modifiers knows them as wishes. */
const amounts: ReadonlySet<string> = new Set(
  'paljon vähän usein mycket liten många much many little'.split(' '),
)
/** Orders to go on are praise ("Jatkakaa samaan malliin", "Pitäkää tämä taso", "Olkaa ylpeitä"). */
const goingOn: ReadonlySet<string> = new Set('jatkaa olla voida kiittää kehua'.split(' '))
const keeping: ReadonlySet<string> = new Set('sama tämä tuo se nykyinen näin'.split(' '))
/** "Ettei tarvitse jonottaa": an answer that opens so tells what should be. */
const opening: ReadonlySet<string> = new Set(['että', 'ettei'])
const must: ReadonlySet<string> = new Set('pitää täytyä kannattaa'.split(' '))

function asksForChange({ tokens, words }: Document): boolean {
  if (tokens.length > LONGEST_WISH) return false
  const [first] = words
  if (first === undefined) return false
  if (opening.has(first.lemma)) return true
  if (words.some(({ features }) => features.negative)) return false
  if (words.some(({ lemma }) => keeping.has(lemma)) || goingOn.has(first.lemma)) return false
  if (isOrder(first)) return true
  if (words.some(({ lemma }) => must.has(lemma)) && words.some(isDuty)) return true
  return (
    !words.some(tellsOf) && (isBetterment(first) || tokens.some(({ text }) => change.has(text.toLowerCase())))
  )
}

const isOrder = ({ pos, features }: WordReading): boolean =>
  pos === 'verb' && features.mood === 'imperative' && features.number === 'plural'

const isBetterment = ({ lemma, features }: WordReading): boolean =>
  features.degree === 'comparative' && !amounts.has(lemma)

const isDuty = ({ lemma, features }: WordReading): boolean =>
  features.form === 'infinitive1' && !goingOn.has(lemma) && !must.has(lemma)

const tellsOf = ({ pos, features }: WordReading): boolean =>
  pos === 'verb' && features.mood !== undefined && features.form === undefined

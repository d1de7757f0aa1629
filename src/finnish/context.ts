import type { FullTags } from './full-tags.js'
import { partsOfSpeech } from './parts-of-speech.js'

/** What a neighbour or a candidate tells the context, as numbers of one `ContextSpace`. */
export interface ContextWord {
  pos: number
  /** Class of a word as its neighbours see it: part of speech with the case or the head of the verb form. */
  class: number
  /** Number and case (`sg.ine`), -1 where the form has none. */
  case: number
  /** Which of the lemmas that tell something by themselves, -1 for all others. */
  telling: number
}

/** Lemmas whose very word, not only its class, says something of the next one. */
const tellingLemmas =
  `ei olla se tämä tuo joka mikä minä sinä hän että kun jos ja tai mutta vaan vain kuin niin sitten nyt jo voida saada
  pitää tulla mennä alkaa haluta täytyä yksi kaksi kaikki moni muu sama toinen oma koko hyvin tosi todella liian`.split(
    /\s+/,
  )
const longestTelling = 8

const nominal = new Set(['noun', 'adjective', 'pronoun', 'numeral', 'name', 'abbreviation'])
const caseOf = /(?:^|\.)((?:sg|pl)\.(?:nom|gen|par|ess|tra|ine|ela|ill|ade|abl|all|abe|com|ins|acc))/

/** The edge of a sentence, and what stands beside punctuation: class and part of speech of no word. */
const edge = 0
const edgePos = partsOfSpeech.length
const nameNumber = partsOfSpeech.indexOf('name')

/** Kinds of context features: how each is named, and whether its two numbers are classes, parts of speech or lemmas. */
const kinds = [
  { name: 'before', sign: '>', left: 'class', right: 'class' },
  { name: 'after', sign: '<', left: 'class', right: 'class' },
  { name: 'beforePos', sign: '>', left: 'pos', right: 'pos' },
  { name: 'afterPos', sign: '<', left: 'pos', right: 'pos' },
  { name: 'word', sign: '>', left: 'lemma', right: 'class' },
  { name: 'nextWord', sign: '<', left: 'class', right: 'lemma' },
  { name: 'agree', sign: '>', left: 'pos', right: 'pos' },
  { name: 'agreeNext', sign: '<', left: 'pos', right: 'pos' },
  { name: 'name', sign: '', left: 'place', right: 'nothing' },
] as const
const [before, after, beforePos, afterPos, word, nextWord, agree, agreeNext, name] = kinds.map(
  (_, index) => index,
) as [number, number, number, number, number, number, number, number, number]

/** Takes the features of a candidate, one by one. */
export interface ContextSink {
  add(kind: number, left: number, right: number): void
}

/**
 * Features of a candidate among its neighbours (null at the edges and beside punctuation). `first`: the token
 * begins a sentence.
 */
export function contextFeatures(
  candidate: ContextWord,
  previous: ContextWord | null,
  next: ContextWord | null,
  first: boolean,
  sink: ContextSink,
): void {
  const mine = candidate.class
  const { pos } = candidate
  sink.add(before, previous ? previous.class : edge, mine)
  sink.add(after, mine, next ? next.class : edge)
  sink.add(beforePos, previous ? previous.pos : edgePos, pos)
  sink.add(afterPos, pos, next ? next.pos : edgePos)
  if (previous && previous.telling >= 0) sink.add(word, previous.telling, mine)
  if (next && next.telling >= 0) sink.add(nextWord, mine, next.telling)
  if (candidate.case >= 0) {
    if (previous && previous.case === candidate.case) sink.add(agree, previous.pos, pos)
    if (next && next.case === candidate.case) sink.add(agreeNext, pos, next.pos)
  }
  if (pos === nameNumber) sink.add(name, first ? 0 : 1, 0)
}

/** Numbers of classes, cases and telling lemmas, given in the order in which they are met, and their names. */
export class ContextSpace {
  private readonly classes: string[] = ['edge']
  private readonly classNumber = new Map<string, number>([['edge', edge]])
  private readonly cases: string[] = []
  private readonly telling = new Map(tellingLemmas.map((lemma, index): [string, number] => [lemma, index]))

  /** Class and case of a part of speech and a tag (`sg.ine`, `nut.pl.par`, empty where none is known). */
  formOf(pos: number, tag: string): Pick<ContextWord, 'class' | 'case'> {
    const agreed = caseOf.exec(tag)?.[1]
    const part = partsOfSpeech[pos] ?? 'unknown'
    const form = agreed && nominal.has(part) ? agreed.slice(3) : (tag.split('.')[0] ?? '')
    return { class: this.classOf(`${part}:${form}`), case: agreed ? this.caseNumber(agreed) : -1 }
  }

  private classOf(text: string): number {
    let number = this.classNumber.get(text)
    if (number === undefined) {
      number = this.classes.push(text) - 1
      this.classNumber.set(text, number)
    }
    return number
  }

  private caseNumber(text: string): number {
    const known = this.cases.indexOf(text)
    return known >= 0 ? known : this.cases.push(text) - 1
  }

  /** Number of a lemma that tells something by itself, -1 of all others; '#' and capitals make no difference. */
  tellingOf(lemma: string): number {
    if (lemma.length > longestTelling) return -1
    return this.telling.get(lemma) ?? this.telling.get(lemma.replace(/#/g, '').toLowerCase()) ?? -1
  }

  /** The name under which the ranker's table has a feature: `before:verb:neg>verb:conneg`. */
  nameOf(kind: number, left: number, right: number): string {
    const { name: text, sign, left: one, right: other } = kinds[kind] as (typeof kinds)[number]
    return `${text}:${this.label(one, left)}${sign}${this.label(other, right)}`
  }

  private label(of: (typeof kinds)[number]['left' | 'right'], number: number): string {
    switch (of) {
      case 'class':
        return this.classes[number] ?? ''
      case 'pos':
        return partsOfSpeech[number] ?? 'edge'
      case 'lemma':
        return tellingLemmas[number] ?? ''
      case 'place':
        return number === 0 ? 'first' : 'inside'
      default:
        return ''
    }
  }
}

/** Classes that the table of weights has room for; the weights name some 150. */
const room = 192
const unread = -32768
const sizes = { class: room, pos: edgePos + 1, lemma: tellingLemmas.length, place: 2, nothing: 1 }

/** Sums the points of features. Each is looked up by its name once and by its numbers from then on. */
export class ContextWeights implements ContextSink {
  /** Points of the features since it was last set. */
  sum = 0
  private readonly offsets = new Int32Array(kinds.length)
  private readonly lefts = Int32Array.from(kinds, (kind) => sizes[kind.left])
  private readonly rights = Int32Array.from(kinds, (kind) => sizes[kind.right])
  private readonly table: Int16Array
  /** Class and case by full tag and part of speech. */
  private readonly forms = new Map<number, Pick<ContextWord, 'class' | 'case'>>()
  private readonly space = new ContextSpace()

  constructor(
    private readonly points: () => ReadonlyMap<string, number>,
    private readonly tags: FullTags,
  ) {
    let size = 0
    kinds.forEach((_, index) => {
      this.offsets[index] = size
      size += (this.lefts[index] as number) * (this.rights[index] as number)
    })
    this.table = new Int16Array(size).fill(unread)
  }

  /** What a reading tells its neighbours. `tag` is a number of the full tags. */
  word(pos: number, tag: number, lemma: string): ContextWord {
    const key = (tag + 1) * 16 + pos
    let form = this.forms.get(key)
    if (!form) {
      form = this.space.formOf(pos, this.tags.text(tag))
      this.forms.set(key, form)
    }
    return { pos, class: form.class, case: form.case, telling: this.space.tellingOf(lemma) }
  }

  add(kind: number, left: number, right: number): void {
    const width = this.rights[kind] as number
    if (left >= (this.lefts[kind] as number) || right >= width) {
      this.sum += this.read(kind, left, right)
      return
    }
    const at = (this.offsets[kind] as number) + left * width + right
    let weight = this.table[at] as number
    if (weight === unread) {
      weight = this.read(kind, left, right)
      this.table[at] = weight
    }
    this.sum += weight
  }

  private read(kind: number, left: number, right: number): number {
    return this.points().get(this.space.nameOf(kind, left, right)) ?? 0
  }
}

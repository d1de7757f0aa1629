import { readingPlacer } from './memo.js'
import type { Features, PartOfSpeech, ReadingSource, WordReading } from './word.js'

/** Readings of each form, the likeliest first. */
export type FormTable = Map<string, WordReading[]>

/** A reading of a word without parts. */
export function readingOf(
  lemma: string,
  pos: PartOfSpeech,
  features: Features = {},
  source: ReadingSource = 'lexicon',
): WordReading {
  return { lemma, compound: lemma, parts: [lemma], pos, features, source }
}

/**
 * The start of a language's table: single forms (`form, lemma, part of speech, negative`, tab-separated) are in it;
 * the rows of the lexicon (`kind`, then words) are given back to be inflected. `add` keeps the first of equal readings.
 */
export function startFormTable(singleForms: string, lexicon: string) {
  const forms: FormTable = new Map()
  const add = (form: string, reading: WordReading): void => {
    const list = forms.get(form)
    if (list === undefined) forms.set(form, [reading])
    else if (!list.some((other) => other.lemma === reading.lemma && other.pos === reading.pos))
      list.push(reading)
  }
  for (const line of singleForms.split('\n')) {
    const [form = '', lemma = '', pos = 'particle', negative] = line.split('\t')
    add(form, readingOf(lemma, pos as PartOfSpeech, negative ? { negative: true } : {}))
  }
  const rows = lexicon.split('\n').map((line) => {
    const [kind = '', words = ''] = line.split('\t')
    return { kind, words: words.split(' ') }
  })
  return { forms, add, rows }
}

/** A word with more hyphens than this is no word. */
const MOST_PIECES = 6

/** A word with hyphens, read from its last piece: "e-post", "röntgen-remiss". */
export function readHyphenated(form: string, read: (piece: string) => WordReading): WordReading {
  const pieces = form.split('-').filter(Boolean)
  const last = pieces.pop()
  if (last === undefined || pieces.length === 0 || pieces.length > MOST_PIECES)
    return readingOf(form, 'unknown', {}, 'identity')
  const head = read(last)
  return {
    lemma: [...pieces, head.lemma].join('-'),
    compound: [...pieces, head.lemma].join('-#'),
    parts: [...pieces, ...head.parts],
    pos: head.pos,
    features: head.features,
    source: 'compound',
  }
}

/** Gives copies of readings with a place in memos of words, each to be shared by the tokens of one text. */
export function readingSharer(): (reading: WordReading) => WordReading {
  const place = readingPlacer()
  return (reading) => place({ ...reading })
}

import { readFileSync } from 'node:fs'

/** A word of a treebank. */
export interface TreebankToken {
  form: string
  lemma: string
  upos: string
  /** Whether the treebank marks compound boundaries in its lemmas. */
  marked: boolean
  /** Left out of scores: punctuation, digits, parts of multi-word tokens. */
  skip: boolean
}

/** Sentences of a CoNLL-U file (Universal Dependencies). */
export function readConllu(path: string): TreebankToken[][] {
  const text = readFileSync(path, 'utf8')
  const marked = /^\d+\t[^\t]+\t[^\t]+#[^\t]/m.test(text)
  const sentences: TreebankToken[][] = []
  for (const block of text.split(/\n\n+/)) {
    const sentence: TreebankToken[] = []
    let span = 0
    for (const line of block.split('\n')) {
      const cells = line.split('\t')
      const [id = '', form = '', lemma = '', upos = ''] = cells
      if (line.startsWith('#') || cells.length < 6 || id.includes('.')) continue
      if (id.includes('-')) {
        span = Number(id.split('-')[1])
        continue
      }
      const skip =
        upos === 'PUNCT' ||
        upos === 'SYM' ||
        (upos === 'NUM' && /\d/.test(form)) ||
        Number(id) <= span ||
        ((lemma === '_' || lemma === '') && form !== '_') ||
        form.includes(' ')
      sentence.push({ form: form.normalize('NFC'), lemma: lemma.normalize('NFC'), upos, marked, skip })
    }
    if (sentence.length > 0) sentences.push(sentence)
  }
  return sentences
}

/** As lemmas are compared: lower case, without boundary marks and hyphens. */
export function comparable(lemma: string): string {
  const strict = lemma.normalize('NFC').toLowerCase().replace(/#/g, '')
  return strict.replace(/-/g, '') || strict
}

/** Places of compound boundaries, counted in letters without hyphens. */
export function boundariesOf(lemma: string): string {
  const out: number[] = []
  let letters = 0
  for (const letter of lemma)
    if (letter === '#') out.push(letters)
    else if (letter !== '-') letters++
  return out.filter((at) => at > 0 && at < letters).join(',')
}

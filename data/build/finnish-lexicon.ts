import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isEncodable } from '../../src/finnish/alphabet.js'
import { type Gradation, isGradation } from '../../src/finnish/gradation.js'
import type { PartClass } from '../../src/finnish/nominal-compound.js'

/** A row of data/finnish/lexicon/*.tsv. */
export interface Lexeme {
  lemma: string
  pos: string
  class: number
  gradation: Gradation
  flags: ReadonlySet<string>
  /** Standard lemma of a colloquial word. */
  standard: string | null
  /** The two parts of a compound of class 51, both of which inflect. */
  parts: readonly [string, PartClass, string, PartClass] | null
  where: string
}

/** A row of data/finnish/forms.tsv: a form that no paradigm gives. */
export interface FormRow {
  form: string
  lemma: string
  pos: string
  tag: string
}

const finnish = new URL('../finnish/', import.meta.url)

/** `inflects=uusi:27+kaupunki:5G` */
function partsOf(flags: readonly string[], where: string): Lexeme['parts'] {
  const text = flags.find((flag) => flag.startsWith('inflects='))
  if (text === undefined) return null
  const found = /^inflects=([^:+]+):(\d+)([A-M]?)\+([^:+]+):(\d+)([A-M]?)$/.exec(text)
  const [, first = '', firstClass, firstLetter = '', last = '', lastClass, lastLetter = ''] = found ?? []
  if (!found || !isGradation(firstLetter) || !isGradation(lastLetter)) throw new Error(`${where}: ${text}`)
  return [
    first,
    { class: Number(firstClass), gradation: firstLetter },
    last,
    { class: Number(lastClass), gradation: lastLetter },
  ]
}

const lines = (url: URL): string[][] =>
  readFileSync(url, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.replace(/\r$/, '').split('\t'))

/** All rows of the lexicon tables and of the bound first parts (prefixes.tsv), in file order; throws with file and line on a row that cannot be meant. */
export function readLexicon(folder: URL = new URL('lexicon/', finnish)): Lexeme[] {
  const out: Lexeme[] = []
  const seen = new Set<string>()
  if (!existsSync(folder)) return out
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .map((name) => new URL(name, folder))
  for (const url of [...files, new URL('../prefixes.tsv', folder)]) {
    if (!existsSync(url)) continue
    const file = url.pathname.split('/').pop() ?? ''
    lines(url).forEach(([lemma = '', pos = '', class_ = '', gradation = '', flagText = ''], index) => {
      const where = `${file}: ${index + 2} (${lemma})`
      if (lemma === '' || pos === '') throw new Error(`${where}: lemma and pos are needed`)
      if (!isGradation(gradation)) throw new Error(`${where}: no gradation "${gradation}"`)
      const number = class_ === '' ? 99 : Number(class_)
      if (!Number.isInteger(number)) throw new Error(`${where}: no class "${class_}"`)
      const flags = flagText
        .split(',')
        .map((flag) => flag.trim())
        .filter((flag) => flag !== '')
      const standard =
        flags.find((flag) => flag.startsWith('colloquial='))?.slice('colloquial='.length) ?? null
      // Words with spaces or foreign scripts cannot be a token of the lexicon.
      if (!isEncodable(lemma.normalize('NFC').toLowerCase().replace(/#/g, ''))) return
      const key = [lemma, pos, number, gradation, standard ?? ''].join('\t')
      if (seen.has(key)) return
      seen.add(key)
      out.push({
        lemma: lemma.normalize('NFC'),
        pos,
        class: number,
        gradation,
        flags: new Set(flags.map((flag) => flag.split('=')[0] ?? flag)),
        standard,
        parts: partsOf(flags, where),
        where,
      })
    })
  }
  return out
}

export function readForms(url: URL = new URL('forms.tsv', finnish)): FormRow[] {
  if (!existsSync(url)) return []
  return lines(url).map(([form = '', lemma = '', pos = '', tag = '']) => ({ form, lemma, pos, tag }))
}

import { NAMES } from '../generated/names.js'
import { memoize } from '../language/memo.js'
import { impliedStems, type NameCase, nameStems, withoutClitics } from './nameForms.js'

export const nameFlags = { first: 1, surname: 2, ambiguous: 4, place: 8, product: 16 } as const

const letters = {
  f: nameFlags.first,
  s: nameFlags.surname,
  a: nameFlags.ambiguous,
  p: nameFlags.place,
  o: nameFlags.product,
}

/** Marks the name itself among its stems: `tori` is a stem of Tor, but no form of it. */
const whole = 64

export interface KnownName {
  /** The name in its base form, lower case. */
  lemma: string
  flags: number
  case: NameCase
}

interface Entry {
  lemma: string
  flags: number
}

let stems: Map<string, Entry> | undefined

/** Unpacked at the first name that is looked for; a constant from then on. */
function table(): Map<string, Entry> {
  if (stems) return stems
  stems = new Map()
  for (const line of NAMES) {
    const [code = '', ...names] = line.split(' ')
    let flags = 0
    for (const letter of code) flags |= letters[letter as keyof typeof letters] ?? 0
    for (const entry of names) {
      const [lemma = '', ...extra] = entry.split('/')
      for (const stem of impliedStems(lemma)) add(stems, stem, lemma, stem === lemma ? flags | whole : flags)
      for (const stem of extra) add(stems, stem, lemma, flags)
    }
  }
  return stems
}

function add(map: Map<string, Entry>, stem: string, lemma: string, flags: number): void {
  const other = map.get(stem)
  if (other === undefined) {
    map.set(stem, { lemma, flags })
    return
  }
  // Where one name is an everyday word and the other not, the surer reading counts.
  const doubt = flags & other.flags & nameFlags.ambiguous
  map.set(stem, {
    lemma: flags & whole ? lemma : other.lemma,
    flags: ((flags | other.flags) & ~nameFlags.ambiguous) | doubt,
  })
}

const forms = { finnish: memo(true), other: memo(false) }

/** Readers of one kind of form, each made at its first use. */
function memo(finnish: boolean): (word: string) => KnownName | null {
  let known: ((word: string) => KnownName | null) | undefined
  return (word) => {
    known ??= memoize((form: string) => read(form, finnish) ?? null, 4096)
    return known(word)
  }
}

/**
 * What is known of a name form: Finnish cases and clitics, the genitive -s of Swedish and English, parts of
 * double names. Undefined for a word that is no known name.
 *
 * @example knownName('Korhoselta') // { flags: surname, case: 'person' }
 */
export function knownName(form: string, finnish = true): KnownName | undefined {
  return forms[finnish ? 'finnish' : 'other'](form) ?? undefined
}

function read(form: string, finnish: boolean): KnownName | undefined {
  const word = form.normalize('NFC').toLowerCase()
  const simple = ofWord(word, finnish)
  if (simple) return simple
  // Aino-Maija is surer than each of its halves.
  const dash = word.lastIndexOf('-')
  if (dash < 2 || word.length > longest) return undefined
  const tail = ofWord(word.slice(dash + 1), finnish)
  const head = tail && (ofWord(word.slice(0, dash), finnish) ?? read(word.slice(0, dash), finnish))
  if (!head || !tail) return undefined
  return {
    lemma: `${head.lemma}-${tail.lemma}`,
    flags: (head.flags | tail.flags) & (nameFlags.first | nameFlags.surname),
    case: tail.case,
  }
}

const longest = 40

function ofWord(word: string, finnish: boolean): KnownName | undefined {
  const map = table()
  if (word.length < 2 || word.length > longest) return undefined
  for (const form of finnish ? withoutClitics(word) : [word])
    for (const { stem, case: of } of finnish
      ? nameStems(form)
      : [{ stem: form, case: 'nominative' as const }]) {
      const entry = map.get(stem)
      if (entry !== undefined && (of !== 'nominative' || entry.flags & whole))
        return { lemma: entry.lemma, flags: entry.flags & ~whole, case: of }
    }
  const bare = /(?:['’:]s|s)$/.test(word) ? word.replace(/(?:['’:]s|s)$/, '') : undefined
  const entry = bare === undefined ? undefined : map.get(bare)
  if (entry === undefined || !(entry.flags & whole)) return undefined
  return { lemma: entry.lemma, flags: entry.flags & ~whole, case: 'genitive' }
}

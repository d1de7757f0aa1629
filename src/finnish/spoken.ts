import { encodeKey } from './alphabet.js'
import { compose, type Rewriting, type Spelling } from './rewriting.js'

/**
 * Spoken and dialectal spellings rewritten towards the standard: each ending with what may stand for it. What comes of
 * it counts only if the lexicon knows it.
 */
const long = ['aa', 'ee', 'ii', 'oo', 'uu', 'yy', 'ää', 'öö']
const cases = 't n s st lt l ks ta tä lla llä lle ssa ssä sta stä na nä'.split(' ')
const endings: readonly (readonly [ending: string, replacements: readonly string[]])[] = [
  // kauheeta, nopee, korkeet; halvempii, asioit; taloo, hommoo
  ...['', ...cases].map((end): [string, string[]] => [`ee${end}`, [`ea${end}`, `eä${end}`]]),
  ['ii', ['ia', 'iä']],
  ['oo', ['oa', 'ua']],
  ['öö', ['öä', 'yä']],
  ['uu', ['ua']],
  ['yy', ['yä']],
  ['ee', ['eä', 'ea']],
  // A lost final -n, -a, -t, -i: kotii, talos, kaupast, autol, varmaks
  ...long.map((vowel): [string, string[]] => [vowel, [`${vowel}n`]]),
  ['s', ['ssa', 'ssä', 'si']],
  // The past without its -i: autto, kerto, hoitu, näky. Bare -oi, -ui, -yi end no other forms.
  ['o', ['oi']],
  ['ö', ['öi']],
  ['u', ['ui']],
  ['y', ['yi']],
  ['st', ['sta', 'stä', 'sti']],
  ['l', ['lla', 'llä', 'lle']],
  ['lt', ['lta', 'ltä']],
  ['ks', ['ksi']],
  ['t', ['ta', 'tä']],
  ['n', ['na', 'nä', 'ni']],
  // The question clitic -ks, -k: onks, tuleeks
  ['ks', ['ko', 'kö']],
  ['ki', ['kin']],
  ['kaa', ['kaan']],
  ['kää', ['kään']],
  ['imma', ['imme']],
  ['immä', ['imme']],
  ['tt', ['tte']],
  ['tta', ['tte']],
  ['ttä', ['tte']],
]

interface EndingRule {
  ending: readonly number[]
  /** `shared`: how many first letters are those of the ending. */
  replacements: readonly { letters: readonly number[]; shared: number }[]
}

/** Rules by the letter that the word ends in. */
const endingsByLetter: readonly EndingRule[][] = Array.from({ length: 256 }, () => [])
for (const [ending, replacements] of endings) {
  const codes = encodeKey(ending)
  const rows = replacements.map((text) => {
    const letters = encodeKey(text)
    const differs = letters.findIndex((letter, index) => letter !== codes[index])
    return { letters, shared: differs < 0 ? letters.length : differs }
  })
  endingsByLetter[codes.at(-1) ?? 0]?.push({ ending: codes, replacements: rows })
}

const among = (letters: string): Uint8Array => {
  const set = new Uint8Array(256)
  for (const each of encodeKey(letters)) set[each] = 1
  return set
}
const [a, ä, e, h, i, j, n, o, ö, s, t, u] = encodeKey('aäehijnoöstu')
const vowel = among('aeiouyäö')
const unstressed = among('aoäö')
const rounded = among('oö')
const afterS = among('eit')
/** Vowels that end before a, ä or e where the weak grade of t is lost: kahen, meiän, yhen. */
const beforeA = among('eouy')
const beforeIa = among('eoua')
const beforeE = among('aoäöuy')

/** A change inside the word: the letters from a place up to another, and the letter that stands for them. */
interface InnerRule {
  cut: number
  letters: readonly number[]
}

/** In the order in which they are tried; `innerPlaces` finds where. */
const inner: readonly InnerRule[] = [
  // punanen, semmonen; kirjottaa; parantola, varottu: the i of an unstressed diphthong
  { cut: 0, letters: encodeKey('i') },
  { cut: 0, letters: encodeKey('i') },
  { cut: 0, letters: encodeKey('i') },
  // kattoo, mettä, ittensä: tt for ts
  { cut: 1, letters: encodeKey('s') },
  // meijän, tehä, kaheksan, lähen: the weak grade of t
  { cut: 1, letters: encodeKey('d') },
  { cut: 0, letters: encodeKey('d') },
  { cut: 0, letters: encodeKey('d') },
  { cut: 0, letters: encodeKey('d') },
]

/** Where each rule for the inside of words holds first, -1 for nowhere. */
function innerPlaces({ codes, length }: Spelling, out: Int8Array): void {
  out.fill(-1)
  const note = (rule: number, at: number) => {
    if ((out[rule] as number) < 0) out[rule] = at
  }
  for (let at = 0; at < length; at++) {
    const letter = codes[at] as number
    const before = at > 0 ? (codes[at - 1] as number) : 0
    const next = at + 1 < length ? (codes[at + 1] as number) : 0
    if (unstressed[letter] === 1 && before !== 0 && vowel[before] === 0) {
      const second = at + 2 < length ? (codes[at + 2] as number) : 0
      const third = at + 3 < length ? (codes[at + 3] as number) : 0
      if ((next === n && second === e && third === n) || (next === s && afterS[second] === 1)) note(0, at + 1)
      if (next === n ? vowel[second] === 1 : next === t && isOnset(second, third)) note(1, at + 1)
      if (rounded[letter] === 1 && isRounded(next, second, third)) note(2, at + 1)
    }
    if (letter === t && before === t) note(3, at)
    else if (letter === j && vowel[before] === 1 && vowel[next] === 1) note(4, at)
    else if (letter === h && vowel[next] === 1) note(5, at + 1)
    else if (letter === a || letter === ä) {
      const earlier = at > 1 ? (codes[at - 2] as number) : 0
      const open =
        before === i ? beforeIa[earlier] === 1 : before === earlier && (before === a || before === ä)
      if (beforeA[before] === 1 || open) note(6, at)
    } else if (letter === e && beforeE[before] === 1) note(7, at)
  }
}

/** After t: a vowel, or t or s and a vowel. */
function isOnset(second: number, third: number): boolean {
  return vowel[second] === 1 || ((second === t || second === s) && vowel[third] === 1)
}

/** nt, ttu, tti. */
function isRounded(next: number, second: number, third: number): boolean {
  return second === t && (next === n || (next === t && (third === u || third === i)))
}

/** Tries the standard spellings that the word could stand for. `innerOnly` leaves its end alone. */
export function trySpoken(word: Rewriting, innerOnly: boolean): void {
  const { places, changed } = word
  if (!innerOnly) tryEndings(word, word.base, word.base.length)
  innerPlaces(word.base, places)
  for (let rule = 0; rule < inner.length; rule++) {
    const at = places[rule] as number
    if (at < 0) continue
    const { cut, letters } = inner[rule] as InnerRule
    compose(changed, word.base, at, letters, at + cut)
    if (!word.isAlive(changed, at)) continue
    word.attempt(changed, at)
    // Two habits often meet in one word: punasta, kirjotettii.
    if (!innerOnly) tryEndings(word, changed, at)
  }
}

/** Tries other endings of a spelling that shares its first `same` letters with the word. */
function tryEndings(word: Rewriting, spelling: Spelling, same: number): void {
  const { codes, length } = spelling
  for (const { ending, replacements } of endingsByLetter[codes[length - 1] as number] ?? []) {
    const from = length - ending.length
    if (!endsIn(codes, from, ending)) continue
    for (const { letters, shared } of replacements) {
      compose(word.spelled, spelling, from, letters, length)
      word.attempt(word.spelled, Math.min(same, from + shared))
    }
  }
}

function endsIn(codes: Uint8Array, from: number, ending: readonly number[]): boolean {
  if (from < 0) return false
  for (let index = 0; index < ending.length; index++) if (codes[from + index] !== ending[index]) return false
  return true
}

/**
 * Gives the letters `from` to `until` the dots that a foreign keyboard left out: hyvaa -> hyvää. False where there are
 * none to make.
 */
export function addDots(target: Spelling, source: Spelling, from: number, until: number): boolean {
  let any = false
  for (let at = 0; at < source.length; at++) {
    let letter = source.codes[at] as number
    if (at >= from && at < until && (letter === a || letter === o)) {
      letter = (letter === a ? ä : ö) as number
      any = true
    }
    target.codes[at] = letter
  }
  target.length = source.length
  return any
}

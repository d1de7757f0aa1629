import { encodeKey } from './alphabet.js'

/**
 * Clitics and their usual chains, with the archiphonemes of harmony (VISK § 126-131). -s follows only -ko
 * and -pa.
 */
const chains: readonly string[] = [
  'kin',
  'kAAn',
  'kO',
  'hAn',
  'pA',
  'kOhAn',
  'kOs',
  'pAs',
  'pAhAn',
  'kOkin',
  'kAAnkO',
  'kinkO',
  'kinhAn',
  'pAkO',
  // Doubled by ear after words that end in a boundary gemination (VISK § 34): sullekkin, kenellekkään.
  'kkin',
  'kkAAn',
]

const names: Record<string, string> = { kin: 'kin', kAAn: 'kaan', kO: 'ko', hAn: 'han', pA: 'pa', s: 's' }

export interface Clitic {
  text: string
  /** Names of the clitics in order, in back harmony. */
  clitics: readonly string[]
  harmony: 'back' | 'front' | 'any'
}

function split(chain: string): string[] {
  return (chain.match(/kin|kAAn|kO|hAn|pA|s/g) ?? []).map((piece) => names[piece] ?? piece)
}

/** Every chain spelt out; index 0 is no clitic. */
export const clitics: readonly Clitic[] = [
  { text: '', clitics: [], harmony: 'any' },
  ...chains.flatMap((chain): Clitic[] => {
    const list = split(chain)
    if (!/[AO]/.test(chain)) return [{ text: chain, clitics: list, harmony: 'any' }]
    return [
      { text: chain.replace(/A/g, 'a').replace(/O/g, 'o'), clitics: list, harmony: 'back' },
      { text: chain.replace(/A/g, 'ä').replace(/O/g, 'ö'), clitics: list, harmony: 'front' },
    ]
  }),
]

const none: readonly number[] = []
const codesOf = clitics.map(({ text }) => encodeKey(text))
/** Numbers of the clitics by the code of their last letter. */
const byLast: readonly number[][] = Array.from({ length: 256 }, () => [])
codesOf.forEach((codes, index) => {
  if (index > 0) byLast[codes.at(-1) ?? 0]?.push(index)
})
const [a, ä, h, i, k, n, o, ö, p, s, u, y] = encodeKey('aähiknoöpsuy')

/** Numbers of the clitics that the word could end in, none excluded; harmony is checked against the rest. */
export function cliticsOf(word: Uint8Array, length: number): readonly number[] {
  if (!mayEndInClitic(word, length)) return none
  let found: number[] | null = null
  const likely = byLast[word[length - 1] as number] as readonly number[]
  for (let at = 0; at < likely.length; at++) {
    const index = likely[at] as number
    const codes = codesOf[index] as readonly number[]
    const rest = length - codes.length
    if (rest < 2 || !endsIn(word, rest, codes)) continue
    if (!agrees(word, rest, (clitics[index] as Clitic).harmony)) continue
    found ??= []
    found.push(index)
  }
  return found ?? none
}

function endsIn(word: Uint8Array, from: number, codes: readonly number[]): boolean {
  for (let index = codes.length - 1; index >= 0; index--)
    if (word[from + index] !== codes[index]) return false
  return true
}

/** So many last letters tell whether a word may end in a clitic. */
export const cliticReach = 3

/** A quick no for most words: clitics end in -in, -an, -ään, -o, -pa, -s after their own consonants. */
export function mayEndInClitic(word: Uint8Array, length: number): boolean {
  if (length < 4) return false
  const last = word[length - 1]
  const before = word[length - 2]
  // -kin, -kaan, -han
  if (last === n) {
    const third = word[length - 3]
    return (
      (before === i && third === k) || ((before === a || before === ä) && (third === before || third === h))
    )
  }
  // -ko
  if (last === o || last === ö) return before === k
  // -pa
  if (last === a || last === ä) return before === p
  // -kos, -pas
  if (last === s) return before === a || before === ä || before === o || before === ö
  return false
}

/** The nearest harmonic vowel before `end` must be of the clitic's kind; words of e and i take front ones. */
function agrees(word: Uint8Array, end: number, harmony: Clitic['harmony']): boolean {
  if (harmony === 'any') return true
  for (let at = end - 1; at >= 0; at--) {
    const letter = word[at]
    if (letter === a || letter === o || letter === u) return harmony === 'back'
    if (letter === ä || letter === ö || letter === y) return harmony === 'front'
  }
  return harmony === 'front'
}

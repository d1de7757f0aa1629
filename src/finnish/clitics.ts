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

/** Numbers of the clitics that the word could end in, none excluded; harmony is checked against the rest. */
export function cliticsOf(word: string): readonly number[] {
  if (word.length < 4 || !mayEndInClitic(word)) return none
  let found: number[] | null = null
  for (let index = 1; index < clitics.length; index++) {
    const clitic = clitics[index] as Clitic
    if (!word.endsWith(clitic.text)) continue
    const rest = word.length - clitic.text.length
    if (rest < 2 || !agrees(word, rest, clitic.harmony)) continue
    found ??= []
    found.push(index)
  }
  return found ?? none
}

/** A quick no for most words: clitics end in -in, -an, -ään, -o, -pa, -s after their own consonants. */
function mayEndInClitic(word: string): boolean {
  const last = word.charCodeAt(word.length - 1)
  const before = word.charCodeAt(word.length - 2)
  // n: -kin, -kaan, -han
  if (last === 110) {
    const third = word.charCodeAt(word.length - 3)
    return (
      (before === 105 && third === 107) ||
      ((before === 97 || before === 228) && (third === before || third === 104))
    )
  }
  // o, ö: -ko; a, ä: -pa
  if (last === 111 || last === 246) return before === 107
  if (last === 97 || last === 228) return before === 112
  // s: -kos, -pas
  if (last === 115) return before === 97 || before === 228 || before === 111 || before === 246
  return false
}

/** The nearest harmonic vowel before `end` must be of the clitic's kind; words of e and i take front ones. */
function agrees(word: string, end: number, harmony: Clitic['harmony']): boolean {
  if (harmony === 'any') return true
  for (let at = end - 1; at >= 0; at--) {
    const letter = word[at]
    if (letter === 'a' || letter === 'o' || letter === 'u') return harmony === 'back'
    if (letter === 'ä' || letter === 'ö' || letter === 'y') return harmony === 'front'
  }
  return harmony === 'front'
}

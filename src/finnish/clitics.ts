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

/** Clitics by their last letter, so that most words are turned down at once. */
const byLast = new Map<string, number[]>()
clitics.forEach((clitic, index) => {
  if (index === 0) return
  const list = byLast.get(clitic.text.slice(-1))
  if (list) list.push(index)
  else byLast.set(clitic.text.slice(-1), [index])
})
const none: readonly number[] = []

/** Numbers of the clitics that the word could end in, none excluded; harmony is checked against the rest. */
export function cliticsOf(word: string): readonly number[] {
  const candidates = byLast.get(word.slice(-1))
  if (!candidates || word.length < 4) return none
  let found: number[] | null = null
  for (const index of candidates) {
    const clitic = clitics[index]
    if (!clitic || !word.endsWith(clitic.text)) continue
    const rest = word.length - clitic.text.length
    if (rest < 2 || !agrees(word, rest, clitic.harmony)) continue
    found = found ?? []
    found.push(index)
  }
  return found ?? none
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

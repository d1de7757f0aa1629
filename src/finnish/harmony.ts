/** Vowel harmony (VISK § 15): suffix vowels A, O, U stand for a/ä, o/ö, u/y. */
export type Harmony = 'back' | 'front'

const front: Record<string, string> = { A: 'ä', O: 'ö', U: 'y' }
const back: Record<string, string> = { A: 'a', O: 'o', U: 'u' }

/** Writes an ending with its archiphonemes spelt out: `spell('ssA', 'front')` is `ssä`. */
export function spell(ending: string, harmony: Harmony): string {
  const vowels = harmony === 'back' ? back : front
  return ending.replace(/[AOU]/g, (vowel) => vowels[vowel] ?? vowel)
}

/**
 * Harmonies that a word takes. Native words have one; a loan that mixes both sets follows its last harmonic
 * vowel, but writers waver (analyysia, analyysiä), so both are given, the expected one first (VISK § 17).
 * Neutral e and i alone take front endings.
 */
export function harmonies(word: string): readonly Harmony[] {
  const lower = word.toLowerCase()
  const lastBack = Math.max(
    lower.lastIndexOf('a'),
    lower.lastIndexOf('o'),
    lower.lastIndexOf('u'),
    lower.lastIndexOf('å'),
  )
  const lastFront = Math.max(lower.lastIndexOf('ä'), lower.lastIndexOf('ö'))
  const lastY = lower.lastIndexOf('y')
  if (lastBack < 0) return ['front']
  if (lastFront < 0 && lastY < 0) return ['back']
  const expected = lastBack > Math.max(lastFront, lastY) ? 'back' : 'front'
  return expected === 'back' ? ['back', 'front'] : ['front', 'back']
}

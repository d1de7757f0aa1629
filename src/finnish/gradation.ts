/**
 * Consonant gradation (VISK § 41-43): the letters are those of the Kotus word list.
 * Each pair is the strong and the weak grade.
 */
export const gradations = {
  A: ['kk', 'k'],
  B: ['pp', 'p'],
  C: ['tt', 't'],
  D: ['k', ''],
  E: ['p', 'v'],
  F: ['t', 'd'],
  G: ['nk', 'ng'],
  H: ['mp', 'mm'],
  I: ['lt', 'll'],
  J: ['nt', 'nn'],
  K: ['rt', 'rr'],
  L: ['k', 'j'],
  M: ['k', 'v'],
} as const

export type Gradation = keyof typeof gradations | ''

export function isGradation(letter: string): letter is Gradation {
  return letter === '' || letter in gradations
}

const vowel = /[aeiouyäöåéáü]/

/** Index where the run of vowels that ends the stem begins. */
function tailStart(stem: string): number {
  let at = stem.length
  while (at > 0 && vowel.test(stem.charAt(at - 1))) at--
  return at
}

/**
 * The weak grade of a strong stem that ends in vowels: katu -> kadu, takki -> taki, vaaka -> vaa'a.
 * A stem without the expected consonants comes back unchanged.
 */
export function weaken(stem: string, letter: Gradation): string {
  if (letter === '') return stem
  const [strong, weak] = gradations[letter]
  const at = tailStart(stem)
  const head = stem.slice(0, at)
  const tail = stem.slice(at)
  if (!head.endsWith(strong)) return stem
  const rest = head.slice(0, head.length - strong.length)
  if (letter !== 'D') return rest + weak + tail
  // Lost k between a diphthong in -i and a leaves j in two old words: aika : ajan, poika : pojan (but aikoa : aion).
  if (tail === 'a' && /(?:^|[^a-zäö])(?:aik|poik)$/.test(head)) return `${rest.slice(0, -1)}j${tail}`
  // The apostrophe keeps apart a long vowel or diphthong and a like vowel: vaa'an, liu'un.
  const split = rest.length > 1 && rest.at(-1) === tail[0] && vowel.test(rest.at(-2) ?? '')
  return split ? `${rest}'${tail}` : rest + tail
}

/**
 * The strong grade of a weak root that ends in vowels (hake -> hakke, pelä -> pelkä).
 * A root without the expected consonants comes back unchanged.
 */
export function strengthen(root: string, letter: Gradation): string {
  if (letter === '') return root
  if (letter === 'D') return `${root.slice(0, -1)}k${root.slice(-1)}`
  const [strong, weak] = gradations[letter]
  const at = tailStart(root)
  const head = root.slice(0, at)
  if (!head.endsWith(weak)) return root
  return head.slice(0, head.length - weak.length) + strong + root.slice(at)
}

const VOWELS = 'aeiou'

function isVowel(letter: string): boolean {
  return letter !== '' && VOWELS.includes(letter)
}

/** boxes, carries, waits: the -s of nouns and verbs. */
export function withS(base: string): string {
  const last = base.at(-1) ?? ''
  if (last === 'y' && !isVowel(base.at(-2) ?? '')) return `${base.slice(0, -1)}ies`
  if (/(?:s|x|z|ch|sh)$/.test(base)) return `${base}es`
  if (last === 'o' && /(?:go|do|veto|potato|tomato|echo|hero)$/.test(base)) return `${base}es`
  return `${base}s`
}

/** waiting, making, dying, stopping. */
export function withIng(base: string, doubles: boolean): string {
  if (doubles) return `${base}${base.at(-1)}ing`
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`
  if (base.endsWith('e') && !/(?:ee|oe|ye|^be)$/.test(base)) return `${base.slice(0, -1)}ing`
  return `${base}ing`
}

/** waited, made -> see the irregular table, carried, stopped. */
export function withEd(base: string, doubles: boolean): string {
  if (doubles) return `${base}${base.at(-1)}ed`
  if (base.endsWith('e')) return `${base}d`
  if (base.endsWith('y') && !isVowel(base.at(-2) ?? '')) return `${base.slice(0, -1)}ied`
  return `${base}ed`
}

/** nicer, easier, bigger; `ending` is er or est. */
export function withComparison(base: string, ending: 'er' | 'est', doubles: boolean): string {
  if (doubles) return `${base}${base.at(-1)}${ending}`
  if (base.endsWith('e')) return base + ending.slice(1)
  if (base.endsWith('y') && !isVowel(base.at(-2) ?? '')) return `${base.slice(0, -1)}i${ending}`
  return base + ending
}

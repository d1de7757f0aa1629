import { DIGIT, isWordKind, kindOf } from './characters.js'

const MOUTHS = ')(]/\\|*'
const LETTER_MOUTHS = 'DPpOo3S'

/** Smileys that start with a letter, x or X; they must stand alone. */
export const LETTER_SMILEYS: ReadonlySet<string> = new Set(['xD', 'XD', 'xd', 'Xd', 'xDD', 'XDD', 'xP', 'XP'])

/**
 * End of a typed smiley (":)", ";-)", "=D", ":'(", "<3", "^^") at `start`, or `start`. A mouth that is a letter
 * or digit must not go on as a word, so that "HUS:Ssa" or "klo 8:30" never smile.
 */
export function smileyEnd(text: string, start: number): number {
  const eyes = text.charAt(start)
  if (eyes === '<') {
    if (text.charAt(start + 1) !== '3' || kindOf(text.charCodeAt(start + 2)) === DIGIT) return start
    return start + 2
  }
  if (eyes === '^') {
    if (text.startsWith('^_^', start)) return start + 3
    return text.charAt(start + 1) === '^' ? start + 2 : start
  }
  if (eyes !== ':' && eyes !== ';' && eyes !== '=') return start
  let i = start + 1
  if ("-'´’".includes(text.charAt(i)) && i < text.length) i += 1
  if (text.charAt(i) === '-' && i === start + 2) i += 1
  const mouth = text.charAt(i)
  if (mouth === '') return start
  if (MOUTHS.includes(mouth)) {
    while (text.charAt(i) === mouth) i += 1
    return mouth === '/' && i - start > 2 && text.charAt(start + 1) === '/' ? start : i
  }
  if (!LETTER_MOUTHS.includes(mouth)) return start
  if (start > 0 && i === start + 1) {
    const before = kindOf(text.charCodeAt(start - 1))
    if (before === DIGIT || isWordKind(before)) return start
  }
  while (text.charAt(i) === mouth) i += 1
  const after = i < text.length ? kindOf(text.charCodeAt(i)) : 0
  return after === DIGIT || isWordKind(after) ? start : i
}

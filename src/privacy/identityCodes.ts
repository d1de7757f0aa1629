import type { Span } from '../types.js'

/*
 * Forms of the Finnish personal identity code. Every pattern has bounded repeats and no nesting, so its time is
 * linear. Codes are found by their form alone: a mistyped check character must not leak (Finlex 690/2022).
 * The looser the form, the more another sign of a code is asked for: a letter at the end, the right check
 * character, or a word that says what it is.
 */
const day = '(?:0[1-9]|[12]\\d|3[01])'
const month = '(?:0[1-9]|1[0-2])'
const dash = '[-+–—−‐‑]'
const free = '(?<![0-9A-Za-zÅÄÖåäö])'
const ended = '(?![0-9A-Za-zÅÄÖåäö])'
const letter = '[A-FHJ-NPR-Ya-fhj-npr-y]'

const forms: readonly RegExp[] = [
  // The letters of the centuries after 1900 (2023), which must stand free.
  new RegExp(`${free}${day}${month}\\d{2} ?[A-FU-Ya-fu-y] ?\\d{3} ?[0-9A-Za-z]${ended}`, 'g'),
  // With a dash also where other letters were left on it.
  new RegExp(`(?<!\\d)${day}${month}\\d{2} ?${dash} ?\\d{3} ?[0-9A-Za-z](?!\\d)`, 'g'),
  // A day that no month has.
  new RegExp(`${free}\\d{6} ?${dash} ?\\d{3}${letter}${ended}`, 'g'),
  // Something else, or nothing, in the place of the dash.
  new RegExp(`${free}${day}${month}\\d{2}[/_.:]?\\d{3}${letter}${ended}`, 'g'),
  new RegExp(`${free}${day}${month}\\d{2}[ \\u00a0]\\d{3} ?[A-FHJ-NPR-Y]${ended}`, 'g'),
  // The date in its parts, or every character alone.
  new RegExp(`${free}${day}[. /]${month}[. /](?:19|20)?\\d{2} ?${dash} ?\\d{3} ?${letter}${ended}`, 'g'),
  new RegExp(`${free}${day}${month}(?:19|20)\\d{2} ?${dash} ?\\d{3}${letter}${ended}`, 'g'),
  new RegExp(
    `${free}\\d(?:[ .]\\d){5} ?(?:${dash}|[A-FU-Ya-fu-y]) ?\\d(?:[ .]\\d){2}[ .]?[0-9A-Za-z]${ended}`,
    'g',
  ),
]
const checkCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY'
/** Small letters after a space are a unit of measure more often: "120524 500m". */
const spaced = new RegExp(`${free}${day}${month}\\d{2} ?\\d{3} ?${letter}${ended}`, 'g')

const cue =
  '(?:hetu|sotu|henkilötunnu|henkilöturvatunnu|personbeteckning|personnummer|identity (?:code|number)|social security|personal id)[\\p{L}:]{0,12}[^\\d\\n]{0,20}?'
const cued = new RegExp(
  `(?<!\\p{L})${cue}(?:(?<=(?:lop|slut|last|viimei|tarkist)[^\\d\\n]{1,20})(${dash}?\\d{3}[0-9A-Za-z])|(\\d{6,8} ?[-+–—−‐‑/_.:A-FU-Y]? ?\\d{3} ?[0-9A-Za-z])|(${day}${month}\\d{2}))(?![0-9A-Za-zÅÄÖåäö])`,
  'giu',
)

/** Finnish personal identity codes, by form. Ones behind a word that announces them also in part. */
export function findIdentityCodes(text: string): Span[] {
  const out: Span[] = []
  const announced = /h(?:et|enkil)|sot|person|iden|social/i.test(text)
  // Nine digits near each other, or a word for such a code.
  if (!/\d(?:\D{0,3}\d){8}/.test(text) && !(announced && /\d{3}/.test(text))) return out
  for (const form of forms)
    for (const match of text.matchAll(form)) {
      // "010190-901 5": what stands apart is another number.
      if (!/\d{3} \d$/.test(match[0]) || /\d \d \d$/.test(match[0])) out.push(spanOf(match))
    }
  for (const match of text.matchAll(spaced)) {
    const code = match[0].replaceAll(' ', '')
    if (checkCharacters[Number(code.slice(0, 9)) % 31] === code.slice(9).toUpperCase())
      out.push(spanOf(match))
  }
  if (announced)
    for (const match of text.matchAll(cued)) {
      const code = match[1] ?? match[2] ?? match[3] ?? ''
      const end = match.index + match[0].length
      out.push({ start: end - code.length, end })
    }
  return out
}

const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length })

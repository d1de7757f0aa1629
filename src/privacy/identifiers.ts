import type { Span } from '../types.js'

/** Bank accounts: Finnish ones by form, those of other countries by their check digits (ISO 13616). */
export function findAccounts(text: string): Span[] {
  if (!/\d{4}|\d(?:[ \u00a0-]\d){5}/.test(text)) return []
  const out = spans(text, /(?<![0-9A-Za-z])FI ?\d{2}(?:[ \u00a0-]?\d){12,16}(?!\d)/gi)
  for (const match of text.matchAll(
    /(?<![0-9A-Za-z])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![0-9A-Za-z])/g,
  ))
    if (!match[0].startsWith('FI') && isIban(match[0]))
      out.push({ start: match.index, end: match.index + match[0].length })
  // The older domestic form is told from other numbers by the word before it.
  for (const match of text.matchAll(
    /(?<=\b(?:tili|konto)[a-zåäö]{0,12}:? {1,2}(?:on |är )?)\d{6}-\d{2,8}(?!\d)/gi,
  ))
    out.push({ start: match.index, end: match.index + match[0].length })
  return out
}

function isIban(text: string): boolean {
  const code = text.replaceAll(' ', '')
  if (code.length < 15 || code.length > 34) return false
  let rest = 0
  for (const character of code.slice(4) + code.slice(0, 4))
    for (const digit of String(Number.parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

const part = String.raw`[\p{L}\p{N}_%+'-]`
const domain = String.raw`[\p{L}\p{N}-]{1,63}`
const at = String.raw`(?:[([{<] ?(?:at|ät|miukumauku|snabel-?a) ?[)\]}>]|@)`
const spokenAt = '(?:ät|miukumauku|snabel-?a)'
const dot = String.raw`(?:[([{<] ?(?:piste|dot|punkt) ?[)\]}>]|piste|dot|punkt)`
const top = String.raw`(?:fi|com|net|org|eu|info|se|nu|ee|ax|de|no|dk|uk|io)(?![\p{L}\p{N}])`
const begin = String.raw`(?<![\p{L}\p{N}._%+-])`
const local = String.raw`${begin}${part}[\p{L}\p{N}._%+'-]{0,63}`

/** As it is typed, with spaces about its last point too; a handle before a provider without its point. */
const written = new RegExp(
  String.raw`${local}@${domain}(?:(?:\.${domain}){1,4}| \. ?${top}|\. (?:fi|com|net|org|eu)(?![\p{L}\p{N}])|(?<=\p{L}{3}))`,
  'giu',
)
/** With words for its signs: "matti (at) example piste fi", "matti piste m ät example.fi". */
const spoken = new RegExp(
  String.raw`${begin}(?:${part}{1,40} ?${dot} ?){0,2}${part}[\p{L}\p{N}._%+'-]{0,63} ?(?:${at}|(?<= )${spokenAt}(?= )|(?<= )at(?= ${domain} ${dot} ${top})) ?${domain}(?:\.${domain}){0,3}(?:(?<=\.\p{L}{2,6})| ?(?:${dot}|\.) ?${top})`,
  'giu',
)

/** E-mail addresses, also those that are spelled to escape machines. */
export function findEmails(text: string): Span[] {
  const out = text.includes('@') ? spans(text, written) : []
  return /[ ([{<](?:at|ät|miukumauku|snabel-?a)[ )\]}>]|(?:piste|dot|punkt)[ )\]}>]/i.test(text)
    ? [...out, ...spans(text, spoken)]
    : out
}

function spans(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

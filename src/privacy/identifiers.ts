import type { Span } from '../types.js'

/*
 * Forms of Finnish identifiers. Every pattern has bounded repeats and no nesting, so its time is linear.
 * Identity codes are found by their form alone: a mistyped check character must not leak (Finlex 690/2022).
 */
const identityCode =
  /(?<![0-9A-Za-zÅÄÖåäö])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2} ?[-+–—−‐‑A-FU-Ya-fu-y] ?\d{3} ?[0-9A-Za-z](?![0-9A-Za-zÅÄÖåäö])/g
/** Without its marker: only where the check character is right. */
const unmarked =
  /(?<![0-9A-Za-zÅÄÖåäö])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2} ?\d{3}[A-FHJ-NPR-Ya-fhj-npr-y](?![0-9A-Za-zÅÄÖåäö])/g
const checkCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY'

/** Finnish personal identity codes, by form. */
export function findIdentityCodes(text: string): Span[] {
  const out = spans(text, identityCode).filter(({ start, end }) => !/\d{3} \d$/.test(text.slice(start, end)))
  for (const match of text.matchAll(unmarked)) {
    const code = match[0].replace(' ', '')
    const check = checkCharacters[Number(code.slice(0, 9)) % 31]
    if (check === code.slice(9).toUpperCase())
      out.push({ start: match.index, end: match.index + match[0].length })
  }
  return out
}

/** Bank accounts: Finnish ones by form, those of other countries by their check digits (ISO 13616). */
export function findAccounts(text: string): Span[] {
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

/** E-mail addresses, also written with (at), [at] or (ät) in the place of the sign. */
export function findEmails(text: string): Span[] {
  return [
    ...spans(
      text,
      /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_%+'-][\p{L}\p{N}._%+'-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu,
    ),
    ...(/[([](?:at|ät|miukumauku)[)\]]/i.test(text)
      ? spans(
          text,
          /(?<![\p{L}\p{N}._+-])[\p{L}\p{N}._+-]{1,64} ?[([](?:at|ät|miukumauku)[)\]] ?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/giu,
        )
      : []),
  ]
}

function spans(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

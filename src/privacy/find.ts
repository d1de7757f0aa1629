import type { Document } from '../language/document.js'
import type { PersonalDataFinding, PersonalDataType } from '../types.js'

/*
 * Forms of Finnish identifiers. Every pattern has bounded repeats and no nesting, so its time is linear.
 * Identity codes are found by their form alone: a mistyped check character must not leak (Finlex 690/2022).
 */
const patterns: readonly (readonly [PersonalDataType, RegExp])[] = [
  [
    'identityCode',
    /(?<![0-9A-Za-zÅÄÖåäö])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2} ?[-+–−A-FU-Ya-fu-y] ?\d{3}[0-9A-Za-z](?![0-9A-Za-zÅÄÖåäö])/g,
  ],
  ['email', /[\w.+%-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g],
  ['iban', /\bFI\d{2}(?: ?\d{4}){3} ?\d{2}\b/gi],
  ['phone', /(?<![\d+])(?:(?:\+|00)358[ -]?|0)(?:4\d|50|[235689]|1[3-9])(?:[ -]?\d){5,9}(?!\d)/g],
]

/**
 * Personal data in a text, in order, without overlaps.
 *
 * @example findPersonalData(document) // [{ type: 'phone', start: 8, end: 20 }]
 */
export function findPersonalData(document: Document): PersonalDataFinding[] {
  const found: PersonalDataFinding[] = []
  for (const [type, pattern] of patterns)
    for (const match of document.text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (!found.some((other) => start < other.end && other.start < end)) found.push({ type, start, end })
    }
  return found.sort((a, b) => a.start - b.start)
}

import type { Document } from '../language/document.js'
import type { PersonalDataFinding, PersonalDataType, Span } from '../types.js'
import { findAddresses } from './addresses.js'
import { findBirthDates, findDatesBehindNames } from './birthDates.js'
import { findAccounts, findEmails, findIdentityCodes } from './identifiers.js'
import { findNames } from './names.js'
import { findPhones } from './phones.js'
import { findPlates } from './plates.js'

/** What needs digits, the surest first: a finding keeps its characters from those after it. */
const withDigits: readonly (readonly [PersonalDataType, (document: Document) => Span[]])[] = [
  ['identityCode', ({ text }) => findIdentityCodes(text)],
  ['iban', ({ text }) => findAccounts(text)],
  ['birthDate', ({ text }) => findBirthDates(text)],
  ['address', findAddresses],
  ['phone', ({ text }) => findPhones(text)],
  ['plate', ({ text }) => findPlates(text)],
]

/**
 * Personal data in a text: identity codes, accounts, dates of birth, addresses, telephone numbers, plates,
 * e-mail addresses and names of persons. In order, without overlaps; offsets are UTF-16 units of the text.
 * Pure, and linear in the length of the text. Best effort: a nickname or a story can tell who somebody is.
 *
 * @example findPersonalData(document) // [{ type: 'phone', start: 8, end: 20 }]
 */
export function findPersonalData(document: Document): PersonalDataFinding[] {
  const { text } = document
  let found: PersonalDataFinding[] = []
  if (text.includes('@') || text.includes('(a') || text.includes('[a'))
    found = joined(found, 'email', findEmails(text))
  // A digit, or none: most comments have none and need no pattern.
  if (/\d/.test(text)) for (const [type, find] of withDigits) found = joined(found, type, find(document))
  const names = findNames(document, found)
  found = joined(found, 'name', names)
  return names.length > 0 ? joined(found, 'birthDate', findDatesBehindNames(text, names)) : found
}

/** Adds spans that meet none found before; both lists may be long, so they are walked side by side. */
function joined(
  found: readonly PersonalDataFinding[],
  type: PersonalDataType,
  spans: readonly Span[],
): PersonalDataFinding[] {
  if (spans.length === 0) return found as PersonalDataFinding[]
  const out: PersonalDataFinding[] = []
  let at = 0
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    while (at < found.length && (found[at] as PersonalDataFinding).end <= start)
      out.push(found[at++] as PersonalDataFinding)
    const next = found[at]
    const last = out.at(-1)
    if ((next && next.start < end) || (last && start < last.end)) continue
    out.push({ type, start, end })
  }
  while (at < found.length) out.push(found[at++] as PersonalDataFinding)
  return out
}

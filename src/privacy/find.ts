import { PalauteError } from '../errors.js'
import type { Document } from '../language/document.js'
import type { PersonalDataFinding, PersonalDataType, Span } from '../types.js'
import { findAddresses } from './addresses.js'
import { findBirthDates, findDatesBehindNames } from './birthDates.js'
import { withoutOverlaps } from './findings.js'
import { findAccounts, findEmails } from './identifiers.js'
import { findIdentityCodes } from './identityCodes.js'
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
 * @param document a text that was read (`createDocument`); of a plain text `Analyzer.personalData` gives the same
 * @throws {PalauteError} `bad_option` for anything else
 * @example findPersonalData(document) // [{ type: 'phone', start: 8, end: 20 }]
 */
export function findPersonalData(document: Document): PersonalDataFinding[] {
  if (typeof document?.text !== 'string' || !Array.isArray(document.tokens))
    throw new PalauteError(
      'bad_option',
      'findPersonalData takes a document that was read; for a text use (await createAnalyzer()).personalData(text).',
      { path: 'document' },
    )
  const { text } = document
  let found: PersonalDataFinding[] = []
  if (/@|[ ([{<](?:[aäÄ]t|miuku|snabel)/i.test(text))
    found = withoutOverlaps(found, 'email', findEmails(text))
  // A digit, or none: most comments have none and need no pattern.
  if (/\d/.test(text))
    for (const [type, find] of withDigits) found = withoutOverlaps(found, type, find(document))
  const names = findNames(document, found)
  found = withoutOverlaps(found, 'name', names)
  return names.length > 0 ? withoutOverlaps(found, 'birthDate', findDatesBehindNames(text, names)) : found
}

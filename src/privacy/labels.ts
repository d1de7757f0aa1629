import type { Locale, PersonalDataFinding } from '../types.js'
import { withoutOverlaps } from './findings.js'
import { findAccounts, findEmails } from './identifiers.js'
import { findIdentityCodes } from './identityCodes.js'
import { findPhones } from './phones.js'
import { redact } from './redact.js'

/**
 * A name of a unit, service or column, or a key, as it may be shown: without identity codes, accounts, e-mail
 * addresses and telephone numbers. Names stay, since units and houses bear names of persons.
 */
export function shownLabel(label: string, locale: Locale): string {
  return /[\d@]/.test(label) ? redact(label, findIdentifiers(label), locale).text : label
}

/** What is personal by its form alone. */
function findIdentifiers(text: string): PersonalDataFinding[] {
  let found: PersonalDataFinding[] = []
  for (const [type, spans] of [
    ['email', findEmails(text)],
    ['identityCode', findIdentityCodes(text)],
    ['iban', findAccounts(text)],
    ['phone', findPhones(text)],
  ] as const)
    found = withoutOverlaps(found, type, spans)
  return found
}

import { PalauteError } from '../errors.js'
import type { PersonalDataType } from '../types.js'
import { knownName } from './gazetteer.js'
import { hmacSha256 } from './hmac.js'
import { nameStems, withoutClitics } from './nameForms.js'

/** The mark of a finding: the same for the same person or number within a run. */
export type Pseudonyms = (type: PersonalDataType, text: string) => string

/** Letters and digits that are not mistaken for each other (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Marks for `redact` that keep one person one. Without a key they are numbers in the order of appearance, which
 * tell nothing outside the run. With a key of at least 16 characters they are six characters of an HMAC-SHA-256,
 * the same in every run with that key and none without it: who holds the key can test a guessed name, so it is
 * as secret as the answers are.
 *
 * Inflected forms of a name share a mark (Virtasen, Virtaselle). `redact` gives a part of a full name the mark of
 * the whole where the text holds one such person.
 *
 * @throws {PalauteError} `bad_option` for a key that is too short to protect anything
 * @example
 * const pseudonyms = createPseudonyms()
 * redact('Maija soitti', [{ type: 'name', start: 0, end: 5 }], { pseudonyms }).text // '[NIMI 1] soitti'
 */
export function createPseudonyms(options: { key?: string } = {}): Pseudonyms {
  const { key } = options
  if (key === undefined) {
    const numbers = new Map<string, number>()
    const counts = new Map<PersonalDataType, number>()
    return (type, text) => {
      const base = `${type}:${baseForm(type, text)}`
      let number = numbers.get(base)
      if (number === undefined) {
        number = (counts.get(type) ?? 0) + 1
        counts.set(type, number)
        numbers.set(base, number)
      }
      return String(number)
    }
  }
  if (typeof key !== 'string' || key.length < 16)
    throw new PalauteError('bad_option', 'A key of pseudonyms has at least 16 characters.', { path: 'key' })
  const encoder = new TextEncoder()
  const secret = encoder.encode(key)
  return (type, text) => {
    const bytes = hmacSha256(secret, encoder.encode(`${type}:${baseForm(type, text)}`))
    return Array.from(bytes.subarray(0, 6), (byte) => alphabet[byte & 31]).join('')
  }
}

/** What is alike in two ways of writing the same thing. */
function baseForm(type: PersonalDataType, text: string): string {
  if (type === 'name')
    return text
      .normalize('NFC')
      .split(/[\s.]+/)
      .filter((word) => word !== '')
      .map(baseName)
      .join(' ')
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@]/gu, '')
  if (type === 'phone') return plain.replace(/^(?:00)?358(?=\d)0?/, '0')
  // The separator of an identity code may change; the date, the number and the check do not.
  return type === 'identityCode' ? plain.replace(/^(\d{6})[a-z](?=\d)/, '$1') : plain
}

/** The base form of a name: known by the list, of others the shortest stem that its endings allow. */
export function baseName(word: string): string {
  const known = knownName(word)
  if (known) return known.lemma
  const lower = word.toLowerCase()
  const bare = withoutClitics(lower).reduce((a, b) => (b.length < a.length ? b : a))
  const surname = /^(.{2,})(?:sen|sella|sellä|selta|seltä|selle|sta|stä|sesta|sestä|sessa|sessä|seen)$/.exec(
    bare,
  )?.[1]
  if (surname !== undefined) return `${surname}nen`
  const long = nameStems(bare).filter(({ stem, case: of }) => of !== 'partitive' && stem.length > 3)
  return long.reduce((best, { stem }) => (stem.length < best.length ? stem : best), bare)
}

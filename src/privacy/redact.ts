import { PalauteError } from '../errors.js'
import type { Locale, PersonalDataFinding, PersonalDataType, Span } from '../types.js'
import { fullNames } from './persons.js'
import type { Pseudonyms } from './pseudonyms.js'

const placeholders: Record<Locale, Record<PersonalDataType, string>> = {
  fi: {
    identityCode: '[HETU]',
    phone: '[PUHELIN]',
    email: '[SÄHKÖPOSTI]',
    address: '[OSOITE]',
    name: '[NIMI]',
    iban: '[TILINUMERO]',
    plate: '[REKISTERITUNNUS]',
    birthDate: '[SYNTYMÄAIKA]',
  },
  sv: {
    identityCode: '[PERSONBETECKNING]',
    phone: '[TELEFON]',
    email: '[E-POST]',
    address: '[ADRESS]',
    name: '[NAMN]',
    iban: '[KONTONUMMER]',
    plate: '[REGISTERNUMMER]',
    birthDate: '[FÖDELSEDATUM]',
  },
  en: {
    identityCode: '[IDENTITY CODE]',
    phone: '[PHONE]',
    email: '[E-MAIL]',
    address: '[ADDRESS]',
    name: '[NAME]',
    iban: '[ACCOUNT]',
    plate: '[PLATE]',
    birthDate: '[DATE OF BIRTH]',
  },
}

/** Where a piece of the text went. */
interface Moved {
  start: number
  end: number
  newStart: number
  newEnd: number
}

/** A redacted text, and where a span of the original stands in it. */
export interface Redacted {
  text: string
  /** Moves a span of the original text to the redacted one; a span inside a placeholder widens to it. */
  move(span: Span): Span
}

export interface RedactOptions {
  /** Language of the placeholders, default Finnish. */
  locale?: Locale
  /** Gives one person or number the same mark each time (`createPseudonyms`); default plain placeholders. */
  pseudonyms?: Pseudonyms
}

/** The placeholder of a type of personal data: `[NIMI]`. */
export function placeholder(type: PersonalDataType, locale: Locale = 'fi'): string {
  return placeholders[locale][type]
}

/**
 * Replaces findings with typed placeholders. What stands around them is kept to the letter, so that titles and
 * roles remain ("hoitaja [NIMI]"). With pseudonyms a lone first or last name takes the mark of the one full name
 * of the same text that it is a part of.
 *
 * @param findings as `findPersonalData` gives them, or your own: in any order; those that overlap become one, of
 * the type of the longest
 * @throws {PalauteError} `bad_option` for offsets outside the text, an unknown type or locale, with the path
 * @example redact('Hoitaja Maija auttoi', [{ type: 'name', start: 8, end: 13 }]).text // 'Hoitaja [NIMI] auttoi'
 */
export function redact(
  text: string,
  findings: readonly PersonalDataFinding[],
  options: Locale | RedactOptions = 'fi',
): Redacted {
  const { locale = 'fi', pseudonyms } = typeof options === 'string' ? { locale: options } : options
  const own = Object.hasOwn(placeholders, locale) ? placeholders[locale] : undefined
  if (own === undefined) throw bad('The locale of the marks is fi, sv or en.', 'locale')
  if (typeof text !== 'string') throw bad('The text is a string.', 'text')
  const pieces = inOrder(text, findings)
  if (pieces.length === 0) return { text, move: ({ start, end }) => ({ start, end }) }
  const persons = pseudonyms ? fullNames(text, pieces) : undefined
  let result = ''
  let from = 0
  const moved: Moved[] = []
  for (const [index, { start, end, type }] of pieces.entries()) {
    result += text.slice(from, start)
    const newStart = result.length
    const mark = own[type]
    result += pseudonyms
      ? `${mark.slice(0, -1)} ${pseudonyms(type, persons?.get(index) ?? text.slice(start, end))}]`
      : mark
    moved.push({ start, end, newStart, newEnd: result.length })
    from = end
  }
  result += text.slice(from)
  const move = ({ start, end }: Span): Span => ({
    start: place(moved, start, 'newStart'),
    end: place(moved, end, 'newEnd'),
  })
  return { text: result, move }
}

/** Checked, sorted and without overlaps; what is so already is given back as it came. */
function inOrder(text: string, findings: readonly PersonalDataFinding[]): readonly PersonalDataFinding[] {
  if (!Array.isArray(findings)) throw bad('The findings are a list of {type, start, end}.', 'findings')
  let ordered = true
  let before = 0
  for (const [index, finding] of findings.entries()) {
    const { type, start, end } = finding ?? {}
    if (typeof type !== 'string' || !Object.hasOwn(placeholders.fi, type))
      throw bad(
        `A finding is of one of the types ${Object.keys(placeholders.fi).join(', ')}.`,
        `findings[${index}].type`,
      )
    if (!Number.isInteger(start) || start < 0 || start > text.length)
      throw bad('A finding starts at a whole offset within the text.', `findings[${index}].start`)
    if (!Number.isInteger(end) || end < start || end > text.length)
      throw bad(
        'A finding ends at a whole offset within the text, not before it starts.',
        `findings[${index}].end`,
      )
    if (start < before) ordered = false
    before = end
  }
  if (ordered) return findings
  const out: PersonalDataFinding[] = []
  let longest = 0
  for (const { type, start, end } of [...findings].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1)
    if (last === undefined || start >= last.end) {
      out.push({ type, start, end })
      longest = end - start
      continue
    }
    last.end = Math.max(last.end, end)
    if (end - start > longest) {
      last.type = type
      longest = end - start
    }
  }
  return out
}

const bad = (message: string, path: string) => new PalauteError('bad_option', message, { path })

/** The new place of an offset, by bisection among the replaced pieces. */
function place(moved: readonly Moved[], offset: number, side: 'newStart' | 'newEnd'): number {
  let low = 0
  let high = moved.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((moved[middle] as Moved).start < offset) low = middle + 1
    else high = middle
  }
  const part = moved[low - 1]
  if (part === undefined) return offset
  return offset < part.end ? part[side] : offset + part.newEnd - part.end
}

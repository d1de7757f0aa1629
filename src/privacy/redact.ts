import type { Locale, PersonalDataFinding, PersonalDataType, Span } from '../types.js'
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
 * roles remain ("hoitaja [NIMI]").
 *
 * @param findings in order and without overlaps, as `findPersonalData` gives them
 * @example redact('Hoitaja Maija auttoi', [{ type: 'name', start: 8, end: 13 }]).text // 'Hoitaja [NIMI] auttoi'
 */
export function redact(
  text: string,
  findings: readonly PersonalDataFinding[],
  options: Locale | RedactOptions = 'fi',
): Redacted {
  const { locale = 'fi', pseudonyms } = typeof options === 'string' ? { locale: options } : options
  if (findings.length === 0) return { text, move: ({ start, end }) => ({ start, end }) }
  let result = ''
  let from = 0
  const moved: Moved[] = []
  for (const { start, end, type } of findings) {
    result += text.slice(from, start)
    const newStart = result.length
    const mark = placeholders[locale][type]
    result += pseudonyms ? `${mark.slice(0, -1)} ${pseudonyms(type, text.slice(start, end))}]` : mark
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

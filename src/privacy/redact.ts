import type { Locale, PersonalDataFinding, PersonalDataType, Span } from '../types.js'

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

/** A redacted text, and where a span of the original stands in it. */
export interface Redacted {
  text: string
  /** Moves a span of the original text to the redacted one; a span inside a placeholder widens to it. */
  move(span: Span): Span
}

/**
 * Replaces findings with typed placeholders.
 *
 * @param findings in order and without overlaps, as `findPersonalData` gives them
 * @param locale language of the placeholders, default Finnish
 */
export function redact(
  text: string,
  findings: readonly PersonalDataFinding[],
  locale: Locale = 'fi',
): Redacted {
  if (findings.length === 0) return { text, move: ({ start, end }) => ({ start, end }) }
  let result = ''
  let from = 0
  const moved: { start: number; end: number; newStart: number; newEnd: number }[] = []
  for (const { start, end, type } of findings) {
    result += text.slice(from, start)
    const newStart = result.length
    result += placeholders[locale][type]
    moved.push({ start, end, newStart, newEnd: result.length })
    from = end
  }
  result += text.slice(from)
  const place = (offset: number, side: 'newStart' | 'newEnd'): number => {
    let shift = 0
    for (const part of moved) {
      if (offset <= part.start) break
      if (offset < part.end) return part[side]
      shift = part.newEnd - part.end
    }
    return offset + shift
  }
  return {
    text: result,
    move: ({ start, end }) => ({ start: place(start, 'newStart'), end: place(end, 'newEnd') }),
  }
}

import { memoize } from '../language/memo.js'
import type { PersonalDataFinding, PersonalDataType } from '../types.js'
import { shownLabel } from './labels.js'
import { type RedactOptions, redact } from './redact.js'

/** What of a cell is personal by the header of its column alone, whatever the cell holds. */
const headers: readonly (readonly [PersonalDataType, RegExp])[] = [
  [
    'name',
    /^(?:(?:vastaajan|asiakkaan|potilaan|oma|koko) ?)?(?:nimi|etunim(?:i|et)|sukunimi)$|^(?:namn|förnamn|efternamn|(?:first|last|full|your) ?name|name|surname)$/i,
  ],
  ['birthDate', /^(?:syntymä(?:aika|päivä)|födelse(?:datum|tid|dag)|(?:date of birth|birth ?date|dob))$/i],
  ['identityCode', /^(?:hetu|sotu|henkilötunnus|personbeteckning|personnummer)$/i],
  [
    'phone',
    /^(?:puh\.?|puhelin(?:numero)?|matkapuhelin(?:numero)?|gsm|telefon(?:nummer)?|phone(?: ?number)?|mobile)$/i,
  ],
  ['email', /^(?:sähköposti(?:osoite)?|e-?post(?:adress)?|e-?mail(?: ?address)?)$/i],
  [
    'address',
    /^(?:(?:koti|katu|posti|lähi)?osoite|(?:gatu|hem|post)?adress|(?:street|home|postal)? ?address)$/i,
  ],
]

/** Numbers, dates and times as surveys write them: they tell nobody. */
const plain =
  /^(?:[-+]?\d{1,6}(?:[.,]\d{1,9})?|\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?|\d{1,2}[./]\d{1,2}[./]\d{4}(?: (?:klo )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?)?$/

interface ShownCell {
  text: string
  types: readonly PersonalDataType[]
}

export interface CellsOptions extends RedactOptions {
  /** Nothing is replaced, but what is there can be counted. */
  keep?: boolean
}

/** Cells of a table as they may be shown. */
export interface Cells {
  /** A cell without a comment; `header` is that of its column where nothing else is known of the column. */
  shown(text: string, header?: string): string
  /** Types of personal data in a cell. */
  types(text: string, header?: string): readonly PersonalDataType[]
  /** A name of a unit, a service, a file or a column. */
  label(text: string): string
}

/**
 * Shows cells that hold no comment. Numbers and dates stay as written; all else may name people, also where a
 * score was asked. Columns of names and contacts are hidden whole by their header.
 */
export function createCells(
  find: (text: string) => readonly PersonalDataFinding[],
  { keep = false, ...marks }: CellsOptions,
): Cells {
  const read = (text: string, findings: readonly PersonalDataFinding[]): ShownCell => ({
    text: keep ? text : redact(text, findings, marks).text,
    types: findings.map(({ type }) => type),
  })
  const free = memoize((text: string) => read(text, find(text)), 4096)
  const label = memoize((text: string) => (keep ? text : shownLabel(text, marks.locale ?? 'fi')), 4096)
  const typeOf = memoize(
    (header: string) => headers.find(([, words]) => words.test(header.trim()))?.[0] ?? null,
    256,
  )
  const cell = (text: string, header: string | undefined): ShownCell => {
    const type = header === undefined || text === '' ? null : typeOf(header)
    if (type !== null) return read(text, [{ type, start: 0, end: text.length }])
    return plain.test(text) ? { text, types: [] } : free(text)
  }
  return {
    shown: (text, header) => cell(text, header).text,
    types: (text, header) => cell(text, header).types,
    label,
  }
}

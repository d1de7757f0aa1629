import data from '../../../data/regions.json'
import { plainWords } from '../columns/text.js'

/** A wellbeing services county, Helsinki, Åland or HUS. */
export interface Region {
  /** Code of the county list, `HUS` for HUS, which has none. */
  id: string
  code: string | null
  name: { fi: string; sv: string; en: string }
  /** At the end of 2024; null where the source gives none. */
  population2024: number | null
}

export interface RegionMatch {
  region: Region
  /** `code` alone is not certain: the codes of the regions (maakunta) collide with these. */
  by: 'name' | 'alias' | 'prefixedCode' | 'code'
  certain: boolean
}

interface RegionRow extends Region {
  aliases: string[]
  maakunta?: string
}

const rows: readonly RegionRow[] = data.regions

let names: Map<string, { row: RegionRow; by: 'name' | 'alias' }> | undefined

function byName(): Map<string, { row: RegionRow; by: 'name' | 'alias' }> {
  if (names) return names
  names = new Map()
  for (const row of rows) {
    for (const alias of row.aliases) names.set(plainWords(alias), { row, by: 'alias' })
    for (const name of Object.values(row.name)) names.set(plainWords(name), { row, by: 'name' })
  }
  return names
}

/** Words that say what kind of area it is, and no more. */
const KIND = /\s(?:hyvinvointialue|hyvinvointialueen|hva|valfardsomrade|wellbeing services county|wsc)$/u

function bare({ id, code, name, population2024 }: RegionRow): Region {
  return { id, code, name, population2024 }
}

/** All regions, in the order of their codes. */
export function regions(): Region[] {
  return rows.map(bare)
}

/**
 * A region by its name in Finnish, Swedish or English, by a name in use (Pirha, Pohde), or by code. A bare
 * two-digit code may be of another list, so it is never certain.
 *
 * @example
 * findRegion('Birkalands välfärdsområde')?.region.code // '08'
 * findRegion('05')?.certain // false: Varsinais-Suomi here, Kanta-Häme in the list of regions (maakunta)
 */
export function findRegion(text: string): RegionMatch | undefined {
  const prefixed = /^HVA[ _-]?(\d\d)$/iu.exec(text.trim())
  if (prefixed) {
    const row = rows.find(({ code }) => code === prefixed[1])
    return row ? { region: bare(row), by: 'prefixedCode', certain: true } : undefined
  }
  if (/^\d\d$/u.test(text.trim())) {
    const row = rows.find(({ code }) => code === text.trim())
    return row ? { region: bare(row), by: 'code', certain: false } : undefined
  }
  const words = plainWords(text)
  const found = byName().get(words) ?? byName().get(words.replace(KIND, ''))
  return found ? { region: bare(found.row), by: found.by, certain: true } : undefined
}

/**
 * Which list a column of two-digit codes is of, as far as the codes tell: `county` when some are only there
 * (Helsinki is 90), `unknown` where both lists have them all.
 */
export function codeList(codes: Iterable<string>): 'county' | 'unknown' | 'other' {
  const all = new Set(codes)
  const county = new Set(rows.flatMap(({ code }) => (code === null ? [] : [code])))
  if (![...all].every((code) => county.has(code))) return 'other'
  return all.has('90') || all.has('91') || all.has('03') || all.has('20') ? 'county' : 'unknown'
}

import { readVolumes } from '../read/index.js'
import type { PrivacyPolicy, SurveyOptions } from '../survey.js'
import type { Locale } from '../types.js'
import { readLayoutFile } from './layoutFile.js'
import { readModel } from './modelFile.js'
import { readNameLists } from './nameLists.js'
import { readTaxonomy } from './taxonomy.js'
import { UsageError } from './usage.js'

/** Flags of every command that reads survey exports; a layout file may hold them too, and a flag wins. */
export const surveyFlags = {
  layout: { type: 'string' },
  volumes: { type: 'string' },
  units: { type: 'string' },
  codebook: { type: 'string' },
  sheet: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  taxonomy: { type: 'string' },
  model: { type: 'string' },
  locale: { type: 'string' },
  privacy: { type: 'string' },
  'staff-names': { type: 'string' },
  allow: { type: 'string' },
  deny: { type: 'string' },
  level: { type: 'string' },
  strict: { type: 'boolean' },
} as const

export const surveyUsage = `
  --layout FILE      how the columns are read (palaute layout FILE makes one)
  --volumes FILE     visits of each unit: unit;visits
  --units FILE       names and services of units: unit;name;service;region
  --codebook FILE    what codes stand for: variable;code;label
  --sheet NAME       sheet of a workbook
  --from D, --to D   only answers of this period (2024-01-31, 2024-01, 2024-Q1, 2024)
  --taxonomy FILE    your own categories
  --model FILE       categories by a model of palaute train
  --locale fi|sv|en  language of the output, default fi
  --privacy redact|pseudonymize|keep   personal data in what is shown, default redact
  --staff-names keep first names stay in plain praise; default redact
  --allow FILE       names that stay, one a line, in their base form
  --deny FILE        words that are always hidden, one a line, in their base form
  --level 0.95       confidence level
  --strict           exit 1 when the data raise a warning or an error`

type Values = { [Key in keyof typeof surveyFlags]?: string | boolean }

/** The options of a command line, checked, with those of the layout file under them. */
export async function surveyOptions(
  values: Values,
): Promise<{ survey: SurveyOptions; locale: Locale; strict: boolean }> {
  const layout = typeof values.layout === 'string' ? await readLayoutFile(values.layout) : undefined
  const text = (flag: string | boolean | undefined, saved: unknown): string | undefined =>
    typeof flag === 'string' ? flag : saved === undefined ? undefined : String(saved)
  const locale = text(values.locale, layout?.locale) ?? 'fi'
  if (locale !== 'fi' && locale !== 'sv' && locale !== 'en') throw new UsageError('--locale is fi, sv or en.')
  const privacy = text(values.privacy, layout?.privacy) ?? 'redact'
  if (!isPolicy(privacy)) throw new UsageError('--privacy is redact, pseudonymize or keep.')
  const staffNames = text(values['staff-names'], undefined) ?? 'redact'
  if (staffNames !== 'redact' && staffNames !== 'keep')
    throw new UsageError('--staff-names is redact or keep.')
  const names = await readNameLists(values)
  const level = Number(text(values.level, layout?.level) ?? '0.95')
  if (!(level > 0 && level < 1)) throw new UsageError('--level is between 0 and 1, for example 0.95.')
  const volumes = text(values.volumes, layout?.volumes)
  const sheet = text(values.sheet, layout?.sheet)
  return {
    locale,
    strict: values.strict === true || layout?.strict === true,
    survey: {
      locale,
      privacy,
      staffNames,
      ...(names === undefined ? {} : { names }),
      level,
      ...(layout === undefined ? {} : { layout }),
      sheet,
      units: text(values.units, layout?.units),
      codebook: text(values.codebook, layout?.codebook),
      from: text(values.from, layout?.from),
      to: text(values.to, layout?.to),
      ...(volumes === undefined ? {} : { volumes: await readVolumes(volumes) }),
      taxonomy: await readTaxonomy(text(values.taxonomy, layout?.taxonomy)),
      classifier: await readModel(text(values.model, undefined)),
    },
  }
}

const isPolicy = (text: string): text is PrivacyPolicy =>
  text === 'redact' || text === 'pseudonymize' || text === 'keep'

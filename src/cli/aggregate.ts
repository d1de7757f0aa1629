import process from 'node:process'
import {
  type FinishOptions,
  finish,
  merge,
  type PartialState,
  partial,
  type Scheme,
} from '../aggregate/index.js'
import { PalauteError } from '../errors.js'
import { readSurvey, readUnits, readVolumes, type SurveyLayout, type SurveySource } from '../read/index.js'
import { explainRegion } from '../report/words/region.js'
import type { Locale, Scale } from '../types.js'
import { readLayoutFile } from './layoutFile.js'
import { createOutput } from './lines.js'
import { readStateFile } from './stateFile.js'
import { parseUsage, UsageError } from './usage.js'

const usage = `usage: palaute aggregate FILE... [options]
Figures of the region as JSON, from survey exports or partial states (- is standard input).

  --partial           print a partial state instead, to be merged: raw counts, small groups not hidden
  --period P          how finely a state keeps time: month (default), none, year, quarter, week, day
  --volumes FILE      unit;visits[;period]: what units are weighted by
  --units FILE        unit;name;service;region
  --scheme S          balanced (default), pooled, volume, equal, sqrt, log, power:0.25, capped:0.3
  --minimum-group N   groups of fewer answers are hidden; default 10
  --question KEY      only this question (nps, csat, likert:COLUMN); may be repeated
  --from D, --to D    only answers of this period (2024-01-31, 2024-01, 2024-Q1, 2024)
  --locale fi|sv|en   adds the sentences for the reader
  --level 0.95        confidence level
  --layout L, --codebook FILE, --sheet S   how exports are read
  --strict            exit 1 when reading raises a warning or an error
`

export const aggregateFlags = {
  partial: { type: 'boolean' },
  period: { type: 'string' },
  volumes: { type: 'string' },
  units: { type: 'string' },
  scheme: { type: 'string' },
  'minimum-group': { type: 'string' },
  question: { type: 'string', multiple: true },
  from: { type: 'string' },
  to: { type: 'string' },
  locale: { type: 'string' },
  level: { type: 'string' },
  layout: { type: 'string' },
  codebook: { type: 'string' },
  sheet: { type: 'string' },
  strict: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

type Values = ReturnType<typeof parseUsage<typeof aggregateFlags>>['values']

export async function aggregate(args: string[]): Promise<number> {
  const { values, positionals } = parseUsage(args, aggregateFlags, usage)
  if (values.help) {
    process.stdout.write(usage)
    return 0
  }
  if (positionals.length === 0) throw new UsageError(`palaute aggregate needs a file.\n${usage}`)
  const layout = values.layout === undefined ? undefined : await readLayoutFile(values.layout)
  const settings = checkValues(values, layout)
  const { state, states, strictFails } = await readAll(positionals, values, settings, layout)
  const out = createOutput()
  if (values.partial) {
    process.stderr.write('palaute: a partial state holds raw counts; groups too small to show are in it.\n')
    await out.write(`${JSON.stringify(state)}\n`)
  } else await out.write(`${JSON.stringify(await figuresOf(state, states, settings), null, 1)}\n`)
  await out.flush()
  return strictFails ? 1 : 0
}

interface Settings {
  period: PartialState['period']
  volumes: string | undefined
  units: string | undefined
  from: string | undefined
  to: string | undefined
  locale: Locale | undefined
  options: Pick<FinishOptions, 'scheme' | 'level' | 'suppressBelow' | 'questions'>
}

/** Flags over the keys of the layout, checked. */
function checkValues(values: Values, layout: SurveyLayout | undefined): Settings {
  const lengths = ['none', 'year', 'quarter', 'month', 'week', 'day'] as const
  const period = lengths.find((length) => length === (values.period ?? 'month'))
  if (period === undefined) throw new UsageError(`--period is one of ${lengths.join(', ')}.`)
  const locale = (['fi', 'sv', 'en'] as const).find((code) => code === values.locale)
  if (values.locale !== undefined && locale === undefined) throw new UsageError('--locale is fi, sv or en.')
  const level = Number(values.level ?? layout?.level ?? 0.95)
  if (!(level > 0 && level < 1)) throw new UsageError('--level is between 0 and 1, for example 0.95.')
  const least = Number(values['minimum-group'] ?? 10)
  if (!(Number.isSafeInteger(least) && least >= 0))
    throw new UsageError('--minimum-group is a whole number of 0 or more.')
  const scheme = schemeOf(values.scheme)
  return {
    period,
    volumes: values.volumes ?? layout?.volumes,
    units: values.units ?? layout?.units,
    from: values.from ?? layout?.from,
    to: values.to ?? layout?.to,
    locale,
    options: {
      level,
      suppressBelow: least,
      ...(scheme === undefined ? {} : { scheme }),
      ...(values.question === undefined ? {} : { questions: values.question }),
    },
  }
}

function schemeOf(text: string | undefined): Scheme | undefined {
  if (text === undefined) return undefined
  const named = (['balanced', 'pooled', 'volume', 'equal', 'sqrt', 'log'] as const).find(
    (name) => name === text,
  )
  if (named !== undefined) return named
  const [kind, number] = text.split(':')
  const value = number === undefined || number.trim() === '' ? Number.NaN : Number(number)
  if (kind === 'power' && value >= 0 && value <= 1) return { kind: 'power', exponent: value }
  if (kind === 'capped' && value > 0 && value <= 1) return { kind: 'capped', cap: value }
  throw new UsageError('--scheme is balanced, pooled, volume, equal, sqrt, log, power:0.25 or capped:0.3.')
}

/** States as they are, exports counted; everything merged into one. */
async function readAll(
  files: readonly string[],
  values: Values,
  settings: Settings,
  layout: SurveyLayout | undefined,
): Promise<{ state: PartialState; states: boolean; strictFails: boolean }> {
  const found: PartialState[] = []
  const exports: SurveySource[] = []
  for (const file of files) {
    const read = await readStateFile(file)
    if (read.state !== undefined) found.push(read.state)
    else exports.push(read.source)
  }
  const states = found.length > 0
  let strictFails = false
  if (exports.length > 0) {
    const { from, to } = settings
    const survey = await readSurvey(exports, {
      ...(layout === undefined ? {} : { layout }),
      ...(values.sheet === undefined ? {} : { sheet: values.sheet }),
      ...(values.codebook === undefined ? {} : { codebook: values.codebook }),
      ...(settings.units === undefined ? {} : { units: settings.units }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    })
    found.push(await partial(survey.responses, { period: settings.period, scales: scalesOf(survey.layout) }))
    const issues = Object.entries(survey.issues.counts())
    for (const [code, count] of issues) process.stderr.write(`palaute: ${code}: ${count}\n`)
    strictFails =
      (values.strict ?? layout?.strict ?? false) &&
      survey.issues.list().some((issue) => issue.severity !== 'info')
    if (survey.counts().responses === 0)
      throw new PalauteError(
        'no_answers',
        'There is not one answer in the input: no row after the header gave a response.',
      )
  }
  const state = found.reduce((a, b) => merge(a, b))
  return { state, states, strictFails }
}

/** Scales that the layout declares; an NPS column on another scale than 0-10 is never counted as NPS. */
function scalesOf(layout: SurveyLayout): Record<string, Scale> {
  const scales: Record<string, Scale> = {}
  for (const { name, role, scale, sameAs } of layout.columns) {
    if (scale === undefined || sameAs !== undefined) continue
    if (role === 'csat' || role === 'ces' || role === 'nps') scales[role] ??= scale
    else if (role === 'grade' || role === 'likert') scales[`${role}:${name}`] = scale
  }
  if (scales.nps !== undefined && (scales.nps.min !== 0 || scales.nps.max !== 10))
    throw new PalauteError(
      'bad_layout',
      `NPS is asked on 0-10; the layout declares ${scales.nps.min}-${scales.nps.max}. Give the column another role, csat for example.`,
      { path: 'columns' },
    )
  return scales
}

/** Visits by unit, of the period asked for. */
async function volumesOf({ volumes, from, to }: Settings): Promise<FinishOptions['volumes']> {
  if (volumes === undefined) return []
  const period = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  return [...(await readVolumes(volumes, period))].map(([unit, visits]) => ({ unit, visits }))
}

async function figuresOf(state: PartialState, states: boolean, settings: Settings) {
  const { from, to, locale } = settings
  // Exports are cut by the day when read; a state can only be cut by its periods.
  const cut = states ? { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) } : {}
  const volumes = await volumesOf(settings)
  const units = settings.units === undefined ? [] : [...(await readUnits(settings.units)).units.values()]
  const figures = finish(state, { ...settings.options, ...cut, volumes, units })
  const period = from === undefined && to === undefined ? null : { from: from ?? '', to: to ?? '' }
  return {
    ...figures,
    period,
    regions: figures.regions.map((region) => ({
      ...region,
      questions: region.questions.map((question) => ({
        ...question,
        ...(locale === undefined ? {} : { explanation: explainRegion(question.score, locale) }),
      })),
    })),
  }
}

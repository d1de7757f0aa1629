import process from 'node:process'
import { worthLabelling } from '../categories/index.js'
import { type PlanOptions, plan as planAnswers } from '../metrics/index.js'
import { parseComments, readObjects } from './labelledFile.js'
import { readModel } from './modelFile.js'
import { readTaxonomy } from './taxonomy.js'
import { parseUsage, UsageError } from './usage.js'

const usage = `usage: palaute plan [options]
       palaute plan --label FILE [--count 50] [--model FILE] [--taxonomy FILE]
How many answers to collect, as JSON; or which comments are most worth labelling next, as NDJSON, most worth first.

  --metric M          nps (default), csat, ces, fcr, grade, likert
  --margin X          margin of error wanted, on the scale of the metric (NPS points, shares 0..1); default 5 points
  --spread S          standard deviation of one answer (NPS: 66 at +60, 45 at +85); default the largest possible
  --population N      how many there are to answer for
  --change D          smallest change to be seen between two periods
  --response-rate R   share of the invited who answer, 0..1: gives the invitations to send
  --level 0.95        confidence level
  --power 0.8         chance to see the change

  --label FILE        comments without labels: NDJSON {"text", "question"?, "language"?, "id"?} or a table
  --count 50          how many to pick
  --model FILE        the model to be improved; default the bundled one
  --taxonomy FILE     your own categories
`

const options = {
  metric: { type: 'string' },
  margin: { type: 'string' },
  spread: { type: 'string' },
  population: { type: 'string' },
  change: { type: 'string' },
  'response-rate': { type: 'string' },
  level: { type: 'string' },
  power: { type: 'string' },
  label: { type: 'string' },
  count: { type: 'string' },
  model: { type: 'string' },
  taxonomy: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

const metrics = ['nps', 'csat', 'ces', 'fcr', 'grade', 'likert'] as const

/** A number as people write it: decimal comma or point. */
function numberOf(text: string | undefined, flag: string): number | undefined {
  if (text === undefined) return undefined
  const value = text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'))
  if (!Number.isFinite(value)) throw new UsageError(`--${flag} needs a number.\n${usage}`)
  return value
}

export async function plan(args: string[]): Promise<number> {
  const { values, positionals } = parseUsage(args, options, usage)
  if (values.help) {
    process.stdout.write(usage)
    return 0
  }
  if (positionals.length > 0) throw new UsageError(`palaute plan takes options only.\n${usage}`)
  if (values.label !== undefined) return planLabels(values.label, values)
  for (const flag of ['count', 'model', 'taxonomy'] as const)
    if (values[flag] !== undefined) throw new UsageError(`--${flag} goes with --label.\n${usage}`)
  const metric = metrics.find((name) => name === (values.metric ?? 'nps'))
  if (metric === undefined) throw new UsageError(`--metric is one of ${metrics.join(', ')}.`)
  const given: PlanOptions = { metric }
  const numbers = {
    margin: 'margin',
    spread: 'spread',
    population: 'population',
    change: 'change',
    responseRate: 'response-rate',
    level: 'level',
    power: 'power',
  } as const
  for (const [key, flag] of Object.entries(numbers)) {
    const value = numberOf(values[flag], flag)
    if (value !== undefined) given[key as keyof typeof numbers] = value
  }
  process.stdout.write(`${JSON.stringify(planAnswers(given), null, 1)}\n`)
  return 0
}

/** The comments most worth labelling next, as the lines that are to be labelled. */
async function planLabels(
  file: string,
  values: { count?: string; model?: string; taxonomy?: string },
): Promise<number> {
  const count = numberOf(values.count, 'count') ?? 50
  const [model, taxonomy] = [await readModel(values.model), await readTaxonomy(values.taxonomy)]
  const comments = parseComments(await readObjects(file, 'comments'))
  const picked = await worthLabelling(comments, {
    count,
    ...(model === undefined ? {} : { model }),
    ...(taxonomy === undefined ? {} : { taxonomy }),
  })
  for (const { index, uncertainty } of picked) {
    const rounded = Math.round(uncertainty * 1000) / 1000
    process.stdout.write(
      `${JSON.stringify({ row: index + 1, ...comments[index], uncertainty: rounded, labels: [] })}\n`,
    )
  }
  return 0
}

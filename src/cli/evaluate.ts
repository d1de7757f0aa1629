import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { type Evaluation, evaluateClassifier, parseLabelled } from '../categories/index.js'
import { PalauteError } from '../errors.js'
import { readObjects } from './labelledFile.js'
import { readTaxonomy } from './taxonomy.js'
import { parseUsage, UsageError } from './usage.js'

const usage = `usage: palaute evaluate FILE [--model model.json | --folds K]

  FILE: labelled comments, as for palaute train
  --model FILE      a model of palaute train; default the bundled one
  --folds K         train and test by turns on K parts of FILE instead
  --taxonomy FILE   the categories of the labels
  --json            everything as JSON`

export async function evaluate(args: string[]): Promise<number> {
  const { values, positionals } = parseUsage(
    args,
    {
      model: { type: 'string' },
      folds: { type: 'string' },
      taxonomy: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    usage,
  )
  if (values.help) {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new UsageError(usage)
  if (values.folds !== undefined && (values.model !== undefined || !/^\d+$/.test(values.folds)))
    throw new UsageError(`--folds is a whole number, and not given with --model.\n${usage}`)
  const taxonomy = await readTaxonomy(values.taxonomy)
  const result = await evaluateClassifier(parseLabelled(await readObjects(file)), {
    ...(taxonomy === undefined ? {} : { taxonomy }),
    ...(values.model === undefined ? {} : { model: await readModel(values.model) }),
    ...(values.folds === undefined ? {} : { folds: Number(values.folds) }),
  })
  process.stdout.write(values.json ? `${JSON.stringify({ schemaVersion: 1, ...result })}\n` : tableOf(result))
  return 0
}

async function readModel(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new PalauteError('bad_model', `Cannot read the model ${path}: no such file, or no permission.`, {
      cause,
    })
  })
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new PalauteError('bad_model', `The model ${path} is not JSON.`, { cause })
  }
}

const figure = (value: number): string => value.toFixed(3)

function tableOf(result: Evaluation): string {
  const { micro, macro } = result
  const width = Math.max(8, ...result.labels.map(({ key }) => key.length))
  const row = (name: string, ...cells: string[]) =>
    `${name.padEnd(width)}  ${cells.map((cell) => cell.padStart(9)).join(' ')}`
  const span = ({ low, high }: { low: number; high: number }) => `${figure(low)}..${figure(high)}`
  return [
    row('label', 'precision', 'recall', 'F1', 'support'),
    ...result.labels.map((label) =>
      row(label.key, figure(label.precision), figure(label.recall), figure(label.f1), String(label.support)),
    ),
    '',
    `micro F1     ${figure(micro.f1)} (95 % ${span(micro.interval)}), precision ${figure(micro.precision)}, recall ${figure(micro.recall)}`,
    `macro F1     ${figure(macro.f1)} (95 % ${span(macro.interval)})`,
    `weighted F1  ${figure(result.weighted.f1)}`,
    `exact match  ${figure(result.exactMatch)} of ${result.comments} comments`,
    ...(result.calibration === undefined
      ? []
      : [`calibration  mean gap ${figure(result.calibration.error)}`]),
    ...(result.confused.length === 0 ? [] : ['', 'most confused (right: given)']),
    ...result.confused.slice(0, 10).map((pair) => `  ${pair.missed}: ${pair.given} (${pair.comments})`),
    '',
  ].join('\n')
}

import process from 'node:process'
import { LEAST_OF_LABEL, parseCorrections, parseLabelled, trainClassifier } from '../categories/index.js'
import { readObjects } from './labelledFile.js'
import { writeWhole } from './output.js'
import { readTaxonomy } from './taxonomy.js'
import { parseUsage, UsageError } from './usage.js'

const usage = `usage: palaute train FILE -o model.json

  FILE: labelled comments, NDJSON {"text", "labels": [...], "question"?, "language"?} or a table with these columns
  -o, --output FILE     where the model goes
  --taxonomy FILE       the categories of the labels; default the bundled ones, or the labels as they are
  --corrections FILE    what people changed: {"text", "add": [...], "remove": [...], "question"?}, or a table so`

export async function train(args: string[]): Promise<number> {
  const { values, positionals } = parseUsage(
    args,
    {
      output: { type: 'string', short: 'o' },
      taxonomy: { type: 'string' },
      corrections: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
    usage,
  )
  if (values.help) {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  const [file] = positionals
  if (file === undefined || positionals.length > 1 || values.output === undefined) throw new UsageError(usage)
  const taxonomy = await readTaxonomy(values.taxonomy)
  const corrections =
    values.corrections === undefined
      ? []
      : parseCorrections(await readObjects(values.corrections, 'corrections'))
  const model = await trainClassifier(parseLabelled(await readObjects(file, 'labelled')), {
    ...(taxonomy === undefined ? {} : { taxonomy }),
    corrections,
  })
  const text = `${JSON.stringify(model)}\n`
  if (values.output === '-') process.stdout.write(text)
  else await writeWhole(values.output, text)
  process.stderr.write(`${String(model.about?.comments)} comments, ${model.labels.length} labels\n`)
  const few = Object.entries(model.about?.few ?? {})
  if (few.length > 0) {
    const shown = few.slice(0, 10).map(([label, count]) => `${label} ${String(count)}`)
    process.stderr.write(
      `palaute: warning: too few comments to learn ${few.length} of the labels (at least ${LEAST_OF_LABEL} each are needed): ${shown.join(', ')}${few.length > shown.length ? ' ...' : ''}\n`,
    )
  }
  return 0
}

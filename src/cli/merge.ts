import process from 'node:process'
import { merge as mergeStates, type PartialState } from '../aggregate/index.js'
import { PalauteError } from '../errors.js'
import { createOutput } from './lines.js'
import { readStateFile } from './stateFile.js'
import { parseUsage, UsageError } from './usage.js'

const usage = `usage: palaute merge STATE...
One partial state of many (palaute aggregate --partial); any order and grouping gives the same bytes.
palaute aggregate STATE gives its figures.

  --figures           print the figures instead, with the options of palaute aggregate
`

export async function merge(args: string[]): Promise<number> {
  if (args.includes('--figures'))
    return (await import('./aggregate.js')).aggregate(args.filter((arg) => arg !== '--figures'))
  const { values, positionals } = parseUsage(args, { help: { type: 'boolean', short: 'h' } }, usage)
  if (values.help) {
    process.stdout.write(usage)
    return 0
  }
  if (positionals.length === 0) throw new UsageError(`palaute merge needs partial states.\n${usage}`)
  let merged: PartialState | undefined
  for (const file of positionals) {
    const { state } = await readStateFile(file)
    if (state === undefined)
      throw new PalauteError(
        'bad_state',
        `${file === '-' ? 'Standard input' : file} is not a partial state; palaute aggregate --partial makes one of an export.`,
      )
    merged = merged === undefined ? state : mergeStates(merged, state)
  }
  process.stderr.write('palaute: a partial state holds raw counts; groups too small to show are in it.\n')
  const out = createOutput()
  await out.write(`${JSON.stringify(merged)}\n`)
  await out.flush()
  return 0
}

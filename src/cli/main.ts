#!/usr/bin/env node
import process from 'node:process'
import { PalauteError } from '../errors.js'
import { version } from '../version.js'
import { UsageError } from './usage.js'

/** What `palaute COMMAND` loads; nothing of the other commands is imported. */
const commands: Record<
  string,
  { summary: string; load: () => Promise<(args: string[]) => Promise<number>> }
> = {
  report: {
    summary: 'FILE... -o report.html    survey exports -> a self-contained page; a summary table on stdout',
    load: async () => (await import('./report.js')).report,
  },
  score: {
    summary: 'FILE... -o scored.csv     survey exports -> the rows with findings and scores added',
    load: async () => (await import('./score.js')).score,
  },
  read: {
    summary: 'FILE                      what was understood of a survey export, as NDJSON',
    load: async () => (await import('./read.js')).read,
  },
  layout: {
    summary: 'FILE                      the layout of a survey export, as JSON to edit and pass back',
    load: async () => (await import('./layout.js')).layout,
  },
  analyze: {
    summary: '< comments.ndjson         NDJSON {"id","text","question"?} -> NDJSON with findings',
    load: async () => (await import('./analyze.js')).analyze,
  },
  lemmas: {
    summary: '< words.txt               one word a line -> its lemma a line',
    load: async () => (await import('./lemmas.js')).lemmas,
  },
  redact: {
    summary: '< lines                   text lines or NDJSON with personal data replaced',
    load: async () => (await import('./redact.js')).redact,
  },
  aggregate: {
    summary: 'FILE... [--partial]       region figures as JSON, or a partial state',
    load: async () => (await import('./aggregate.js')).aggregate,
  },
  merge: {
    summary: 'STATE...                  partial states -> one state or its figures',
    load: async () => (await import('./merge.js')).merge,
  },
  train: {
    summary: 'FILE -o model.json        labelled comments -> a category model',
    load: async () => (await import('./train.js')).train,
  },
  evaluate: {
    summary: 'FILE [--model M]          labelled comments -> precision, recall and F1 per label',
    load: async () => (await import('./evaluate.js')).evaluate,
  },
  plan: {
    summary: '--population N --margin M how many answers are needed',
    load: async () => (await import('./plan.js')).plan,
  },
}

function help(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`)
  return [
    'palaute: reads care feedback in Finnish, Swedish and English and counts it honestly.',
    '',
    'usage: palaute COMMAND [options]',
    '',
    ...lines,
    '',
    '  palaute COMMAND --help tells the options; - is standard input or output.',
    '  Exit 0 done, 1 failed, 2 wrong usage.',
    '',
  ].join('\n')
}

async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    if (name === undefined) {
      process.stderr.write(help())
      return 2
    }
    process.stdout.write(help())
    return 0
  }
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${version}\n`)
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined)
    throw new UsageError(`There is no command "${name.slice(0, 40)}"; palaute --help lists them.`)
  return await (await command.load())(rest)
}

// A reader that closes the pipe early (`| head`) ends the work; it is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`palaute: ${error.message}\n`)
    process.exitCode = 2
  } else if (error instanceof PalauteError) {
    const where = error.path === undefined ? '' : ` (${error.path})`
    process.stderr.write(`palaute: ${error.message}${where}\n`)
    process.exitCode = 1
  } else {
    // A bug of ours: the kind of error is told, never its text, which may hold somebody's comment.
    const kind = error instanceof Error ? error.name : typeof error
    process.stderr.write(
      `palaute: an unexpected ${kind} stopped the work; nothing was written. Please report it.\n`,
    )
    if (process.env.PALAUTE_DEBUG) process.stderr.write(`${error instanceof Error ? error.stack : ''}\n`)
    process.exitCode = 1
  }
}

import { type Finnish, loadFinnish } from '../finnish/index.js'
import { memoize } from '../language/memo.js'
import type { Token } from '../language/tokens.js'
import type { WordReading } from '../language/word.js'
import { createOutput, stdinBatches } from './lines.js'

/** Sentences are cut here, so that input without blank lines stays bounded (the CLI contract). */
const longestSentence = 512
/** Answers remembered as text: everyday words repeat themselves. */
const memoSize = 50_000

const usage = `Usage: palaute lemmas [--sentences] [--strict]
Reads one word a line from standard input and writes lemma[TAB alternative...] a line, # at compound boundaries.
  --sentences   a blank line ends a sentence, and the words around are used
  --strict      an empty line where nothing but the form itself could be given
`

/** `palaute lemmas`: see the command-line contract. Returns the exit code. */
export async function lemmas(args: string[]): Promise<number> {
  const known = new Set(['--strict', '--sentences', '--help'])
  const wrong = args.find((arg) => !known.has(arg))
  if (wrong !== undefined) {
    process.stderr.write(`palaute lemmas: unknown option "${wrong}"\n${usage}`)
    return 2
  }
  if (args.includes('--help')) {
    process.stdout.write(usage)
    return 0
  }
  const finnish = await loadFinnish()
  const strict = args.includes('--strict')
  const writer = args.includes('--sentences') ? sentenceWriter(finnish, strict) : wordWriter(finnish, strict)
  const output = createOutput()
  for await (const lines of stdinBatches())
    for (const { line } of lines) {
      const full = output.write(writer.line(line.trim()))
      if (full) await full
    }
  await output.write(writer.end())
  await output.flush()
  return 0
}

interface LineWriter {
  line(form: string): string
  end(): string
}

function print(readings: readonly WordReading[], strict: boolean): string {
  const told = strict ? readings.filter((reading) => reading.source !== 'identity') : readings
  return `${[...new Set(told.map((reading) => reading.compound))].join('\t')}\n`
}

function wordWriter(finnish: Finnish, strict: boolean): LineWriter {
  const answer = memoize((form: string) => print(finnish.analyzeWord(form), strict), memoSize)
  return { line: (form) => (form === '' ? '\n' : answer(form)), end: () => '' }
}

function sentenceWriter(finnish: Finnish, strict: boolean): LineWriter {
  let forms: string[] = []
  const flush = (): string => {
    const chosen = finnish.lemmatize(tokensOf(forms))
    const out = chosen.map((best, index) => print([best, ...finnish.analyzeWord(forms[index] ?? '')], strict))
    forms = []
    return out.join('')
  }
  return {
    line(form) {
      if (form === '') return `${flush()}\n`
      forms.push(form)
      return forms.length >= longestSentence ? flush() : ''
    },
    end: flush,
  }
}

/** Tokens as given, one a line; offsets are those of the words joined by single spaces. */
function tokensOf(forms: readonly string[]): Token[] {
  let start = 0
  return forms.map((text) => {
    const end = start + text.length
    const kind = /\p{L}/u.test(text) ? 'word' : /\p{N}/u.test(text) ? 'number' : 'punctuation'
    const token: Token = { text, kind, start, end }
    start = end + 1
    return token
  })
}

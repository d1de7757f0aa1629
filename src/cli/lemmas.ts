import { once } from 'node:events'
import { type Finnish, loadFinnish } from '../finnish/index.js'
import type { Token } from '../language/tokens.js'
import type { WordReading } from '../language/word.js'

/** Sentences are cut here, so that input without blank lines stays bounded (the CLI contract). */
const longestSentence = 512
/** Forms remembered: everyday text repeats itself, so nine words in ten come from here. */
const memoSize = 100_000

const usage = `Usage: palaute lemmas [--sentences] [--strict]
Reads one word a line from standard input and writes lemma[TAB alternative...] a line, # at compound boundaries.
  --sentences   a blank line ends a sentence, and the words around are used
  --strict      an empty line where nothing but the form itself could be given
`

/** `palaute lemmas`: see the command-line contract. Returns the exit code. */
export async function lemmas(args: string[]): Promise<number> {
  let strict = false
  let sentences = false
  for (const arg of args) {
    if (arg === '--strict') strict = true
    else if (arg === '--sentences') sentences = true
    else if (arg === '--help') {
      process.stdout.write(usage)
      return 0
    } else {
      process.stderr.write(`palaute lemmas: unknown option "${arg}"\n${usage}`)
      return 2
    }
  }
  const finnish = await loadFinnish()
  const writer = sentences ? sentenceWriter(finnish, strict) : wordWriter(finnish, strict)
  let out = ''
  for await (const line of lines(process.stdin)) {
    out += writer.line(line)
    if (out.length > 1 << 16) {
      await write(out)
      out = ''
    }
  }
  await write(out + writer.end())
  return 0
}

async function write(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** Lines of a stream, without their ends. A last line without an end counts, an empty rest does not. */
async function* lines(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of stream) {
    const text = rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))
    let from = 0
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      yield text.charCodeAt(at - 1) === 13 && at > from ? text.slice(from, at - 1) : text.slice(from, at)
      from = at + 1
    }
    rest = text.slice(from)
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}

interface LineWriter {
  line(line: string): string
  end(): string
}

function print(readings: readonly WordReading[], strict: boolean): string {
  const known = strict ? readings.filter((reading) => reading.source !== 'identity') : readings
  return [...new Set(known.map((reading) => reading.compound))].join('\t')
}

function wordWriter(finnish: Finnish, strict: boolean): LineWriter {
  const memo = new Map<string, string>()
  return {
    line(line) {
      const form = line.trim()
      if (form === '') return '\n'
      let answer = memo.get(form)
      if (answer === undefined) {
        answer = `${print(finnish.analyzeWord(form), strict)}\n`
        if (memo.size >= memoSize) memo.clear()
        if (form.length < 64) memo.set(form, answer)
      }
      return answer
    },
    end: () => '',
  }
}

function sentenceWriter(finnish: Finnish, strict: boolean): LineWriter {
  let forms: string[] = []
  const flush = (): string => {
    if (forms.length === 0) return ''
    const tokens = tokensOf(forms)
    const chosen = finnish.lemmatize(tokens)
    const out = forms.map((form, index) => {
      const best = chosen[index]
      return `${print(best ? [best, ...finnish.analyzeWord(form)] : finnish.analyzeWord(form), strict)}\n`
    })
    forms = []
    return out.join('')
  }
  return {
    line(line) {
      const form = line.trim()
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

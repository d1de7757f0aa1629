import { once } from 'node:events'
import process from 'node:process'

/** Lines of standard input without their line ends, streaming; a last line without an end counts too. */
export async function* stdinLines(): AsyncGenerator<string> {
  for await (const lines of stdinBatches()) for (const { line } of lines) yield line
}

/** A line and what ended it: nothing where the input stopped without a line end. */
export interface EndedLine {
  line: string
  end: '\n' | '\r\n' | ''
}

/** Lines of standard input beside their ends, for output that keeps them. */
export async function* stdinLinesWithEnds(): AsyncGenerator<EndedLine> {
  for await (const lines of stdinBatches()) yield* lines
}

/** The same, the lines of each piece of input together: with millions of lines, waiting for each would cost the most. */
export async function* stdinBatches(): AsyncGenerator<EndedLine[]> {
  const decoder = new TextDecoder('utf-8')
  // A line that crosses many chunks is joined once, at its end: no quadratic time for a huge line.
  let held: string[] = []
  const finish = (piece: string): EndedLine => {
    held.push(piece)
    const line = held.length === 1 ? piece : held.join('')
    held = []
    return line.endsWith('\r') ? { line: line.slice(0, -1), end: '\r\n' } : { line, end: '\n' }
  }
  for await (const chunk of process.stdin) {
    const text = decoder.decode(chunk as Buffer, { stream: true })
    const lines: EndedLine[] = []
    let from = 0
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      lines.push(finish(text.slice(from, at)))
      from = at + 1
    }
    if (from < text.length) held.push(text.slice(from))
    yield lines
  }
  const rest = decoder.decode()
  if (held.length === 0 && rest === '') return
  held.push(rest)
  yield [{ line: held.join(''), end: '' }]
}

const flushAt = 1 << 16

/** Buffers output into larger writes and waits when the reader is slower than we are. */
export function createOutput(stream: NodeJS.WritableStream = process.stdout) {
  let buffer = ''
  async function flush(): Promise<void> {
    if (buffer === '') return
    const text = buffer
    buffer = ''
    if (!stream.write(text)) await once(stream, 'drain')
  }
  return {
    /** Adds text; await the result when it is a promise. */
    write(text: string): Promise<void> | undefined {
      buffer += text
      return buffer.length >= flushAt ? flush() : undefined
    },
    flush,
  }
}

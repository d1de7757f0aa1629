import { limitError, type ReadLimits, resolveLimits } from '../limits.js'
import { openSource } from '../source.js'
import { readTextHead, textChunks } from '../text.js'
import { parseForm } from './form.js'
import { parseSummary, type SurveySummary } from './parse.js'

export interface SummaryOptions {
  /** The form that the summary was made of: a path (Node), bytes or a Blob of text or JSON. */
  form?: string | Uint8Array | Blob
  name?: string
  encoding?: string
  limits?: Partial<ReadLimits>
}

async function wholeText(
  source: string | Uint8Array | Blob,
  options: SummaryOptions,
): Promise<{ text: string; name: string; encoding: string }> {
  const limits = resolveLimits(options.limits)
  const bytes = await openSource(source, options.name)
  const head = await readTextHead(bytes, options.encoding)
  let text = ''
  for await (const piece of textChunks(bytes, head.encoding, head.skip, () => {})) {
    text += piece.text
    if (text.length > limits.recordLength) throw limitError('recordLength', limits, bytes.name, 'the summary')
  }
  return { text, name: bytes.name, encoding: head.encoding }
}

/**
 * Reads a questionnaire summary from a file (see `parseSummary`), with its form where there is one.
 *
 * @throws ReadError when a file cannot be read or the form holds no question
 */
export async function readSummary(
  source: string | Uint8Array | Blob,
  options: SummaryOptions = {},
): Promise<SurveySummary & { file: string; encoding: string }> {
  const { form: _, ...own } = options
  const { text, name, encoding } = await wholeText(source, own)
  const form = options.form === undefined ? undefined : await wholeText(options.form, {})
  const questions = form && parseForm(form.text, form.name)
  return {
    file: name,
    encoding,
    ...parseSummary(text, { file: name, ...(questions ? { form: questions } : {}) }),
  }
}

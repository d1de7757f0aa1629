import { readSummary, type SurveySource } from '../read/index.js'
import { createOutput } from './lines.js'
import { UsageError } from './usage.js'

/** `palaute read FILE --format summary`: the summary's head, a line a question, then the issues. */
export async function printSummary(
  sources: readonly SurveySource[],
  options: { format: string; form: string | undefined; strict: boolean },
): Promise<number> {
  if (options.format !== 'summary')
    throw new UsageError(
      '--format of palaute read takes "summary"; the formats of tables are told by their bytes.',
    )
  const out = createOutput()
  let strict = 0
  for (const source of sources) {
    const { file, encoding, title, respondents, questions, issues } = await readSummary(source, {
      ...(options.form === undefined ? {} : { form: options.form }),
    })
    out.write(
      `${JSON.stringify({ summary: { file, encoding, title, respondents, questions: questions.length } })}\n`,
    )
    for (const question of questions) {
      const full = out.write(`${JSON.stringify({ question })}\n`)
      if (full) await full
    }
    for (const issue of issues.list()) out.write(`${JSON.stringify({ issue })}\n`)
    strict += issues.list().length
  }
  await out.flush()
  return options.strict && strict > 0 ? 1 : 0
}

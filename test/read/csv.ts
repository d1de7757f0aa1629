import type { Response } from '../../src/index.js'
import { type ReadOptions, readCodebook, readSurvey, type Survey } from '../../src/read/index.js'

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** A survey of an export written here, read to its end. */
export async function readText(
  text: string | string[],
  options: Omit<ReadOptions, 'codebook'> & { codebook?: string } = {},
): Promise<{ survey: Survey; responses: Response[]; codes: string[]; roles: string[] }> {
  const { codebook, ...rest } = options
  const book = codebook === undefined ? undefined : await readCodebook(bytes(codebook), { name: 'codes.csv' })
  const sources = (typeof text === 'string' ? [text] : text).map(bytes)
  const survey = await readSurvey(sources, {
    name: 'answers.csv',
    ...rest,
    ...(book ? { codebook: book } : {}),
  })
  const responses: Response[] = []
  for await (const response of survey.responses) responses.push(response)
  return {
    survey,
    responses,
    codes: survey.issues.list().map(({ code, row }) => `${row} ${code}`),
    roles: survey.layout.columns.map(({ role, part }) => (part ? `${role}:${part}` : role)),
  }
}

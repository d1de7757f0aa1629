import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ReadError } from '../../src/errors.js'
import { readCodebook, readSurvey } from '../../src/read/index.js'
import type { Response } from '../../src/types.js'
import { bytes } from './csv.js'
import { sheetXml, workbook } from './formats/support.js'

/** An export as its file would be, with what must be read of it. */
interface Ugly {
  about: string
  text: string
  /** File name, where it tells the format. */
  name?: string
  delimiter?: string
  names?: string[]
  roles?: string
  count?: number
  /** What must stand in the responses, in their order; comments as their texts. */
  rows?: Record<string, unknown>[]
  /** Rows that must have an issue; 0 is the file. */
  issues?: number[]
  /** Fields that no response may have. */
  absent?: (keyof Response)[]
  reject?: boolean
  /** A code book given beside the export. */
  codebook?: string
}

const load = (name: string): Ugly[] =>
  JSON.parse(readFileSync(new URL(`ugly/${name}.json`, import.meta.url), 'utf8'))

async function readAll(source: Uint8Array, name: string, book?: string) {
  const codebook = book === undefined ? undefined : await readCodebook(bytes(book), { name: 'codes.csv' })
  const survey = await readSurvey(source, { name, ...(codebook ? { codebook } : {}) })
  const responses: Response[] = []
  for await (const response of survey.responses) responses.push(response)
  return { survey, responses, issues: survey.issues.list() }
}

/** null stands for no value, whether the field is there or not. */
function matches(want: unknown, got: unknown, path: string): void {
  if (want === null) expect(got ?? null, path).toBeNull()
  else if (typeof want === 'object' && !Array.isArray(want))
    for (const [key, value] of Object.entries(want as Record<string, unknown>))
      matches(value, (got as Record<string, unknown> | null | undefined)?.[key], `${path}.${key}`)
  else expect(got, path).toEqual(want)
}

describe.each(['times', 'scores', 'shapes'])('ugly exports: %s', (kind) => {
  it.each(load(kind))('$about', async (ugly) => {
    const reading = readAll(bytes(ugly.text), ugly.name ?? 'answers.csv', ugly.codebook)
    if (ugly.reject) {
      await expect(reading).rejects.toThrow(ReadError)
      return
    }
    const { survey, responses, issues } = await reading
    if (ugly.delimiter) expect(survey.table.delimiter).toBe(ugly.delimiter)
    if (ugly.names) expect(survey.table.columns.map(({ name }) => name)).toEqual(ugly.names)
    if (ugly.roles) expect(survey.layout.columns.map(({ role }) => role).join(' ')).toBe(ugly.roles)
    if (ugly.count !== undefined) expect(responses).toHaveLength(ugly.count)
    const shown = responses.map((response) => ({
      ...response,
      comments: response.comments.map(({ text }) => text),
    }))
    ugly.rows?.forEach((want, at) => void matches(want, shown[at], `response ${at + 1}`))
    const told = new Set(issues.map(({ row }) => row))
    expect((ugly.issues ?? []).filter((row) => !told.has(row))).toEqual([])
    for (const field of ugly.absent ?? [])
      expect(responses.filter((response) => response[field] !== undefined)).toEqual([])
  })
})

describe('a code book among the sheets of a workbook', () => {
  const data = {
    name: 'Data',
    xml: sheetXml([
      ['ID', 'Q1', 'Q2', 'Q3'],
      [1, 1, 5, 'Hyvä oli palvelu'],
      [2, 2, 4, 'Jono oli pitkä'],
    ]),
  }

  it('is read by itself, its variables named once above merged cells', async () => {
    const codebook = sheetXml([
      ['Variable', 'Question text', 'Code', 'Label'],
      ['Q1', 'Miten asioit?', 1, 'Puhelin'],
      [null, null, 2, 'Chat'],
      ['Q2', 'Sain apua, kun sitä tarvitsin', 1, 'Täysin eri mieltä'],
      [null, null, 5, 'Täysin samaa mieltä'],
      ['Q3', 'Avoin palaute', null, null],
    ])
    const source = await workbook([data, { name: 'Codebook', xml: codebook }])
    const { survey, responses, issues } = await readAll(source, 'answers.xlsx')
    expect(survey.layout.columns.map(({ role }) => role)).toEqual(['id', 'channel', 'likert', 'comment'])
    expect(responses.map(({ channel }) => channel)).toEqual(['Puhelin', 'Chat'])
    expect(issues.map(({ code }) => code)).toContain('codebook_sheet')
  })

  it('is not made of a sheet of notes', async () => {
    const notes = { name: 'Selitteet', xml: sheetXml([['Kysely tehtiin keväällä.'], ['Kysy lisää.']]) }
    const { responses, issues } = await readAll(await workbook([data, notes]), 'answers.xlsx')
    expect(responses).toHaveLength(2)
    expect(issues.map(({ code }) => code)).not.toContain('codebook_sheet')
  })
})

describe('repeated ids', () => {
  const repeats = async (ids: readonly string[]) =>
    (await readAll(bytes(`Vastaus-ID;NPS\n${ids.map((id) => `${id};9\n`).join('')}`), 'answers.csv')).issues
      .filter(({ code }) => code === 'repeated_id')
      .map(({ row }) => row)

  it.each([
    ['counting up, then again', ['1', '2', '3', '2'], [4]],
    ['stretches that meet', ['10', '11', '8', '9', '10'], [5]],
    ['leading zeros are other ids', ['012', '12', '0012', '012'], [4]],
    ['words', ['a-1', 'b-1', 'a-1'], [3]],
    [
      'more stretches than are kept',
      [...Array.from({ length: 80 }, (_, i) => String(i * 3)), '117', '237'],
      [81, 82],
    ],
  ])('%s', async (_, ids, rows) => {
    expect(await repeats(ids)).toEqual(rows)
  })

  it('none among many that differ', async () => {
    expect(await repeats(Array.from({ length: 20_000 }, (_, i) => `r${(i * 7919) % 20_011}`))).toEqual([])
  })
})

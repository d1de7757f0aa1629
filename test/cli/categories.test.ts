import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { analyzeLine } from '../../src/cli/analyze.js'
import { evaluate } from '../../src/cli/evaluate.js'
import { plan } from '../../src/cli/plan.js'
import { rawField } from '../../src/cli/rawField.js'
import { report } from '../../src/cli/report.js'
import { score } from '../../src/cli/score.js'
import { readTaxonomy } from '../../src/cli/taxonomy.js'
import { train } from '../../src/cli/train.js'
import { createAnalyzer } from '../../src/index.js'

const folder = mkdtempSync(join(tmpdir(), 'palaute-categories-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => vi.restoreAllMocks())

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** Runs a command; what it prints on standard output and beside it. */
async function run(command: () => Promise<number>): Promise<{ out: string; said: string }> {
  let out = ''
  let said = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    out += String(chunk)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    said += String(chunk)
    return true
  })
  try {
    expect(await command()).toBe(0)
  } finally {
    vi.restoreAllMocks()
  }
  return { out, said }
}

const pool = ['Allas oli kylmä', 'Altaan vesi oli sameaa', 'Uimavesi oli lämmintä', 'Allas oli likainen']
const ticket = ['Lippu oli kallis', 'Lipun hinta nousi', 'Halpa lippu', 'Lippu maksoi liikaa']
const rows = [
  ...pool.map((text) => ({ text, labels: ['pool'] })),
  ...ticket.map((text) => ({ text, labels: ['ticket'] })),
]
const labelled = file('labelled.ndjson', rows.map((row) => JSON.stringify(row)).join('\n'))
const model = join(folder, 'model.json')

describe('a model of one’s own', () => {
  test('is trained, with a warning of labels with few comments', async () => {
    const { said } = await run(() => train([labelled, '-o', model]))
    expect(said).toMatch(/8 comments, 2 labels/)
    expect(said).toMatch(/too few comments .* pool 4, ticket 4/)
    expect(JSON.parse(readFileSync(model, 'utf8')).labels).toEqual(['pool', 'ticket'])
  })

  test('takes corrections as a table, and says what is missing in one', async () => {
    const corrections = file('corrections.csv', 'text;add;remove\nAllas oli kylmä;cafe|bar;pool\n')
    const corrected = join(folder, 'corrected.json')
    await run(() => train([labelled, '-o', corrected, '--corrections', corrections]))
    expect(JSON.parse(readFileSync(corrected, 'utf8')).labels).toEqual(['bar', 'cafe', 'pool', 'ticket'])
    const wrong = file('wrong.csv', 'text;labels\nAllas;pool\n')
    await expect(train([labelled, '-o', corrected, '--corrections', wrong])).rejects.toThrow(
      /"add" or "remove"/,
    )
  })

  test('is judged as analyze gives it; comments it has learnt are told', async () => {
    const { out, said } = await run(() => evaluate([labelled, '--model', model, '--json', '--curve']))
    const result = JSON.parse(out)
    expect(result).toMatchObject({ schemaVersion: 1, judged: 'analysis', learnt: true, comments: 8 })
    expect(result.curve.at(-1).comments).toBeGreaterThan(4)
    expect(said).toMatch(/has learnt these very comments/)
    const { out: table, said: nothing } = await run(() => evaluate([labelled, '--folds', '2', '--curve']))
    expect(table).toMatch(/models that have not seen the comment/)
    expect(table).toMatch(/learnt from +micro F1/)
    expect(nothing).toBe('')
  })

  test('gives shares corrected for its errors', async () => {
    const others = file('others.csv', `text\n${[...pool, ...pool, ...ticket].join('\n')}\n`)
    const { out } = await run(() => evaluate([labelled, '--model', model, '--shares', others, '--json']))
    const { shares } = JSON.parse(out)
    expect(shares.comments).toBe(12)
    const share = shares.categories.find(({ key }: { key: string }) => key === 'pool')
    expect(share.observed).toBeCloseTo(2 / 3, 1)
    expect(share.interval.low).toBeLessThan(share.corrected)
    const { out: table } = await run(() => evaluate([labelled, '--model', model, '--shares', others]))
    expect(table).toMatch(/of 12 +given +corrected/)
  })

  test('picks the comments most worth labelling', async () => {
    const others = file(
      'unlabelled.ndjson',
      [...pool, 'Lippu altaalle']
        .map((text, id) => JSON.stringify({ id, text, question: 'Mitä parannettavaa?' }))
        .join('\n'),
    )
    const { out } = await run(() => plan(['--label', others, '--model', model, '--count', '2']))
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatchObject({ row: expect.any(Number), text: expect.any(String), labels: [] })
    expect(lines[0].uncertainty).toBeGreaterThanOrEqual(lines[1].uncertainty)
    await expect(plan(['--count', '3'])).rejects.toThrow(/goes with --label/)
  })

  test('scores surveys and stands in reports', async () => {
    const survey = file(
      'survey.csv',
      `id;NPS (0-10);Mitä parannettavaa?\n${[...pool, ...ticket].map((text, at) => `${at};${at};${text}`).join('\n')}\n`,
    )
    const scored = join(folder, 'scored.ndjson')
    await run(() => score([survey, '--model', model, '-o', scored]))
    expect(readFileSync(scored, 'utf8')).toMatch(/"key":"pool"/)
    expect(readFileSync(scored, 'utf8')).not.toMatch(/"key":"[a-z]+\./)
    const figures = join(folder, 'report.json')
    await run(() => report([survey, '--model', model, '-o', figures]))
    expect(readFileSync(figures, 'utf8')).toMatch(/pool/)
  })
})

test('a taxonomy in a file without an extension is read', async () => {
  const names = { fi: 'n', sv: 'n', en: 'n' }
  const own = { schemaVersion: 1, id: 'mine', version: '1', names, domains: [{ key: 'a', names }] }
  const path = file('mytax', JSON.stringify({ ...own, categories: [{ key: 'a', domain: 'a', names }] }))
  const here = process.cwd()
  try {
    process.chdir(folder)
    expect((await readTaxonomy('mytax'))?.id).toBe('mine')
  } finally {
    process.chdir(here)
  }
  expect((await readTaxonomy(path))?.id).toBe('mine')
  expect((await readTaxonomy('library'))?.id).toBe('library')
  await expect(readTaxonomy('nothing')).rejects.toThrow(/sote, library, servicedesk/)
})

describe('lines of analyze', async () => {
  const analyzer = await createAnalyzer({ languages: ['fi'] })
  const answer = (line: string) => JSON.parse(analyzeLine(line, analyzer))

  test.each([
    ['question', '7'],
    ['question', '{}'],
    ['language', '"xx"'],
    ['language', '3'],
    ['rating', '2'],
    ['rating', '-0.1'],
    ['rating', '"1"'],
  ])('%s %s is an error that names the field', (field, value) => {
    expect(answer(`{"id":"a","text":"Kiitos","${field}":${value}}`)).toEqual({
      id: 'a',
      error: { code: 'bad_option', message: expect.any(String), path: field },
    })
    expect(answer(`{"id":"a","text":"Kiitos","${field}":null}`).substance).toBe(true)
    expect(() => analyzer.analyze('Kiitos', { [field]: JSON.parse(value) })).toThrow(
      expect.objectContaining({ code: 'bad_option', path: field }),
    )
  })

  test('without a text say so', () => {
    expect(answer('{"id":1,"text":null}')).toMatchObject({ id: 1, error: { code: 'no_text' } })
    expect(() => analyzer.analyze(null as never)).toThrow(expect.objectContaining({ path: 'text' }))
  })

  test.each(['12345678901234567890', '1.0', '-0', '1e400', '7'])('give the id %s as written', (id) => {
    expect(analyzeLine(`{"text":"Kiitos", "id" : ${id} }`, analyzer)).toMatch(`{"id":${id},"language"`)
    expect(analyzeLine(`{"id":${id}}`, analyzer)).toMatch(`{"id":${id},"error"`)
  })

  test('find a field’s text, whatever stands around it', () => {
    expect(rawField('{"a":{"id":1},"b":["id",2],"c":"\\"id\\":3,{","id":4,"d":"}"}', 'id')).toBe('4')
    expect(rawField('{"id":1,"\\u0069d":2}', 'id')).toBe('2')
    expect(rawField('{"a":1}', 'id')).toBe('null')
  })
})

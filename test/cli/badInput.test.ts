import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const cli = join(root, 'dist/cli.js')
const example = join(root, 'data/examples/region.csv')
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'palaute-bad-'))
  writeFileSync(join(folder, 'empty.csv'), '')
  writeFileSync(join(folder, 'header.csv'), 'id;NPS (0-10);Kommentti\n')
  writeFileSync(join(folder, 'binary.csv'), Buffer.from([0, 1, 2, 0, 255, 254, 0, 7, 0, 0, 9, 0]))
  writeFileSync(
    join(folder, 'layout.json'),
    JSON.stringify({
      schemaVersion: 1,
      columns: [{ name: 'Ei tällaista', index: 0, role: 'nps', confidence: 1, reason: '' }],
    }),
  )
  const names = { fi: 'n', sv: 'n', en: 'n' }
  const categories = [{ key: 'a', domain: 'a', names, triggers: { fi: ['(vesi|'] } }]
  writeFileSync(
    join(folder, 'mytax'),
    JSON.stringify({
      schemaVersion: 1,
      id: 'x',
      version: '1',
      names,
      domains: [{ key: 'a', names }],
      categories,
    }),
  )
  writeFileSync(join(folder, 'broken.json'), '{"schemaVersion":')
  writeFileSync(
    join(folder, 'taxonomy.json'),
    JSON.stringify({ schemaVersion: 1, id: 'x', version: '1', names: {}, domains: [], categories: [] }),
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (args: string[], input = '') =>
  spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8', input, timeout: 60_000 })

const failing: [string, string[]][] = [
  ['no such file', ['report', 'nothing.csv', '-o', 'out.html']],
  ['a folder', ['report', '.', '-o', 'out.html']],
  ['an empty file', ['report', 'empty.csv', '-o', 'out.html']],
  ['a header without rows', ['report', 'header.csv', '-o', 'out.html']],
  ['a header without rows, scored', ['score', 'header.csv', '-o', 'out.csv']],
  ['a binary file', ['report', 'binary.csv', '-o', 'out.html']],
  ['an unknown column in the layout', ['report', example, '--layout', 'layout.json', '-o', 'out.html']],
  ['a layout that is not JSON', ['report', example, '--layout', 'broken.json', '-o', 'out.html']],
  ['a bad taxonomy', ['report', example, '--taxonomy', 'taxonomy.json', '-o', 'out.html']],
  ['an unknown crosswalk', ['analyze', '--crosswalk', 'nothing']],
  ['a taxonomy with a bad pattern', ['analyze', '--taxonomy', 'mytax']],
  ['no such taxonomy', ['analyze', '--taxonomy', 'nothing']],
  ['a model that is none', ['analyze', '--model', 'taxonomy.json']],
  ['a model that is none, scored', ['score', example, '--model', 'taxonomy.json', '-o', 'out.csv']],
  ['a model that is not there', ['report', example, '--model', 'nothing.json', '-o', 'out.html']],
  ['an output in a folder that is not there', ['report', example, '-o', 'no/such/folder.html']],
]

test.each(failing)('%s: one message, exit 1, nothing half-written', (_, args) => {
  const before = readdirSync(folder)
  const { status, stderr, stdout } = run(args)
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^palaute: .+/)
  expect(stderr).not.toMatch(/\n\s+at |Error:/)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(readdirSync(folder)).toEqual(before)
})

const wrongUsage: string[][] = [
  [],
  ['fly'],
  ['report'],
  ['report', example],
  ['report', example, '-o', 'out.html', '--locale', 'de'],
  ['report', example, '-o', 'out.html', '--level', '95'],
  ['report', example, '-o', 'out.html', '--unknown'],
  ['score', example, '-o', 'out.doc'],
  ['analyze', 'file.ndjson'],
]

test.each(wrongUsage.map((args) => [args]))('wrong usage %j: exit 2', (args) => {
  const { status, stderr, stdout } = run(args)
  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).not.toMatch(/\n\s+at /)
  expect(existsSync(join(folder, 'out.html'))).toBe(false)
})

test('read of a header without rows gives the table and an issue', () => {
  const { status, stdout } = run(['read', 'header.csv'])
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(status).toBe(0)
  expect(lines[0].table.columns).toHaveLength(3)
  expect(lines.some((line) => line.issue?.code === 'no_rows')).toBe(true)
})

test('analyze answers every line in its place, good or bad', () => {
  const secret = 'Maija Meikäläinen 010190-901R'
  const input = [
    '{"id":"1","text":"Hoitaja oli ystävällinen","question":"good"}',
    `{"id":"2","text":"${secret}`,
    '',
    '[1,2]',
    '{"id":"5"}',
    '{"id":12345678901234567890,"text":"","question":"Muuta sanottavaa?","language":null}',
    '{"id":"7","text":"Bra","language":"sv","__proto__":{"x":1}}',
    JSON.stringify({ id: 8, text: 'yksin\ud800näinen 👨‍👩‍👧 ' }),
  ].join('\n')
  const { status, stdout, stderr } = run(['analyze'], input)
  expect(status).toBe(0)
  expect(stderr).toBe('')
  const lines = stdout.split('\n')
  expect(lines).toHaveLength(9)
  const answers = lines.slice(0, 8).map((line) => (line === '' ? null : JSON.parse(line)))
  expect(answers[0].sentiment.label).toBe('positive')
  expect(answers[1].error.code).toBe('bad_json')
  expect(stdout).not.toContain('Maija')
  expect(answers[2]).toBeNull()
  expect(answers[3].error.code).toBe('bad_record')
  expect(answers[4]).toMatchObject({ id: '5', error: { code: 'no_text' } })
  expect(answers[5]).toMatchObject({ substance: false })
  expect(lines[5]).toMatch(/^\{"id":12345678901234567890,/)
  expect(answers[6].language.code).toBe('sv')
  expect(answers[7].id).toBe(8)
})

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = new URL('../..', import.meta.url).pathname
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'palaute-read-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

function run(
  args: string[],
  input?: string,
): { status: number | null; lines: Record<string, unknown>[]; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/main.ts', ...args],
    {
      cwd: root,
      encoding: 'utf8',
      input: input ?? '',
      env: { ...process.env, TZ: 'America/New_York', LC_ALL: 'C' },
    },
  )
  const lines =
    args[0] === 'read' && status === 0
      ? stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Record<string, unknown>)
      : []
  return { status, lines, out: stdout, err: stderr }
}

const EXPORT =
  'ID;Vastausaika;Yksikkökoodi;Yksikkö;Suosittelu 0-10;Ratkesiko asiasi?;Asioin: Puhelin;Asioin: Chat;Oloni oli turvallinen;Mitä parantaisit?\n' +
  '1;25.3.2021 12:20;0012;Asema;10 - Erittäin;kyllä;1;0;5;Jonot\n2;2.7.2021 8:01;0012;Asema;EOS;ei;0;0;E;\n3;2.7.2021;0107;Hammas;12;K;;;4;-\n'

describe('palaute read', () => {
  it('prints the table, a line a response, then the issues', () => {
    const { status, lines } = run(['read', file('a.csv', EXPORT)])
    expect(status).toBe(0)
    expect(lines[0]).toMatchObject({
      table: { file: 'a.csv', encoding: 'utf-8', delimiter: ';', sheet: null, columns: { length: 10 } },
    })
    const { columns } = (lines[0]?.table ?? { columns: [] }) as { columns: Record<string, unknown>[] }
    expect(columns[2]).toMatchObject({ name: 'Yksikkökoodi', role: 'unit', part: 'code', question: null })
    expect(columns[3]).toMatchObject({ name: 'Yksikkö', role: 'unit', part: 'name' })
    expect(columns[9]).toMatchObject({ role: 'comment', question: 'improve' })
    for (const column of columns)
      expect(column).toMatchObject({ confidence: expect.any(Number), reason: expect.any(String) })
    expect(lines.slice(1, 4)).toEqual([
      {
        response: {
          row: 1,
          id: '1',
          time: '2021-03-25T12:20:00+02:00',
          unit: '0012',
          unitName: 'Asema',
          nps: 10,
          fcr: 'yes',
          likert: { 'Oloni oli turvallinen': 5 },
          choices: { Asioin: ['Puhelin'] },
          comments: [{ column: 'Mitä parantaisit?', question: 'improve', text: 'Jonot' }],
        },
      },
      {
        response: {
          row: 2,
          id: '2',
          time: '2021-07-02T08:01:00+03:00',
          unit: '0012',
          unitName: 'Asema',
          nps: null,
          fcr: 'no',
          likert: { 'Oloni oli turvallinen': null },
          choices: { Asioin: [] },
          missing: { nps: 'EOS', 'Oloni oli turvallinen': 'E', 'Mitä parantaisit?': '' },
          comments: [],
        },
      },
      {
        response: {
          row: 3,
          id: '3',
          time: '2021-07-02',
          unit: '0107',
          unitName: 'Hammas',
          nps: null,
          fcr: null,
          likert: { 'Oloni oli turvallinen': 4 },
          choices: { Asioin: null },
          missing: { Asioin: '', 'Mitä parantaisit?': '-' },
          comments: [],
        },
      },
    ])
    expect(lines.slice(4)).toEqual([
      {
        issue: expect.objectContaining({
          code: 'out_of_range',
          row: 3,
          value: '12',
          column: 'Suosittelu 0-10',
        }),
      },
      { issue: expect.objectContaining({ code: 'unknown_option', row: 3, value: 'K' }) },
    ])
  })

  it('reads standard input, and a layout printed before', () => {
    const layout = run(['layout', file('a.csv', EXPORT)])
    const path = file('layout.json', layout.out)
    const direct = run(['read', join(folder, 'a.csv')])
    const piped = run(['read', '-', '--layout', path], EXPORT)
    const responses = (lines: Record<string, unknown>[]): unknown[] =>
      lines.filter((line) => 'response' in line)
    expect(responses(piped.lines)).toEqual(responses(direct.lines))
  })

  it('counts what it does not list', () => {
    const rows = Array.from({ length: 700 }, (_, at) => `${at};12\n`)
    const { lines } = run(['read', file('many.csv', `id;Suosittelu 0-10\n${rows.join('')}`)])
    const issues = lines.filter((line) => 'issue' in line)
    expect(issues).toHaveLength(501)
    expect(issues.at(-1)).toMatchObject({
      issue: { row: 0, hint: '200 more of this kind are counted and not listed; 700 in all.' },
    })
  })

  it('fails on any issue with --strict, after printing', () => {
    expect(run(['read', file('a.csv', EXPORT), '--strict']).status).toBe(1)
    expect(run(['read', file('clean.csv', 'id;nps;palaute\n1;9;Hyvä\n'), '--strict']).status).toBe(0)
  })

  it('gives a header without rows as a table and an issue', () => {
    const { status, lines } = run(['read', file('header.csv', 'Vastausaika;Yksikkö;NPS;Avoin palaute')])
    expect(status).toBe(0)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatchObject({ issue: { row: 0 } })
  })

  it.each([
    ['an empty file', () => ['read', file('empty.csv', '')], 1, /empty/],
    ['a file that is not there', () => ['read', join(folder, 'none.csv')], 1, /none\.csv/],
    [
      'a binary file',
      () => ['read', file('b.csv', new Uint8Array([0x7f, 0x45, 0, 0, 0, 1, 2, 3]))],
      1,
      /binary/,
    ],
    [
      'a layout that is not JSON',
      () => ['read', file('a.csv', EXPORT), '--layout', file('l.json', '{')],
      1,
      /JSON/,
    ],
    [
      'a bad layout',
      () => [
        'read',
        file('a.csv', EXPORT),
        '--layout',
        file('m.json', '{"schemaVersion":1,"columns":[{"name":"x","role":"nope"}]}'),
      ],
      1,
      /columns\[0\]\.role/,
    ],
    ['a bad date', () => ['read', file('a.csv', EXPORT), '--from', 'eilen'], 1, /2024-01-31/],
    ['no file', () => ['read'], 2, /usage/],
    ['an unknown option', () => ['read', 'a.csv', '--nope'], 2, /--nope/],
  ])('%s: one message, no stack', (_, args, status, message) => {
    const result = run(args())
    expect(result.status).toBe(status)
    expect(result.out).toBe('')
    expect(result.err).toMatch(message)
    expect(result.err).not.toMatch(/\n\s+at /)
  })
})

describe('palaute layout', () => {
  it('gives a reason beside each choice, and says what cannot be known', () => {
    const { status, out, err } = run([
      'layout',
      file('r.csv', 'id;Kuinka todennäköisesti suosittelisit (1-10)?\n1;9\n'),
    ])
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      columns: [{ role: 'id' }, { role: 'other', needsReview: true }],
    })
    expect(err).toMatch(/0-10/)
  })

  it('has nothing to ask about the bundled examples', () => {
    for (const example of ['region.csv', 'statements.csv']) {
      const { status, err } = run(['layout', join('data/examples', example)])
      expect(status).toBe(0)
      expect(err).toBe('')
    }
  })
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSurvey } from '../../src/read/index.js'
import { scoreSurvey, summarizeSurvey } from '../../src/survey.js'
import { palaute } from './command.js'

const secrets = /Virtanen|010190-999X|040 765 4321|maija@example\.fi|FI21 1234/

const header =
  'Tunnus;Vastausaika;Yksikkö (kysy 040 765 4321);Palvelu;Kieli;Paino;NPS (0-10);CSAT 1-5 maija@example.fi;Asia hoitui (FCR);Palaute;Hetu;Sukunimi;Lisätieto'
const cell = 'Maija Virtanen 010190-999X'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'palaute-cells-'))
  const rows = [header]
  for (let row = 0; row < 40; row += 1) {
    const bad = row === 5
    rows.push(
      [
        `V${row}`,
        bad ? cell : `${1 + (row % 28)}.3.2024 10:15`,
        row % 2 === 0 ? 'Laineen asema' : 'Asema FI21 1234 5600 0007 85',
        row % 3 === 0 ? 'Neuvola' : 'Neuvola maija@example.fi',
        bad ? cell : 'fi',
        bad ? cell : '1,25',
        bad ? cell : row % 11,
        bad ? cell : 1 + (row % 5),
        bad ? cell : 'Kyllä',
        row % 4 === 0 ? '-' : 'Jono oli pitkä.',
        '010190-999X',
        'Laine',
        bad ? 'puh 040 765 4321' : row === 6 ? 'Laine' : '',
      ].join(';'),
    )
  }
  writeFileSync(join(folder, 'cells.csv'), rows.join('\n'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(['csv', 'ndjson'])('cells that did not parse, names of units and headers: %s', (format) => {
  const { status, stdout, stderr } = palaute(
    ['score', 'cells.csv', '-o', '-', '--format', format],
    '',
    folder,
  )
  expect(status).toBe(0)
  expect(stdout).not.toMatch(secrets)
  expect(stderr).not.toMatch(secrets)
  expect(stdout).toContain('Laineen asema')
  expect(stdout).toContain('[HETU]')
  if (format === 'ndjson') return
  const [first = '', ...rows] = stdout.split(/\r?\n/)
  expect(first).toContain('Yksikkö (kysy [PUHELIN])')
  expect(first).toContain('CSAT 1-5 [SÄHKÖPOSTI]')
  expect(rows[0]).toContain('1.3.2024 10:15')
  // What parsed stays; a column of last names is hidden whole, elsewhere a lone Laine may be a wave.
  expect(rows[6]?.split(',').slice(-8)).toContain('Laine')
  expect(rows[1]).toContain('[NIMI]')
})

test.each(['xlsx', 'parquet'])('and in %s', async (format) => {
  const path = join(folder, `scored.${format}`)
  expect(palaute(['score', 'cells.csv', '-o', path], '', folder).status).toBe(0)
  const { table, records } = await readSurvey(path)
  let text = JSON.stringify(table.columns)
  for await (const batch of records()) for (const { row } of batch) text += JSON.stringify(row.cells)
  expect(text).toContain('[HETU]')
  expect(text.length).toBeGreaterThan(1000)
  expect(text).not.toMatch(secrets)
})

test('what was hidden outside comments is counted, once a row', async () => {
  const { responses, privacy } = await scoreSurvey(join(folder, 'cells.csv'))
  for await (const _ of responses);
  const { findings } = privacy()
  // 40 cells of codes, and six that did not parse; 40 last names, and those six.
  expect(findings).toMatchObject({ identityCode: 46, name: 46, phone: 1 })
})

test('a report names no code, number or address in its units and questions', async () => {
  const result = await summarizeSurvey(join(folder, 'cells.csv'), { minimumGroup: 1, minimumQuoteGroup: 1 })
  const text = JSON.stringify({ ...result, issues: { ...result.issues, list: [] } })
  expect(text).toContain('Laineen asema')
  expect(text).not.toMatch(secrets)
})

test('keep changes nothing', async () => {
  const { stdout } = palaute(
    ['score', 'cells.csv', '-o', '-', '--format', 'csv', '--privacy', 'keep'],
    '',
    folder,
  )
  expect(stdout).toContain(cell)
  expect(stdout).toContain('kysy 040 765 4321')
})

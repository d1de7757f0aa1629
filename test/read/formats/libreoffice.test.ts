import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readSurvey } from '../../../src/read/index.js'
import { writeXlsx } from '../../../src/read/write/index.js'
import type { Response } from '../../../src/types.js'
import { cp1252, gather } from './support.js'

const folder = mkdtempSync(join(tmpdir(), 'palaute-office-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A user profile in the Finnish locale, as a region's workstation has it. */
function profile(): string {
  const path = join(folder, 'profile')
  mkdirSync(join(path, 'user'), { recursive: true })
  writeFileSync(
    join(path, 'user', 'registrymodifications.xcu'),
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>fi-FI</value></prop></item></oor:items>',
  )
  return `-env:UserInstallation=file://${path}`
}

const office = ['soffice', 'libreoffice'].find((name) => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})

/** Opens a file and saves it in another format; CSV in the dialect of Finland. */
function resave(file: string, format: 'xlsx' | 'ods' | 'csv', encoding = 76): string {
  const out = join(folder, `${format}-${encoding}-${Math.abs(file.length)}`)
  const csv = `csv:Text - txt - csv (StarCalc):59,34,${encoding},1,,1035,false,true,false`
  const from = file.endsWith('.csv') ? ['--infilter=CSV:59,34,1,1,,1035,false,true'] : []
  execFileSync(
    office ?? '',
    [
      profile(),
      '--headless',
      ...from,
      '--convert-to',
      format === 'csv' ? csv : format,
      '--outdir',
      out,
      file,
    ],
    { stdio: 'ignore' },
  )
  return join(out, `vienti.${format}`)
}

const header = [
  'Vastausnro',
  'Vastausaika',
  'Yksikkö',
  'Painokerroin',
  'Kuinka todennäköisesti suosittelisit palveluamme? (0–10)',
  'Kuinka tyytyväinen olit palveluun? (1–5)',
  'Avoin palaute',
]

const rows = [
  [
    '1001',
    '25.3.2021 12:20',
    'Terveysasema Itäranta',
    '1,25',
    '9',
    '5',
    'Hyvä ja ystävällinen palvelu – kiitos!',
  ],
  [
    '1002',
    '5.12.2021 9:05',
    'Terveysasema Itäranta',
    '0,8',
    'EOS',
    '4',
    'Odotin 45 min; muuten "ok".\nTulen toistekin.',
  ],
  [
    '1003',
    '1.1.2022 0:00',
    'Hammashoitola Länsiväylä',
    '1050,5',
    '10',
    '',
    'Käyntimaksu 41,80 € tuntui kohtuuttomalta',
  ],
  ['1004', '2.1.2022 8:15', 'Hammashoitola Länsiväylä', '1', '0', '1', '- ei toiminut'],
  ['1005', '28.3.2022 2:59', 'Röntgen, pääsairaala', '1', '-', '3', ''],
]

async function responses(file: string): Promise<Omit<Response, 'file'>[]> {
  const survey = await readSurvey(file)
  const all: Omit<Response, 'file'>[] = []
  for await (const { file: _, ...response } of survey.responses) all.push(response)
  return all
}

if (office === undefined) console.log('LibreOffice (soffice) is not installed: its checks are skipped')

describe.skipIf(office === undefined)('a file saved by LibreOffice in the Finnish locale', () => {
  it('reads the same as before, as CSV, XLSX and ODS', async () => {
    const quote = (cell: string) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
    const file = join(folder, 'vienti.csv')
    writeFileSync(
      file,
      cp1252([header, ...rows].map((cells) => `${cells.map(quote).join(';')}\r\n`).join('')),
    )
    const before = await responses(file)
    expect(before).toHaveLength(5)
    expect(before[0]).toMatchObject({ id: '1001', time: '2021-03-25T12:20:00+02:00', nps: 9, weight: 1.25 })
    for (const saved of [
      resave(file, 'csv'),
      resave(file, 'csv', 1),
      resave(file, 'xlsx'),
      resave(file, 'ods'),
    ])
      expect(await responses(saved), saved).toEqual(before)
  })

  it('keeps ids with leading zeros and texts that look like formulas in a workbook of ours', async () => {
    const file = join(folder, 'vienti.xlsx')
    const data = [
      ['0012', '2021-03-25T12:20:00', 9, '=1+1'],
      ['0013', '2021-12-05T09:05:00', 0, '-2+3 ei toiminut'],
      ['0014', '2021-12-06T00:00:00', 10, ' Rivi 1\nRivi 2 & <b> 👍'],
    ]
    const columns = ['Tunnus', 'Vastausaika', 'NPS', 'Avoin palaute'].map((name) => ({ name }))
    writeFileSync(file, await gather(writeXlsx([{ name: 'Vastaukset', columns, rows: data }])))
    const before = await responses(file)
    expect(before.map((response) => response.id)).toEqual(['0012', '0013', '0014'])
    expect(before[0]?.comments[0]?.text).toBe('=1+1')
    for (const saved of [resave(file, 'xlsx'), resave(file, 'ods'), resave(file, 'csv')])
      expect(await responses(saved), saved).toEqual(before)
  })
})

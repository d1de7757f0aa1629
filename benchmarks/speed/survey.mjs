// An invented survey export of any size, the same for every run, and where benchmarks find dist and peers.
import { closeSync, openSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const dist = pathToFileURL(
  resolve(process.env.PALAUTE_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url))),
).href

/** A package under test by comparison, or undefined when it is not installed. */
export async function peer(name) {
  try {
    return await import(name)
  } catch {
    if (!process.env.PALAUTE_PEERS) return undefined
    try {
      return await import(
        pathToFileURL(createRequire(join(resolve(process.env.PALAUTE_PEERS), 'x.js')).resolve(name)).href
      )
    } catch {
      return undefined
    }
  }
}

const stems = [
  'hoitaja',
  'palvelu',
  'odotus',
  'puhelin',
  'lääkäri',
  'ajanvaraus',
  'vastaanotto',
  'kiitos',
  'ystävällinen',
  'jonotus',
  'tieto',
  'neuvonta',
]
const endings = ['', 'n', 'ssa', 'lle', 'kin', 'sta', 'lta', 'tta', 'na', 'mme']

/** Cells of record `i`: a small linear congruence instead of chance. */
export function surveyRow(i) {
  let seed = (i * 2654435761 + 12345) >>> 0
  const next = (n) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor((seed / 4294967296) * n)
  }
  const words = []
  for (let n = next(18); n >= 0; n -= 1) words.push(stems[next(stems.length)] + endings[next(endings.length)])
  const text = next(5) === 0 ? '' : words.join(' ') + (next(4) === 0 ? '; kiitos "kaikille"' : '.')
  const day = 1 + next(28)
  return [
    String(100000 + i),
    `${day}.${1 + next(12)}.2024 ${8 + next(9)}.${String(next(60)).padStart(2, '0')}`,
    String(1 + next(60)).padStart(4, '0'),
    `Terveysasema ${1 + next(60)}`,
    next(20) === 0 ? 'EOS' : String(next(11)),
    String(1 + next(5)),
    ['kyllä', 'ei', 'osittain'][next(3)],
    text,
  ]
}

export const surveyHeader = [
  'Vastausnro',
  'Vastausaika',
  'Yksikkökoodi',
  'Yksikkö',
  'Kuinka todennäköisesti suosittelisit palveluamme?',
  'Kuinka tyytyväinen olit? (1-5)',
  'Hoituiko asiasi yhdellä kerralla?',
  'Avoin palaute',
]

/** Writes the survey as semicolon-separated UTF-8 with CRLF and quotes where they are needed. */
export function writeSurvey(file, rows) {
  const quote = (cell) => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const handle = openSync(file, 'w')
  let text = `${surveyHeader.join(';')}\r\n`
  for (let i = 0; i < rows; i += 1) {
    text += `${surveyRow(i).map(quote).join(';')}\r\n`
    if (text.length > 1 << 20) {
      writeSync(handle, text)
      text = ''
    }
  }
  writeSync(handle, text)
  closeSync(handle)
}

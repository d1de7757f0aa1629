import { ReadError } from '../errors.js'

/** First bytes of files that people hand in by mistake, and what to say of them. */
const foreign: readonly (readonly [bytes: readonly number[], what: string, remedy: string])[] = [
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'an old Excel workbook (XLS) or a workbook protected by a password',
    'Open it in a spreadsheet program and save it as XLSX without a password.',
  ],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document', 'Export the answers as CSV or XLSX instead.'],
  [[0x1f, 0x8b], 'packed with gzip', 'Unpack it first.'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7-Zip archive', 'Unpack it first.'],
  [[0x52, 0x61, 0x72, 0x21], 'a RAR archive', 'Unpack it first.'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture (PNG)', 'Export the answers as CSV or XLSX instead.'],
  [[0xff, 0xd8, 0xff], 'a picture (JPEG)', 'Export the answers as CSV or XLSX instead.'],
  [[0x47, 0x49, 0x46, 0x38], 'a picture (GIF)', 'Export the answers as CSV or XLSX instead.'],
  [[0x7b, 0x5c, 0x72, 0x74], 'a text document (RTF)', 'Export the answers as CSV or XLSX instead.'],
  [[0x24, 0x46, 0x4c, 0x32], 'an SPSS data file (SAV)', 'Export it from SPSS as CSV or XLSX with labels.'],
  [[0x53, 0x51, 0x4c, 0x69], 'an SQLite database', 'Export the answers as CSV instead.'],
]

const startsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte)

/** What kind of file the first bytes tell; a file of a kind that cannot be read throws with what to do. */
export function formatOf(start: Uint8Array, file: string): 'zip' | 'parquet' | 'text' {
  if (startsWith(start, [0x50, 0x4b, 0x03, 0x04]) || startsWith(start, [0x50, 0x4b, 0x05, 0x06])) return 'zip'
  if (startsWith(start, [0x50, 0x41, 0x52, 0x31])) return 'parquet'
  for (const [mark, what, remedy] of foreign)
    if (startsWith(start, mark)) throw new ReadError('not_a_table', `${file} is ${what}. ${remedy}`)
  const head = new TextDecoder()
    .decode(start)
    .replace(/^\uFEFF/, '')
    .trimStart()
    .slice(0, 600)
    .toLowerCase()
  if (/^(<!doctype html|<html|<table|<head|<meta)/.test(head))
    throw new ReadError(
      'not_a_table',
      `${file} is a web page (HTML), whatever its name says. Open it in a spreadsheet program and save it as XLSX.`,
    )
  if (head.startsWith('<?xml') || head.startsWith('<workbook'))
    throw new ReadError(
      'not_a_table',
      `${file} is an XML file. Open it in a spreadsheet program and save it as XLSX.`,
    )
  return 'text'
}

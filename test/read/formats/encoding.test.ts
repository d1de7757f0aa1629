import { describe, expect, it } from 'vitest'
import { byteTable } from '../../../src/read/encoding.js'
import { cp1252, latin9, readAll, readError, utf8, utf16 } from './support.js'

const text = 'id;nps;palaute\r\n0012;9;Hyvä ja ystävällinen, kiitos Åsa\r\n0013;3;Öisin ei vastattu\r\n'
const expected = [
  ['0012', '9', 'Hyvä ja ystävällinen, kiitos Åsa'],
  ['0013', '3', 'Öisin ei vastattu'],
]

describe('encodings', () => {
  it.each([
    ['utf-8', utf8(text)],
    ['utf-8-bom', utf8(`\uFEFF${text}`)],
    ['windows-1252', cp1252(text)],
    ['utf-16le', utf16(text, { littleEndian: true, mark: true })],
    ['utf-16be', utf16(text, { littleEndian: false, mark: true })],
    ['utf-16le', utf16(text, { littleEndian: true, mark: false })],
    ['utf-16be', utf16(text, { littleEndian: false, mark: false })],
  ])('reads %s', async (encoding, bytes) => {
    const result = await readAll(bytes)
    expect(result.table.encoding).toBe(encoding)
    expect(result.names).toEqual(['id', 'nps', 'palaute'])
    expect(result.cells).toEqual(expected)
    expect(result.issues).toEqual([])
  })

  it('tells windows-1252 from ISO-8859-15 by € and by š and ž', async () => {
    const euro = 'id;palaute\n1;Maksoi 41,80 € enemmän\n2;Žižek ja šakki\n3;Hyvä – kiitos\n'
    const windows = await readAll(cp1252(euro))
    expect(windows.table.encoding).toBe('windows-1252')
    expect(windows.cells.map((row) => row[1])).toEqual([
      'Maksoi 41,80 € enemmän',
      'Žižek ja šakki',
      'Hyvä – kiitos',
    ])
    const nine = await readAll(latin9(euro.replace('–', '-')))
    expect(nine.table.encoding).toBe('iso-8859-15')
    expect(nine.cells.map((row) => row[1])).toEqual([
      'Maksoi 41,80 € enemmän',
      'Žižek ja šakki',
      'Hyvä - kiitos',
    ])
  })

  it('does not take an accent typed as an apostrophe for Ž', async () => {
    const result = await readAll(cp1252('id;palaute\n1;it´s hyvä\n2;½ tuntia jonoa, 20 § mukaan\n'))
    expect(result.table.encoding).toBe('windows-1252')
    expect(result.cells[0]?.[1]).toBe('it´s hyvä')
  })

  it('reads Mac OS Roman by its ä and ö', async () => {
    const mac = 'id;palaute\n1;Hyvä ystävällinen lääkäri\n2;Sähköinen ajanvaraus ei käynyt\n'
    const bytes = Uint8Array.from(mac, (char) => ({ ä: 0x8a, ö: 0x9a })[char] ?? char.charCodeAt(0))
    const result = await readAll(bytes)
    expect(result.table.encoding).toBe('macintosh')
    expect(result.cells[0]?.[1]).toBe('Hyvä ystävällinen lääkäri')
  })

  it('takes the encoding it is told', async () => {
    const result = await readAll(latin9('a;b\n1;½ ¼\n'), { encoding: 'iso-8859-1' })
    expect(result.cells).toEqual([['1', '½ ¼']])
    expect((await readError(utf8('a;b\n1;2\n'), { encoding: 'ebcdic' })).message).toContain('windows-1252')
  })

  it('keeps letters whole across the pieces it reads in', async () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => `${i};ääkköset – öljy 👍 ${i}`)
    const result = await readAll(utf8(`id;palaute\n${rows.join('\n')}\n`))
    expect(result.cells.map((row) => row.join(';'))).toEqual(rows)
    const single = await readAll(cp1252(`id;palaute\n${rows.join('\n').replaceAll('👍', 'š')}\n`))
    expect(single.cells.map((row) => row.join(';'))).toEqual(rows.map((row) => row.replace('👍', 'š')))
  })

  it('reads a stray windows-1252 byte in UTF-8 and says so', async () => {
    const bytes = new Uint8Array([...utf8('id;palaute\n1;Hyvä\n2;Hyvää\n3;Tyll'), 0xe4, ...utf8('\n')])
    const result = await readAll(bytes)
    expect(result.table.encoding).toBe('utf-8')
    expect(result.cells[2]).toEqual(['3', 'Tyllä'])
    expect(result.issues.map((issue) => [issue.code, issue.row])).toEqual([['mixed_encoding', 0]])
  })

  it('reads letters that come only after the part it looked at', async () => {
    const plain = `id;palaute\n${'1;ok\n'.repeat(400_000)}`
    const late = new Uint8Array([...utf8(plain), ...cp1252('2;Hyvää päivää\n')])
    const result = await readAll(late)
    expect(result.cells.at(-1)).toEqual(['2', 'Hyvää päivää'])
    expect(result.issues.map((issue) => issue.code)).toEqual(['mixed_encoding'])
  })
})

describe('mojibake', () => {
  const table = byteTable('windows-1252')
  const garble = (good: string) =>
    Array.from(utf8(good), (byte) => String.fromCharCode(table[byte] ?? 0)).join('')
  const latin1 = (good: string) => Array.from(utf8(good), (byte) => String.fromCharCode(byte)).join('')

  it('repairs UTF-8 that was read as windows-1252, and says so', async () => {
    const good = 'Hyvä palvelu – kiitos ”Åsalle”, maksoi 5 € 👍'
    const result = await readAll(utf8(`id;Kommentti\n1;${garble(good)}\n2;${garble('Öljyä ja šakkia')}\n`))
    expect(result.cells.map((row) => row[1])).toEqual([good, 'Öljyä ja šakkia'])
    expect(result.issues.map((issue) => [issue.code, issue.row])).toEqual([['mojibake_repaired', 0]])
  })

  it('repairs UTF-8 that was read as Latin-1', async () => {
    const good = 'Öljyä – ”Åsalle” 5 €'
    const result = await readAll(utf8(`id;Kommentti\n1;${latin1(good)}\n`))
    expect(result.cells[0]?.[1]).toBe(good)
  })

  it('repairs text garbled twice', async () => {
    const result = await readAll(utf8(`id;Kommentti\n1;${garble(garble('Hyvä, älä jonota'))}\n`))
    expect(result.cells[0]?.[1]).toBe('Hyvä, älä jonota')
  })

  it('leaves good text beside garbled text, and text without it, as it is', async () => {
    const good = ['Hyvää ”päivää”…', 'CAFÉ… Ä”, É“', 'Ål – Âme']
    const result = await readAll(utf8(`id;Kommentti\n${good.map((line, i) => `${i};${line}`).join('\n')}\n`))
    expect(result.cells.map((row) => row[1])).toEqual(good)
    expect(result.issues).toEqual([])
  })

  it('tells of letters that are lost', async () => {
    const result = await readAll(utf8('id;Kommentti\n1;Hyv\uFFFD p\uFFFDiv\uFFFD\n'))
    expect(result.issues.map((issue) => issue.code)).toEqual(['lost_characters'])
  })
})

describe('what is no text', () => {
  it('refuses NUL bytes, early or late, with a reason', async () => {
    expect((await readError(new Uint8Array([97, 59, 98, 10, 0, 1, 0, 0, 7]))).message).toContain('binary')
    const late = new Uint8Array([...utf8(`id;a\n${'1;2\n'.repeat(400_000)}`), 0, 0])
    expect((await readError(late)).message).toContain('NUL')
  })

  it.each([
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], 'XLSX'],
    ['a PDF', [...utf8('%PDF-1.7')], 'PDF'],
    ['gzip', [0x1f, 0x8b, 8, 0], 'Unpack'],
    ['a web page', [...utf8('<!DOCTYPE html><html><table></table>')], 'HTML'],
    ['XML', [...utf8('<?xml version="1.0"?><Workbook/>')], 'XLSX'],
    ['nothing', [], 'empty'],
    ['blanks', [...utf8('  \n \n')], 'blanks'],
  ])('refuses %s and says what to do', async (_, bytes, word) => {
    expect((await readError(Uint8Array.from(bytes))).message).toContain(word)
  })
})

import { describe, expect, it } from 'vitest'
import {
  columnKind,
  looksLikeFormula,
  writeCsv,
  writeNdjson,
  writeXlsx,
} from '../../../src/read/write/index.js'
import { gather, readAll } from './support.js'

const columns = [
  { name: 'id' },
  { name: 'nps' },
  { name: 'muutos', kind: 'number' as const },
  { name: 'palaute' },
]
const text = async (pieces: AsyncIterable<string | Uint8Array>) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await gather(pieces))

const dangerous = [
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)',
  '+1+1',
  '-2+3',
  '\t=1+1',
  '\r=1+1',
  '\n=2+2',
  '＝1+1',
  '-',
  '-5',
  '=) kiitos',
]
const harmless = ["'=1+1", 'Hyvä; =1+1 ei ole alussa', '5 - 3', '(=)', '']

describe('formulas', () => {
  it('puts an apostrophe before every text that a spreadsheet would run, in any dialect', async () => {
    for (const dialect of ['standard', 'finnishExcel'] as const) {
      const rows = [...dangerous, ...harmless].map((cell) => ['1', 9, '0', cell])
      const result = await readAll(await gather(writeCsv(columns, rows, { dialect })))
      expect(result.cells.map((row) => row[3])).toEqual([...dangerous.map((cell) => `'${cell}`), ...harmless])
      for (const cells of result.cells) expect(cells.some((cell) => looksLikeFormula(cell))).toBe(false)
    }
  })

  it('keeps numbers as numbers, negative ones too', async () => {
    const rows = [
      ['1', -9.5, '-3', 'a'],
      ['2', 0, '+1 050,5', 'b'],
      ['3', Number.NaN, '=1+1', 'c'],
    ]
    expect(await text(writeCsv(columns, rows))).toBe(
      'id,nps,muutos,palaute\r\n1,-9.5,-3,a\r\n2,0,"+1 050,5",b\r\n3,,\'=1+1,c\r\n',
    )
    expect(await text(writeCsv(columns, rows, { dialect: 'finnishExcel' }))).toBe(
      "\uFEFFid;nps;muutos;palaute\r\n1;-9,5;-3;a\r\n2;0;+1 050,5;b\r\n3;;'=1+1;c\r\n",
    )
  })

  it('guards header names, and leaves all as it is when told', async () => {
    expect(await text(writeCsv([{ name: '=id' }], [['=1']]))).toBe("'=id\r\n'=1\r\n")
    expect(await text(writeCsv([{ name: 'id' }], [['=1']], { guard: false }))).toBe('id\r\n=1\r\n')
  })

  it('keeps such texts whole in XLSX, marked as text', async () => {
    const bytes = await gather(
      writeXlsx([{ name: 'Data', columns, rows: dangerous.map((cell) => ['1', -9.5, '-3', cell]) }]),
    )
    const result = await readAll(bytes)
    expect(result.cells.map((row) => row[3])).toEqual(dangerous)
    expect(result.cells[0]?.slice(0, 3)).toEqual(['1', '-9.5', '-3'])
  })
})

describe('CSV', () => {
  it('quotes what needs it', async () => {
    const rows = [[' a', 'b;c', 'd"e', 'f\ng']]
    expect(
      await text(
        writeCsv([{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }], rows, {
          delimiter: ';',
          newline: '\n',
        }),
      ),
    ).toBe('a;b;c;d\n" a";"b;c";"d""e";"f\ng"\n')
  })

  it('takes no delimiter that is also the decimal mark', async () => {
    await expect(gather(writeCsv(columns, [], { delimiter: ',', decimal: ',' }))).rejects.toThrow(/differ/)
  })
})

describe('XLSX', () => {
  it('writes several sheets under names that Excel accepts, and the same bytes each time', async () => {
    const sheets = () =>
      ['Alue/yksikkö: [2024]', 'Alue/yksikkö: [2024]', '', 'x'.repeat(40)].map((name, i) => ({
        name,
        columns: [{ name: 'id' }, { name: 'teksti' }],
        rows: [[String(i), 'ä & <b> "q" _x000D_ \u0001 👍 \r\n loppu ']],
      }))
    const bytes = await gather(writeXlsx(sheets()))
    expect(await gather(writeXlsx(sheets()))).toEqual(bytes)
    const first = await readAll(bytes, { sheet: 'Alue yksikkö   2024' })
    expect(first.cells).toEqual([['0', 'ä & <b> "q" _x000D_ \u0001 👍 \r\n loppu ']])
    expect((await readAll(bytes, { sheet: 'Alue yksikkö   2024 2' })).cells[0]?.[0]).toBe('1')
    expect((await readAll(bytes, { sheet: 'Sheet3' })).cells[0]?.[0]).toBe('2')
    expect((await readAll(bytes, { sheet: 'x'.repeat(31) })).cells[0]?.[0]).toBe('3')
  })

  it('cuts what is longer than a cell of Excel and keeps columns past Z', async () => {
    const wide = Array.from({ length: 60 }, (_, c) => ({ name: `c${c}` }))
    const bytes = await gather(
      writeXlsx([
        { name: 'Data', columns: wide, rows: [wide.map((_, c) => (c === 59 ? 'x'.repeat(40_000) : c))] },
      ]),
    )
    const result = await readAll(bytes)
    expect(result.cells[0]?.slice(0, 59)).toEqual(wide.slice(0, 59).map((_, c) => String(c)))
    expect(result.cells[0]?.[59]).toHaveLength(32_767)
  })
})

describe('NDJSON', () => {
  it('writes a value a line and no raw line separators', async () => {
    expect(await text(writeNdjson([{ a: 'x\u2028y' }, [1, null]]))).toBe('{"a":"x\\u2028y"}\n[1,null]\n')
  })
})

describe('kinds of columns', () => {
  it('calls a column a number only when all its filled cells are', () => {
    expect(columnKind(['1', '-2,5', '', '1 050,5', '10 %'.replace(' ', '')])).toBe('number')
    expect(columnKind(['1', 'EOS'])).toBe('text')
    expect(columnKind(['', ''])).toBe('text')
    expect(columnKind(['-2+3'])).toBe('text')
  })
})

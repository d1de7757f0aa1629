import { describe, expect, it, vi } from 'vitest'
import { serialToIso } from '../../../src/read/serial.js'
import { writeXlsx } from '../../../src/read/write/index.js'
import { codes, gather, readAll, readError, sheetXml, workbook, zip } from './support.js'

const dateStyles =
  '<styleSheet><numFmts count="4"><numFmt numFmtId="164" formatCode="d\\.m\\.yyyy\\ h:mm"/><numFmt numFmtId="165" formatCode="[$-40B]d\\.\\ mmmm\\t\\a\\ yyyy;@"/>' +
  '<numFmt numFmtId="166" formatCode="0000"/><numFmt numFmtId="167" formatCode="[Red]#,##0.00&quot; päivää&quot;"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>' +
  '<xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="20"/></cellXfs></styleSheet>'

describe('XLSX', () => {
  it('reads shared, rich and inline texts, numbers, booleans, errors, formulas and gaps', async () => {
    const book = await workbook(
      [
        {
          name: 'Taul1',
          xml:
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>palaute</t></is></c></row>' +
            '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>9</v></c><c r="C2" t="b"><v>1</v></c><c r="D2" t="s"><v>3</v></c></row>' +
            '<row r="3"><c r="A3"><v>0.30000000000000004</v></c><c r="B3" t="e"><v>#N/A</v></c><c r="C3" t="b"><v>0</v></c><c r="D3" t="str"><f>A1&gt;B1</f><v>Kaava &amp; &lt;tulos&gt;</v></c></row>' +
            '<row r="6" hidden="1"><c r="A6"><v>1.1823E+11</v></c><c r="B6"><f>SUM(B2:B3)</f><v>6</v></c><c r="C6" t="b"><v>1</v></c><c r="D6" t="inlineStr"><is><t xml:space="preserve"> Rivi 1_x000D_&#10;Rivi 2 </t></is></c></row>',
        },
      ],
      {
        strings: [
          '<si><t>id</t></si>',
          '<si><t>nps</t></si>',
          '<si><t>0012</t><rPh sb="0" eb="1"><t>ei tätä</t></rPh></si>',
          '<si><r><t xml:space="preserve">Osa </t></r><r><rPr><b/></rPr><t>lihavoitu</t></r></si>',
        ],
      },
    )
    const result = await readAll(book, { name: 'kirja.xlsx' })
    expect(result.table).toMatchObject({
      format: 'xlsx',
      encoding: 'xlsx',
      sheet: 'Taul1',
      delimiter: null,
      file: 'kirja.xlsx',
    })
    expect(result.names).toEqual(['id', 'nps', 'column 3', 'palaute'])
    expect(result.cells).toEqual([
      ['0012', '9', 'true', 'Osa lihavoitu'],
      ['0.3', '', 'false', 'Kaava & <tulos>'],
      ['118230000000', '6', 'true', ' Rivi 1\r\nRivi 2 '],
    ])
    expect(result.records).toEqual([1, 2, 5])
    expect(codes(result)).toEqual([
      'unnamed_column@0',
      'hidden_row@5',
      'error_cell@2',
      'blank_row@3',
      'blank_row@4',
    ])
  })

  it('reads date cells by their number format, as local time', async () => {
    const row = (r: number, style: string, value: string) =>
      `<row r="${r}"><c r="A${r}"><v>${r}</v></c><c r="B${r}" ${style}><v>${value}</v></c></row>`
    const book = await workbook(
      [
        {
          name: 'Data',
          xml: `${sheetXml([['id', 'aika']])}${row(2, 's="1"', '44280')}${row(3, 's="2"', '44280.5138888889')}${row(4, 's="3"', '44281.25')}${row(5, 's="2" t="d"', '2021-03-28T02:30:00.000')}${row(6, 's="4"', '12')}${row(7, 's="5"', '3.5')}${row(8, 's="6"', '0.5')}${row(9, 's="1"', '-5')}`,
        },
      ],
      { styles: dateStyles },
    )
    const result = await readAll(book)
    expect(result.cells.map((cells) => cells[1])).toEqual([
      '2021-03-25',
      '2021-03-25T12:20:00',
      '2021-03-26T06:00:00',
      '2021-03-28T02:30:00',
      '0012',
      '3.5',
      '12:00:00',
      '-5',
    ])
    expect(codes(result)).toEqual(['bad_date_cell@8'])
  })

  it('counts from 1904 where the workbook says so', async () => {
    const xml = `${sheetXml([['id', 'aika']])}<row r="2"><c r="A2"><v>1</v></c><c r="B2" s="1"><v>42818</v></c></row>`
    const book = await workbook([{ name: 'Data', xml }], {
      styles: dateStyles,
      workbookPr: '<workbookPr date1904="1"/>',
    })
    expect((await readAll(book)).cells[0]?.[1]).toBe('2021-03-25')
  })

  it('reads prefixed names, cells without references and empty sheets', async () => {
    const book = await zip({
      'xl/workbook.xml':
        '<x:workbook xmlns:x="m" xmlns:rel="r"><x:sheets><x:sheet name="A" sheetId="1" rel:id="q1"/></x:sheets></x:workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="q1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/s.xml"/></Relationships>',
      'xl/s.xml':
        '<x:worksheet><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>id</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>nps</x:t></x:is></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>9</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    })
    expect((await readAll(book)).cells).toEqual([['1', '9']])
    const empty = await workbook([{ name: 'Tyhjä', xml: '' }])
    const result = await readAll(empty)
    expect(result.names).toEqual([])
    expect(codes(result)).toEqual(['no_rows@0'])
  })

  it('chooses the sheet of answers past a cover sheet and a codebook, and says so', async () => {
    const cover = sheetXml([['Kuvitteellinen alue'], ['Kysely 2024'], ['Vastaajia', 2]])
    const codebook = sheetXml([
      ['Koodi', 'Selite'],
      ['1', 'Kyllä'],
      ['2', 'Ei'],
      ['3', 'Osittain'],
      ['4', 'Eos'],
    ])
    const data = sheetXml([
      ['id', 'aika', 'nps', 'palaute'],
      ['1', '1.2.2024', 9, 'Hyvä'],
      ['2', '1.2.2024', 8, 'Ok'],
    ])
    for (const name of ['Matriisi', 'Vastaukset', 'Data', 'Responses', 'Taul3']) {
      const book = await workbook([
        { name: 'Kansilehti', xml: cover },
        { name: 'Koodisto', state: 'hidden', xml: codebook },
        { name, xml: data },
      ])
      const result = await readAll(book)
      expect(result.table.sheet).toBe(name)
      expect(codes(result)).toEqual(['sheet_chosen@0'])
    }
  })

  it('takes the sheet it is told, by name or place, and lists the sheets otherwise', async () => {
    const book = await workbook([
      {
        name: 'Data',
        xml: sheetXml([
          ['id', 'nps'],
          ['1', 9],
        ]),
      },
      {
        name: 'Vanha',
        xml: sheetXml([
          ['id', 'nps'],
          ['2', 3],
        ]),
      },
    ])
    expect((await readAll(book, { sheet: 'vanha' })).cells).toEqual([['2', '3']])
    expect((await readAll(book, { sheet: 2 })).cells).toEqual([['2', '3']])
    expect((await readError(book, { sheet: 'puuttuu' })).message).toContain('Data, Vanha')
  })

  it('joins a merged header of two rows', async () => {
    const book = await workbook([
      {
        name: 'Data',
        xml: sheetXml([
          ['ID', 'Missä määrin samaa mieltä?', null, 'Asioin', null, 'Avoin palaute'],
          [null, 'Sain apua', 'Oloni oli turvallinen', 'Puhelimella', 'Paikan päällä', null],
          ['1', 5, 4, 'Puhelimella', null, 'Hyvä'],
        ]),
      },
    ])
    const result = await readAll(book)
    expect(result.names).toEqual([
      'ID',
      'Missä määrin samaa mieltä? / Sain apua',
      'Missä määrin samaa mieltä? / Oloni oli turvallinen',
      'Asioin / Puhelimella',
      'Asioin / Paikan päällä',
      'Avoin palaute',
    ])
    expect(result.records).toEqual([1])
  })
})

describe('limits and damage', () => {
  const bomb = () => {
    const row = `<row>${'<c><v>1</v></c>'.repeat(20)}</row>`.repeat(500)
    return gather(
      writeXlsx([
        {
          name: 'Data',
          columns: [{ name: 'id' }, { name: 'a' }],
          rows: (function* () {
            for (let i = 0; i < 40; i += 1) yield ['1', ' '.repeat(32_000)]
          })(),
        },
      ]),
    ).then((bytes) => ({ bytes, row }))
  }

  it('stops at the limit of inflated bytes, counted while inflating', async () => {
    const { bytes } = await bomb()
    expect((await readAll(bytes)).cells).toHaveLength(40)
    const error = await readError(bytes, { limits: { inflatedBytes: 300_000 } })
    expect(error.code).toBe('limit_passed')
    expect(error.path).toBe('limits.inflatedBytes')
    expect(error.message).toContain('300,000')
  })

  it('stops at the limits of cells and columns', async () => {
    const { bytes } = await bomb()
    expect((await readError(bytes, { limits: { cellLength: 10_000 } })).path).toBe('limits.cellLength')
    expect((await readError(bytes, { limits: { columns: 1 } })).path).toBe('limits.columns')
  })

  it('tells of a damaged archive, wherever it is damaged', async () => {
    const good = await workbook([
      {
        name: 'Data',
        xml: sheetXml([
          ['id', 'nps'],
          ['1', 9],
        ]),
      },
    ])
    for (const cut of [100, Math.floor(good.length / 2), good.length - 5])
      expect((await readError(good.slice(0, cut))).message).toMatch(/damaged/)
    const broken = good.slice()
    const at = good.length / 2
    broken.fill(0xff, Math.floor(at) - 200, Math.floor(at) - 50)
    try {
      await readAll(broken)
    } catch (error) {
      expect((error as Error).name).toBe('ReadError')
    }
  })

  it('refuses other archives and binary workbooks', async () => {
    expect((await readError(await zip({ 'a.csv': 'id;nps' }))).message).toContain('unpack')
    expect((await readError(await zip({ 'xl/workbook.bin': 'x' }))).message).toContain('XLSB')
    expect(
      (await readError(await zip({ 'word/document.xml': '<w/>', '_rels/.rels': '<Relationships/>' })))
        .message,
    ).toContain('workbook')
  })
})

describe('serials', () => {
  it('follows the calendar of Excel', () => {
    const date = (serial: number) => serialToIso(serial, { from1904: false, kind: 'date' })
    expect(date(1)).toBe('1900-01-01')
    expect(date(59)).toBe('1900-02-28')
    expect(date(61)).toBe('1900-03-01')
    expect(date(45658)).toBe('2025-01-01')
    expect(date(45351)).toBe('2024-02-29')
    expect(date(45351.999_999_9)).toBe('2024-03-01')
    expect(date(2_958_465)).toBe('9999-12-31')
    expect(date(2_958_466)).toBeUndefined()
    expect(serialToIso(0, { from1904: true, kind: 'date' })).toBe('1904-01-01')
  })
})

describe('ODS', () => {
  const ods = (tables: string) =>
    zip({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': `<office:document-content><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    })
  const text = (value: string) =>
    `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`
  const header = `<table:table-row>${['id', 'aika', 'nps', 'palaute'].map(text).join('')}</table:table-row>`

  it('reads typed cells, repeats, paragraphs and spaces, and leaves notes and formatting out', async () => {
    const book = await ods(
      `<table:table table:name="Kansi"><table:table-row>${text('Kansilehti')}</table:table-row></table:table>` +
        `<table:table table:name="Vastaukset"><table:table-column/>${header}` +
        `<table:table-row>${text('0012')}<table:table-cell office:value-type="date" office:date-value="2021-03-25T12:20:00"><text:p>25.3.21</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="9"><text:p>9,0</text:p></table:table-cell><table:table-cell office:value-type="string"><office:annotation><text:p>ei tätä</text:p></office:annotation><text:p>Rivi<text:s text:c="2"/>1</text:p><text:p>Rivi <text:span>2</text:span></text:p></table:table-cell></table:table-row>` +
        '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>' +
        `<table:table-row table:visibility="collapse">${text('0013')}<table:table-cell table:number-columns-repeated="1"/><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7.50"/></table:table-row>` +
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>',
    )
    const result = await readAll(book)
    expect(result.table).toMatchObject({ format: 'ods', sheet: 'Vastaukset' })
    expect(result.cells).toEqual([
      ['0012', '2021-03-25T12:20:00', '9', 'Rivi  1\nRivi 2'],
      ['0013', '', '7.50', '7.50'],
    ])
    expect(result.records).toEqual([1, 4])
    expect(codes(result)).toEqual(['sheet_chosen@0', 'hidden_row@4', 'blank_row@2', 'blank_row@3'])
  })

  it('stops at the limits and tells of files without a sheet', async () => {
    const book = await ods(
      `<table:table table:name="A">${header}<table:table-row>${text('x'.repeat(5000))}</table:table-row></table:table>`,
    )
    expect((await readError(book, { limits: { cellLength: 1000 } })).path).toBe('limits.cellLength')
    expect((await readError(book, { limits: { inflatedBytes: 1000 } })).path).toBe('limits.inflatedBytes')
    expect((await readError(await ods(''))).message).toContain('spreadsheet')
  })
})

describe('without Node', () => {
  it('writes and reads workbooks with the streams of the platform, and refuses paths', async () => {
    const builtin = vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined as never)
    try {
      const rows = Array.from({ length: 3000 }, (_, i) => [`00${i}`, i % 11, `Hyvä palvelu ${i} 👍`])
      const columns = ['id', 'nps', 'palaute'].map((name) => ({ name }))
      const bytes = await gather(writeXlsx([{ name: 'Data', columns, rows }]))
      const result = await readAll(new Blob([bytes as BlobPart]))
      expect(result.cells).toEqual(rows.map((row) => row.map(String)))
      expect((await readError(bytes.slice(0, bytes.length - 60))).message).toMatch(/damaged/)
      expect((await readError('polku.csv')).message).toContain('Blob')
      expect(builtin).toHaveBeenCalled()
    } finally {
      builtin.mockRestore()
    }
  })
})

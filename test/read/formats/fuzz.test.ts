import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReadError } from '../../../src/errors.js'
import { openTable } from '../../../src/read/open.js'
import { writeCsv, writeNdjson, writeParquet, writeXlsx } from '../../../src/read/write/index.js'
import { cp1252, gather, readAll, utf8, utf16, workbook } from './support.js'

/** Texts as they come in answers: delimiters, quotes, line breaks, letters of Finland, formulas. */
const cell = fc.oneof(
  fc.stringMatching(/^[a-zåäö]{1,8}$/),
  fc.integer({ min: -20, max: 200 }).map(String),
  fc
    .array(
      fc.constantFrom(
        'a',
        'Ä',
        'ö',
        ' ',
        ';',
        ',',
        '|',
        '\t',
        '"',
        '""',
        '\n',
        '\r\n',
        '=',
        '-',
        '1',
        '.',
        "'",
        'š',
        '€',
        '#',
      ),
      { maxLength: 12 },
    )
    .map((parts) => `x${parts.join('')}`),
  fc.constant(''),
)

/** PALAUTE_FUZZ=20 runs twenty times as many cases. */
const times = Number(process.env.PALAUTE_FUZZ ?? 1)

const header = ['Tunnus', 'Aika', 'Kysymys yksi', 'Avoin palaute']

/** The first cell is an id: a record without any cell would be a blank one. */
const records = fc.array(fc.tuple(fc.integer({ min: 1000, max: 9999 }).map(String), cell, cell, cell), {
  minLength: 1,
  maxLength: 30,
})

const dialects = fc.record({
  delimiter: fc.constantFrom(';' as const, ',' as const, '\t' as const, '|' as const),
  newline: fc.constantFrom('\r\n' as const, '\n' as const),
  byteOrderMark: fc.boolean(),
})

const encodings: Record<string, (text: string) => Uint8Array> = {
  utf8,
  cp1252,
  utf16le: (text) => utf16(text, { littleEndian: true, mark: true }),
  utf16be: (text) => utf16(text, { littleEndian: false, mark: true }),
}

const columns = header.map((name) => ({ name }))

describe('write in any dialect, read back equal', () => {
  it('CSV', async () => {
    await fc.assert(
      fc.asyncProperty(
        records,
        dialects,
        fc.constantFrom(...Object.keys(encodings)),
        async (rows, dialect, encoding) => {
          const options = {
            ...dialect,
            decimal: '.' as const,
            guard: false,
            byteOrderMark: encoding === 'utf8' && dialect.byteOrderMark,
          }
          const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
            await gather(writeCsv(columns, rows, options)),
          )
          const bytes = (encodings[encoding] ?? utf8)(text)
          // Windows-1252 whose every high byte happens to be well-formed UTF-8 ("Äš") is UTF-8 to any reader.
          fc.pre(
            encoding !== 'cp1252' ||
              /^[\0-\x7F]*$/.test(text) ||
              new TextDecoder().decode(bytes).includes('\uFFFD'),
          )
          const result = await readAll(bytes)
          expect(result.names).toEqual(header)
          expect(result.table.delimiter).toBe(dialect.delimiter)
          expect(result.cells).toEqual(rows)
          expect(result.issues).toEqual([])
        },
      ),
      { numRuns: 400 * times },
    )
  })

  it('XLSX, Parquet and NDJSON', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (rows) => {
        const book = await readAll(await gather(writeXlsx([{ name: 'Data', columns, rows }])))
        expect(book.cells).toEqual(rows)
        const parquet = await readAll(await gather(writeParquet(columns, rows)))
        expect(parquet.cells).toEqual(rows)
        const lines = rows.map((row) => Object.fromEntries(row.map((text, c) => [header[c], text])))
        expect((await readAll(await gather(writeNdjson(lines)))).cells).toEqual(rows)
      }),
      { numRuns: 60 * times },
    )
  })
})

/** Reads to the end; nothing but a ReadError may come of it. */
async function survives(bytes: Uint8Array): Promise<void> {
  try {
    const table = await openTable(bytes)
    for await (const row of table.rows()) expect(row.cells).toHaveLength(table.columns.length)
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
  }
}

describe('bytes of any kind', () => {
  it('never throws anything but a ReadError on random bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), survives), { numRuns: 500 * times })
  })

  it('never throws anything but a ReadError on text of odd structure', async () => {
    const odd = fc.array(
      fc.constantFrom(
        '"',
        ';',
        ',',
        '\n',
        '\r',
        '\r\n',
        'a',
        'ä',
        '1',
        '{',
        '}',
        '[',
        ']',
        ':',
        'Ã¤',
        '\uFFFD',
        'sep=;',
        ' ',
        '\t',
        '|',
        '<',
        '#N/A',
        'Yhteensä',
      ),
      { maxLength: 80 },
    )
    await fc.assert(
      fc.asyncProperty(odd, (parts) => survives(utf8(parts.join('')))),
      { numRuns: 800 * times },
    )
  })

  it('never throws anything but a ReadError on files with bytes changed', async () => {
    const good = [
      await workbook([
        {
          name: 'Data',
          xml: '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
        },
      ]),
      await gather(writeXlsx([{ name: 'Data', columns, rows: [['1', 'a', 'b', 'c']] }])),
      await gather(
        writeParquet(columns, [
          ['1', 'a', 'b', 'c'],
          ['2', 'a', 'b', 'c'],
        ]),
      ),
      utf8('[{"id":"1","a":[1,2]},{"id":"2"}]'),
    ]
    const changes = fc.array(
      fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 255 })),
      { minLength: 1, maxLength: 6 },
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...good), changes, fc.boolean(), async (file, edits, cut) => {
        const bytes = file.slice(0, cut ? Math.floor(file.length * (edits[0]?.[0] ?? 1)) : file.length)
        for (const [place, value] of edits) bytes[Math.floor(place * bytes.length)] = value
        await survives(bytes)
      }),
      { numRuns: 600 * times },
    )
  })
})

import { describe, expect, it } from 'vitest'
import { parquetCell } from '../../../src/read/parquet.js'
import { writeParquet } from '../../../src/read/write/index.js'
import { codes, gather, readAll, readError, utf8 } from './support.js'

describe('NDJSON and JSON', () => {
  it('reads one object a line, with fields in order of appearance', async () => {
    const result = await readAll(
      utf8(
        '{"id":"0012","nps":9,"tags":["a","b"],"unit":{"code":"007"}}\n{"id":"0013","palaute":"Hyvä","nps":null,"ok":true}\n',
      ),
    )
    expect(result.table.format).toBe('ndjson')
    expect(result.names).toEqual(['id', 'nps', 'tags', 'unit.code', 'palaute', 'ok'])
    expect(result.cells).toEqual([
      ['0012', '9', 'a;b;', '007', '', ''],
      ['0013', '', '', '', 'Hyvä', 'true'],
    ])
  })

  it('counts lines that are blank or broken, and tells of fields that come late', async () => {
    const lines = Array.from({ length: 25_000 }, (_, i) => `{"id":"${i + 1}"}`)
    lines[1] = ''
    lines[2] = '{"id": oops'
    lines[24_000] = '{"id":"24001","uusi":"x"}'
    const result = await readAll(utf8(`${lines.join('\n')}\n\n`))
    expect(result.cells).toHaveLength(24_998)
    expect(codes(result)).toEqual(['bad_json@3', 'blank_row@2', 'blank_row@3', 'late_field@24001'])
  })

  it('reads arrays of objects and of arrays, at the top or in a field', async () => {
    const records = '[{"id":"1","s":"a ] } \\" ,"},{"id":"2","s":"b"}]'
    const expected = [
      ['1', 'a ] } " ,'],
      ['2', 'b'],
    ]
    expect((await readAll(utf8(records))).cells).toEqual(expected)
    expect((await readAll(utf8(JSON.stringify(JSON.parse(records), null, 2)))).cells).toEqual(expected)
    expect(
      (await readAll(utf8(`{"meta":{"n":[1,2]},"empty":[],"responses":${records},"rest":[{"id":"3"}]}`)))
        .cells,
    ).toEqual(expected)
    const grid = await readAll(utf8('[["id","nps"],["1",9],["2",8]]'))
    expect(grid.names).toEqual(['id', 'nps'])
    expect(grid.cells).toEqual([
      ['1', '9'],
      ['2', '8'],
    ])
  })

  it('keeps all digits of long numbers', async () => {
    const result = await readAll(
      utf8('{"id":12345678901234567891,"s":"12345678901234567891 on pitkä","x":0.1}\n{"id":2}\n'),
    )
    expect(result.cells[0]).toEqual(['12345678901234567891', '12345678901234567891 on pitkä', '0.1'])
  })

  it('takes __proto__ for a name and nothing else', async () => {
    const result = await readAll(
      utf8('{"id":"1","__proto__":{"polluted":"kyllä"},"constructor":"c"}\n{"id":"2","toString":"t"}\n'),
    )
    expect(result.names).toEqual(['id', '__proto__.polluted', 'constructor', 'toString'])
    expect(result.cells[0]).toEqual(['1', 'kyllä', 'c', ''])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('reads an array that streams over many pieces', async () => {
    const records = Array.from({ length: 20_000 }, (_, i) => ({ id: String(i), palaute: `Hyvä [${i}] {"}` }))
    const result = await readAll(utf8(JSON.stringify(records)))
    expect(result.cells).toEqual(records.map((record) => [record.id, record.palaute]))
  })

  it('tells of JSON that is cut, broken or no table', async () => {
    expect(codes(await readAll(utf8('[{"id":"1"},{"id":"2"},{"id'))).sort()).toEqual(['cut_short@0'])
    expect((await readError(utf8('{"a":1,\n"b":{"c":2}\n}'))).message).toContain('array')
    expect(
      (await readError(utf8(`[${'[['.repeat(50_000)}`), { limits: { recordLength: 10_000 } })).path,
    ).toBe('limits.recordLength')
  })
})

describe('Parquet', () => {
  it('reads back what the writer wrote, over several row groups', async () => {
    const rows = Array.from({ length: 45_000 }, (_, i) => [
      `00${i}`,
      i % 11,
      i % 3 === 0 ? null : `Hyvä ${i} 👍`,
      i % 2 === 0,
    ])
    const bytes = await gather(
      writeParquet(
        [
          { name: 'id' },
          { name: 'nps', type: 'INT32' },
          { name: 'Avoin palaute', type: 'STRING' },
          { name: 'ok', type: 'BOOLEAN' },
        ],
        rows,
      ),
    )
    const result = await readAll(bytes)
    expect(result.table).toMatchObject({ format: 'parquet', encoding: 'parquet' })
    expect(result.names).toEqual(['id', 'nps', 'Avoin palaute', 'ok'])
    expect(result.cells).toEqual(rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))))
  })

  it('writes and reads a table without rows', async () => {
    const result = await readAll(
      await gather(writeParquet([{ name: 'id' }, { name: 'nps', type: 'DOUBLE' }], [])),
    )
    expect(result.names).toEqual(['id', 'nps'])
    expect(codes(result)).toEqual(['no_rows@0'])
  })

  it('makes cells of every kind of value', () => {
    expect(parquetCell(12n)).toBe('12')
    expect(parquetCell(new Date('2021-03-25T10:20:00Z'))).toBe('2021-03-25T10:20:00Z')
    expect(parquetCell(['a', 2n])).toBe('a;2')
    expect(parquetCell({ a: 1n })).toBe('{"a":"1"}')
    expect(parquetCell(utf8('ä'))).toBe('ä')
    expect(parquetCell(Number.NaN)).toBe('')
  })

  it('tells of a damaged file', async () => {
    const bytes = await gather(writeParquet([{ name: 'id' }], [['1'], ['2']]))
    expect((await readError(bytes.slice(0, bytes.length - 10))).message).toContain('Parquet')
    const broken = bytes.slice()
    broken.fill(0, 4, 30)
    try {
      await readAll(broken)
    } catch (error) {
      expect((error as Error).name).toBe('ReadError')
    }
  })
})

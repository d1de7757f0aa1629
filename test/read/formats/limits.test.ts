import { describe, expect, it } from 'vitest'
import { createIssueLog } from '../../../src/read/issues.js'
import { codes, readAll, readError, utf8 } from './support.js'

describe('limits of text files', () => {
  it('reads a cell of a megabyte, a line of five and 2,000 columns', async () => {
    const cell = 'a"b;\n'.repeat(200_000)
    const quoted = await readAll(utf8(`id;palaute\n1;"${cell.replaceAll('"', '""')}"\n2;x\n`))
    expect(quoted.cells).toEqual([
      ['1', cell],
      ['2', 'x'],
    ])
    const line = 'Hyvä palvelu '.repeat(400_000)
    expect((await readAll(utf8(`id;palaute\n1;${line}\n2;x\n`))).cells[0]?.[1]).toBe(line)
    const wide = Array.from({ length: 2000 }, (_, c) => `Kysymys ${c}`)
    const result = await readAll(utf8(`${wide.join(';')}\n${wide.map((_, c) => c % 5).join(';')}\n`))
    expect(result.names).toEqual(wide)
    expect(result.cells[0]).toHaveLength(2000)
  })

  it.each([
    ['cellLength', { cellLength: 1000 }, `id;a\n1;${'x'.repeat(2000)}\n`],
    ['columns', { columns: 3 }, 'a;b;c;d\n1;2;3;4\n'],
    ['recordLength', { recordLength: 1000 }, `id;a\n1;${'pitkä '.repeat(200_000)}`],
  ])('stops at %s and names the option', async (limit, limits, text) => {
    const error = await readError(utf8(text), { limits })
    expect(error.code).toBe('limit_passed')
    expect(error.path).toBe(`limits.${limit}`)
    expect(error.message).toContain(`limits.${limit}`)
  })

  it('does not let an unclosed quote take more than a record may hold', async () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => `${i};9;Hyvä palvelu`)
    const text = `id;nps;palaute\n1;9;"Auki\n${rows.join('\n')}\n`
    const result = await readAll(utf8(text), { limits: { recordLength: 100_000 } })
    expect(result.cells).toHaveLength(50_001)
    expect(result.cells[0]).toEqual(['1', '9', 'Auki'])
    expect(codes(result)).toEqual(['unclosed_quote@1'])
  })

  it('refuses a first line that is no header', async () => {
    expect((await readError(utf8('x'.repeat(100_000)))).message).toContain('no header')
  })

  it('takes no limit that is not positive', async () => {
    expect((await readError(utf8('a;b\n1;2\n'), { limits: { columns: 0 } })).path).toBe('limits.columns')
  })
})

describe('the log of issues', () => {
  it('keeps a bounded number of each code and in all, and counts the rest', () => {
    const log = createIssueLog({ perCode: 3, total: 5 })
    const issue = (code: string, row: number) =>
      log.add({ code, severity: 'warning', file: 'a.csv', row, column: null, value: null, hint: '' })
    for (let row = 1; row <= 10; row += 1) issue('a', row)
    for (let row = 1; row <= 10; row += 1) issue('b', row)
    expect(log.list().map((kept) => kept.code + kept.row)).toEqual(['a1', 'a2', 'a3', 'b1', 'b2'])
    expect(log.counts()).toEqual({ a: 10, b: 10 })
  })
})

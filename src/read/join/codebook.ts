import join from '../../../data/columns/join.json'
import { type OpenOptions, openTable } from '../open.js'
import { joinColumns } from './columns.js'

/**
 * What codes stand for, by variable; the variable '' offers its codes to every choice column. The code '' of a
 * variable is the text of its question.
 */
export type Codebook = ReadonlyMap<string, ReadonlyMap<string, string>>

/**
 * Reads a code book: variable, code, label, with headers in Finnish, Swedish or English. A row without a code,
 * or a column of question texts, tells what the variable asks.
 *
 * @throws ReadError when it is no such table
 */
export async function readCodebook(
  source: string | Uint8Array | Blob,
  options: OpenOptions = {},
): Promise<Codebook> {
  const table = await openTable(source, options)
  const at = joinColumns(table, join.codebook, ['code', 'label'], 'a code book')
  const book = new Map<string, Map<string, string>>()
  let above = ''
  for await (const { cells } of table.rows()) {
    const cell = (index: number): string => (index < 0 ? '' : (cells[index] ?? '').trim())
    let variable = cell(at.variable)
    // The name stands once above its codes where cells are merged.
    if (variable === '' && table.sheet !== null && cell(at.code) !== '') variable = above
    above = variable
    const code = cell(at.code)
    const label = cell(at.label)
    const question = cell(at.question)
    const codes = book.get(variable) ?? new Map<string, string>()
    book.set(variable, codes)
    if (variable !== '' && question !== '' && !codes.has('')) codes.set('', question)
    if (code !== '') codes.set(code, label === '' ? code : label)
    else if (variable !== '' && label !== '') codes.set('', label)
  }
  return book
}

import join from '../../../data/columns/join.json'
import { type OpenOptions, openTable } from '../open.js'
import { joinColumns } from './columns.js'

/** What codes stand for, by variable; the variable '' offers its codes to every choice column. */
export type Codebook = ReadonlyMap<string, ReadonlyMap<string, string>>

/**
 * Reads a code book: variable, code, label, with headers in Finnish, Swedish or English. An empty variable
 * cell goes on with the variable above it only where the code book is written so (its first row names one).
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
  for await (const { cells } of table.rows()) {
    const variable = at.variable < 0 ? '' : (cells[at.variable] ?? '').trim()
    const code = (cells[at.code] ?? '').trim()
    const label = (cells[at.label] ?? '').trim()
    if (code === '') continue
    const codes = book.get(variable) ?? new Map<string, string>()
    codes.set(code, label === '' ? code : label)
    book.set(variable, codes)
  }
  return book
}

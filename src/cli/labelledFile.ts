import { readFile } from 'node:fs/promises'
import { PalauteError } from '../errors.js'
import { openTable } from '../read/index.js'

/**
 * Objects of a file of labelled comments: NDJSON, a JSON array, or a table with the columns text and labels
 * (joined by `|`), and question and language where there are some.
 */
export async function readObjects(path: string): Promise<unknown[]> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new PalauteError('cannot_read', `Cannot read ${path}: no such file, or no permission.`, { cause })
  })
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim()
  if (text.startsWith('[')) return parsed(text, path, 1) as unknown[]
  if (text.startsWith('{'))
    return text
      .split('\n')
      .flatMap((line, index) => (line.trim() === '' ? [] : [parsed(line, path, index + 1)]))
  const table = await openTable(path)
  const at = (name: string) => table.columns.findIndex((column) => column.name.trim().toLowerCase() === name)
  const [words, labels, question, language] = ['text', 'labels', 'question', 'language'].map(at)
  if (words === undefined || words < 0 || labels === undefined || labels < 0)
    throw new PalauteError('not_a_table', `${path} has no columns "text" and "labels".`, { path: 'columns' })
  const out: unknown[] = []
  for await (const { cells } of table.rows()) {
    const cell = (column: number | undefined) =>
      column === undefined || column < 0 ? '' : (cells[column] ?? '')
    out.push({
      text: cell(words),
      labels: cell(labels)
        .split('|')
        .map((label) => label.trim())
        .filter((label) => label !== ''),
      question: cell(question) || null,
      language: cell(language) || null,
    })
  }
  return out
}

function parsed(text: string, path: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new PalauteError('cannot_read', `${path}, line ${line}: not JSON.`, { cause })
  }
}

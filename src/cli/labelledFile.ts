import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { checkComment } from '../commentCheck.js'
import { PalauteError } from '../errors.js'
import { openTable } from '../read/index.js'
import type { QuestionKind, SupportedLanguage } from '../types.js'
import { askedKind } from './askedKind.js'

/** Columns of a table of comments whose cells are lists, joined by `|`. */
const columnsOf = {
  labelled: ['labels'],
  corrections: ['add', 'remove'],
  comments: [],
} as const

/**
 * Objects of a file of comments: NDJSON, a JSON array, or a table with the columns text and, by what the file is,
 * labels, or add and remove (joined by `|`); question, language and id where there are some.
 *
 * @throws {PalauteError} `cannot_read` for no file or no JSON; `not_a_table` for a table without these columns
 */
export async function readObjects(path: string, kind: keyof typeof columnsOf): Promise<unknown[]> {
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
  const lists = columnsOf[kind].filter((name) => at(name) >= 0)
  const wanted: readonly string[] = columnsOf[kind]
  if (at('text') < 0 || (wanted.length > 0 && lists.length === 0))
    throw new PalauteError(
      'not_a_table',
      `${basename(path)} is a table without the columns ${['"text"', wanted.map((name) => `"${name}"`).join(' or ')].filter((name) => name !== '').join(' and ')}.`,
      { path: 'columns' },
    )
  const out: unknown[] = []
  for await (const { cells } of table.rows()) {
    const cell = (name: string) => cells[at(name)]?.trim() ?? ''
    out.push({
      ...(cell('id') === '' ? {} : { id: cell('id') }),
      text: cells[at('text')] ?? '',
      ...Object.fromEntries(lists.map((name) => [name, listOf(cell(name))])),
      question: cell('question') || null,
      language: cell('language') || null,
    })
  }
  return out
}

const listOf = (cell: string): string[] =>
  cell
    .split('|')
    .map((label) => label.trim())
    .filter((label) => label !== '')

/** Comments without labels: `{text, question?, language?, id?}`. @throws {PalauteError} `bad_option` */
export function parseComments(values: readonly unknown[]): Comment[] {
  return values.map((value, index) => {
    const { id, text, question, language } = (value ?? {}) as Record<string, unknown>
    try {
      const told = { question: askedKind(question), language: language ?? undefined }
      checkComment(text, told)
      return { id: id ?? null, text, ...(told as Pick<Comment, 'question' | 'language'>) }
    } catch (cause) {
      if (!(cause instanceof PalauteError)) throw cause
      throw new PalauteError('bad_option', `Comment ${index + 1}: ${cause.message}`, {
        path: `${index}.${cause.path}`,
        cause,
      })
    }
  })
}

interface Comment {
  id: unknown
  text: string
  question?: QuestionKind
  language?: SupportedLanguage
}

function parsed(text: string, path: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new PalauteError('cannot_read', `${path}, line ${line}: not JSON.`, { cause })
  }
}

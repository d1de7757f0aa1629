import { ReadError } from '../errors.js'
import { nodeBuiltin } from '../platform.js'
import { fileError } from './source.js'

const readable = /\.(csv|tsv|tab|txt|xlsx|xlsm|ods|ndjson|jsonl|json|parquet)$/i

/** Lock files of Excel and LibreOffice, and hidden files. */
const passedOver = /^(\.|~\$)/

/** A part of a path with `*`, `?` or `[...]`. */
const isPattern = (part: string) => /[*?[]/.test(part)

function patternOf(part: string): RegExp {
  let source = ''
  for (let i = 0; i < part.length; i += 1) {
    const char = part.charAt(i)
    const close = char === '[' ? part.indexOf(']', i + 2) : -1
    if (close > 0) {
      source += `[${part
        .slice(i + 1, close)
        .replace(/^!/, '^')
        .replaceAll('\\', '\\\\')}]`
      i = close
    } else source += char === '*' ? '.*' : char === '?' ? '.' : char.replace(/[.+^${}()|[\]\\]/g, '\\$&')
  }
  return new RegExp(`^${source}$`, 'u')
}

/** Names in a folder in the order of their code units, which no locale changes. */
async function entries(folder: string): Promise<{ name: string; isFolder: boolean }[]> {
  const fs = nodeBuiltin('node:fs/promises')
  if (!fs) throw new ReadError('not_supported', 'Folders can be read in Node only: give Blobs or bytes here.')
  const found = await fs.readdir(folder === '' ? '.' : folder, { withFileTypes: true })
  return found
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function expandPattern(path: string): Promise<string[]> {
  const parts = path.split('/')
  const walk = async (base: string, rest: readonly string[]): Promise<string[]> => {
    const [part, ...more] = rest
    if (part === undefined) return [base.replace(/\/$/, '')]
    if (!isPattern(part)) return walk(`${base}${part}/`, more)
    const found: string[] = []
    const within = await entries(base).catch(() => [])
    const pattern = patternOf(part)
    if (part === '**') found.push(...(await walk(base, more)))
    for (const entry of within) {
      if (passedOver.test(entry.name)) continue
      if (part === '**') {
        if (entry.isFolder) found.push(...(await walk(`${base}${entry.name}/`, rest)))
      } else if (pattern.test(entry.name) && (more.length === 0 ? !entry.isFolder : entry.isFolder))
        found.push(...(await walk(`${base}${entry.name}/`, more)))
    }
    return found
  }
  return walk('', parts)
}

/**
 * Files behind paths: a file is itself, a folder stands for the exports in it (not in its subfolders), a
 * pattern (`*`, `?`, `[ab]`, `**`) for the files it matches. Each file once; the names of a folder or pattern in
 * the order of their code units.
 *
 * @throws ReadError when a path is not there, a folder holds nothing readable, a pattern matches nothing
 * @example
 * await findFiles(['exports/2024-*.csv']) // ['exports/2024-01.csv', 'exports/2024-02.csv']
 */
export async function findFiles(paths: readonly string[]): Promise<string[]> {
  const fs = nodeBuiltin('node:fs/promises')
  if (!fs) throw new ReadError('not_supported', 'Paths can be read in Node only: give Blobs or bytes here.')
  const found = new Set<string>()
  for (const path of paths) {
    const stat = await fs.stat(path).catch((cause) => {
      if (isPattern(path)) return undefined
      throw fileError(path, cause)
    })
    if (stat === undefined) {
      const files = await expandPattern(path.replaceAll('\\', '/'))
      if (files.length === 0) throw new ReadError('cannot_read', `No file matches ${path}.`)
      for (const file of files) found.add(file)
    } else if (stat.isDirectory()) {
      const folder = path.replace(/[/\\]$/, '')
      const within = await entries(path).catch((cause) => Promise.reject(fileError(path, cause)))
      const files = within.filter(
        (entry) => !entry.isFolder && readable.test(entry.name) && !passedOver.test(entry.name),
      )
      if (files.length === 0)
        throw new ReadError(
          'cannot_read',
          `The folder ${path} holds no export that can be read (CSV, TSV, XLSX, ODS, NDJSON, JSON or Parquet).`,
        )
      for (const file of files) found.add(`${folder}/${file.name}`)
    } else found.add(path)
  }
  return [...found]
}

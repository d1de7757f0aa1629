import { ReadError } from '../errors.js'
import { nodeBuiltin } from '../platform.js'

const EXPORTS = /\.(?:csv|tsv|tab|txt|xlsx|ods|ndjson|jsonl|parquet)$/iu

function globPattern(name: string): RegExp {
  const source = [...name]
    .map((c) => (c === '*' ? '.*' : c === '?' ? '.' : c.replace(/[\\^$.|+()[\]{}]/u, '\\$&')))
    .join('')
  return new RegExp(`^${source}$`, 'u')
}

/**
 * Files behind a path: itself, the exports of a folder, or what a pattern (`answers/2023-*.csv`) matches, by
 * name. Other kinds of files in a folder are not looked at.
 *
 * @throws ReadError when a folder or a pattern has no export
 */
export async function expandPath(path: string): Promise<string[]> {
  const fs = nodeBuiltin('node:fs/promises')
  const paths = nodeBuiltin('node:path')
  if (!fs || !paths) return [path]
  const found = await fs.stat(path).catch(() => undefined)
  const pattern = /[*?]/u.test(paths.basename(path)) && !found
  if (!pattern && !found?.isDirectory()) return [path]
  const folder = pattern ? paths.dirname(path) : path
  const accepts = pattern ? globPattern(paths.basename(path)) : EXPORTS
  const names = await fs.readdir(folder).catch(() => [])
  const files = names
    .filter((name) => accepts.test(name) && !name.startsWith('.') && !name.startsWith('~$'))
    .sort()
  if (files.length === 0)
    throw new ReadError(
      'cannot_read',
      pattern
        ? `No file matches ${path}.`
        : `${path} is a folder without exports (csv, tsv, txt, xlsx, ods, ndjson, parquet); give a file.`,
    )
  return files.map((name) => paths.join(folder, name))
}

import { readFile } from 'node:fs/promises'
import type { NameLists } from '../privacy/index.js'
import { UsageError } from './usage.js'

/** The lists behind `--allow` and `--deny`: a name a line, `#` for remarks; undefined without either flag. */
export async function readNameLists(values: {
  allow?: string | boolean
  deny?: string | boolean
}): Promise<NameLists | undefined> {
  const { allow, deny } = values
  if (typeof allow !== 'string' && typeof deny !== 'string') return undefined
  return { allow: await listOf('--allow', allow), deny: await listOf('--deny', deny) }
}

async function listOf(flag: string, path: string | boolean | undefined): Promise<string[]> {
  if (typeof path !== 'string') return []
  const lines = (await flagText(flag, path)).split(/\r?\n/).map((line) => line.trim())
  return lines.filter((line) => line !== '' && !line.startsWith('#'))
}

/** @throws {UsageError} naming the flag, not the path: a path may name a person */
export async function flagText(flag: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new UsageError(`${flag}: the file cannot be read.`)
  }
}

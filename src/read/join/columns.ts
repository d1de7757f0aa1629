import { ReadError } from '../../errors.js'
import { anyPhrase, plainWords } from '../columns/text.js'
import type { Table } from '../table.js'

/**
 * Places of the columns of a joined file by its header words; without any known header, the columns are taken
 * in the order of the keys.
 */
export function joinColumns<Key extends string>(
  table: Table,
  words: Record<Key, readonly string[]>,
  needed: readonly NoInfer<Key>[],
  what: string,
): Record<Key, number> {
  const keys = Object.keys(words) as Key[]
  const found = Object.fromEntries(keys.map((key) => [key, -1])) as Record<Key, number>
  const taken = new Set<number>()
  for (const key of keys) {
    const pattern = anyPhrase(words[key])
    const index = table.columns.findIndex(
      (column, at) => !taken.has(at) && pattern.test(plainWords(column.name)),
    )
    if (index < 0) continue
    taken.add(index)
    found[key] = index
  }
  const lacking = needed.filter((key) => found[key] < 0)
  if (lacking.length > 0)
    throw new ReadError(
      'not_a_table',
      `${table.file} is not ${what}: no column for ${lacking.join(', ')} among ${table.columns
        .map(({ name }) => `"${name.slice(0, 40)}"`)
        .slice(0, 12)
        .join(', ')}. Expected headers: ${keys.join(';')}.`,
    )
  return found
}

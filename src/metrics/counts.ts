import { PalauteError } from '../errors.js'

/** A whole number of answers, or an error that names the option. */
export function requireWholeCount(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new PalauteError(
      'bad_option',
      `${path} must be a whole number of answers, 0 or more; got ${typeof value === 'number' ? value : typeof value}.`,
      { path },
    )
  return value
}

/** Counts by name: a missing name is 0, an unknown one an error, since it would silently lose answers. */
export function namedCounts<Name extends string>(
  counts: Readonly<Record<string, number>>,
  names: readonly Name[],
): Record<Name, number> {
  for (const key of Object.keys(counts))
    if (!(names as readonly string[]).includes(key))
      throw new PalauteError('bad_option', `counts.${key} is not one of ${names.join(', ')}.`, {
        path: `counts.${key}`,
      })
  return Object.fromEntries(
    names.map((name) => [name, requireWholeCount(counts[name] ?? 0, `counts.${name}`)]),
  ) as Record<Name, number>
}

export function sharesOf(counts: Readonly<Record<string, number>>, n: number): Record<string, number> | null {
  if (n === 0) return null
  return Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, count / n]))
}

/** Whether the input is counts, and if not, that it can be walked through. */
export function isCounted<Value>(
  input: Iterable<Value> | { counts: unknown },
): input is { counts: readonly number[] | Readonly<Record<string, number>>; missing?: number } {
  if (typeof input === 'object' && input !== null) {
    if (Symbol.iterator in input) return false
    if ('counts' in input && typeof input.counts === 'object' && input.counts !== null) return true
  }
  throw new PalauteError(
    'bad_option',
    'values must be a list of answers, or {counts} with a list or an object of counts.',
    { path: 'values' },
  )
}

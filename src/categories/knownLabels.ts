import { PalauteError } from '../errors.js'
import type { Correction, LabelledComment } from './labelled.js'
import { flatTaxonomy, type Taxonomy } from './taxonomy.js'

/** Letters that may differ between a label and the key that was meant. */
const NEAR = 2
/** Labels in messages are cut, lest a comment in a wrong column is repeated. */
const SHOWN = 60

interface Use {
  label: string
  path: string
  where: string
}

/** Labels of comments, and those that corrections add, with where they stand. */
function* usesOf(
  comments: readonly LabelledComment[],
  corrections: readonly Correction[] = [],
): Generator<Use> {
  for (const [index, { labels }] of comments.entries())
    for (const label of labels) yield { label, path: `${index}.labels`, where: `Comment ${index + 1}` }
  for (const [index, { add = [] }] of corrections.entries())
    for (const label of add)
      yield { label, path: `corrections.${index}.add`, where: `Correction ${index + 1}` }
}

/**
 * Checks that labels are of the taxonomy.
 *
 * @throws {PalauteError} `bad_option` with the first that is not, where it stands and the nearest key
 */
export function requireKnownLabels(
  taxonomy: Taxonomy,
  comments: readonly LabelledComment[],
  corrections?: readonly Correction[],
): void {
  const keys = taxonomy.categories.map(({ key }) => key)
  const known = new Set(keys)
  for (const use of usesOf(comments, corrections))
    if (!known.has(use.label)) throw unknownLabel(use, taxonomy.id, keys)
}

/**
 * The bundled taxonomy where the labels are its own, else a flat one of the labels as they are.
 *
 * @throws {PalauteError} `bad_option` where most labels are of the bundled taxonomy and one is not, or is nearly: one
 *   slip must not turn everything else into labels of which nothing is known
 */
export function taxonomyOfLabels(
  bundled: Taxonomy,
  comments: readonly LabelledComment[],
  corrections: readonly Correction[],
): Taxonomy {
  const keys = bundled.categories.map(({ key }) => key)
  const known = new Set(keys)
  const used = [...usesOf(comments, corrections)]
  const strange = used.filter(({ label }) => !known.has(label))
  if (strange.length === 0) return bundled
  const slip =
    strange.length * 2 < used.length
      ? strange[0]
      : strange.find(({ label }) => label.length > 3 * NEAR && nearestKey(label, keys).distance <= NEAR)
  if (slip !== undefined) throw unknownLabel(slip, bundled.id, keys)
  return flatTaxonomy([...new Set(used.map(({ label }) => label))].sort())
}

function unknownLabel({ label, path, where }: Use, id: string, keys: readonly string[]): PalauteError {
  const { key } = nearestKey(label, keys)
  const shown = label.length > SHOWN ? `${label.slice(0, SHOWN)}...` : label
  return new PalauteError(
    'bad_option',
    `${where} has the label "${shown}", which the taxonomy "${id}" does not have; the nearest is "${key}". Labels of your own come with a taxonomy of your own, which may extend "${id}".`,
    { path },
  )
}

/** The key with the fewest letters to change. */
export function nearestKey(label: string, keys: readonly string[]): { key: string; distance: number } {
  let best = { key: keys[0] ?? '', distance: Number.POSITIVE_INFINITY }
  for (const key of keys) {
    const distance = lettersApart(label.slice(0, SHOWN), key)
    if (distance < best.distance) best = { key, distance }
  }
  return best
}

/** Letters to add, take away or change (Levenshtein 1966). */
function lettersApart(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min(
          (next[j - 1] as number) + 1,
          (row[j] as number) + 1,
          (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      )
    row = next
  }
  return row[b.length] as number
}

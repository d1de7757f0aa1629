import { readFile } from 'node:fs/promises'
import { bundledTaxonomies, loadTaxonomy, type Taxonomy } from '../categories/index.js'
import { PalauteError } from '../errors.js'

/**
 * A bundled taxonomy by name (sote, library, servicedesk), or the one in a file of the user's, checked. A file that is
 * called as a bundled one is reached as ./sote.
 */
export async function readTaxonomy(path: string | undefined): Promise<Taxonomy | undefined> {
  if (path === undefined) return undefined
  if (bundledTaxonomies.includes(path)) return loadTaxonomy(path)
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    throw new PalauteError(
      'bad_taxonomy',
      `Cannot read the taxonomy ${path}: no such file, or no permission; ${bundledTaxonomies.join(', ')} need none.`,
      { path: '--taxonomy', cause },
    )
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new PalauteError('bad_taxonomy', `The taxonomy ${path} is not JSON.`, {
      path: '--taxonomy',
      cause,
    })
  }
  if (typeof value !== 'object' || value === null)
    throw new PalauteError('bad_taxonomy', `The taxonomy ${path} is not an object.`, { path: '--taxonomy' })
  return loadTaxonomy(value)
}

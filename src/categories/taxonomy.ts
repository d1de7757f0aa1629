import * as z from 'zod/mini'
import { PalauteError } from '../errors.js'
import { parsePattern } from './pattern.js'
import { wrongForm } from './wrongForm.js'

const names = z.strictObject({ fi: z.string(), sv: z.string(), en: z.string() })
const partialNames = z.strictObject({
  fi: z.optional(z.string()),
  sv: z.optional(z.string()),
  en: z.optional(z.string()),
})
const words = z.array(z.string().check(z.minLength(1)))
const ownerKey = z.enum(['unit', 'phone', 'digital', 'lobby', 'food', 'cleaning', 'transport', 'billing'])
const shares = z.array(z.strictObject({ key: ownerKey, share: z.number().check(z.gt(0), z.lte(1)) }))
/** Keys are joined by `|` in tables. */
const key = z.string().check(z.regex(/^[^|\r\n]{1,120}$/, 'a key of 1 to 120 characters, without |'))

const taxonomySchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string(),
  version: z.string(),
  /** Another taxonomy, by name, whose categories come first: `sote`, `library`, `servicedesk`. */
  extends: z.optional(z.string()),
  names,
  domains: z.array(z.strictObject({ key, names })),
  categories: z.array(
    z.strictObject({
      key,
      domain: key,
      names,
      definition: z.optional(partialNames),
      /** A category that can only be praise or only blame: general praise, general dissatisfaction. */
      sign: z.optional(z.enum(['positive', 'negative'])),
      owner: z.optional(ownerKey),
      /** Several who can act on it; their shares sum to 1. */
      owners: z.optional(shares),
      /** Words that speak for it, in the language of patterns (data/categories/README.md). */
      triggers: z.optional(
        z.strictObject({ fi: z.optional(words), sv: z.optional(words), en: z.optional(words) }),
      ),
      /** Bundled concepts that speak for it, with weights (2 alone is enough, 1 speaks for it, negative against). */
      concepts: z.optional(z.record(z.string(), z.number())),
      crosswalk: z.optional(z.record(z.string(), z.array(z.string()))),
    }),
  ),
})

/** A set of categories in domains; the zod-checked form of the files in data/taxonomies/. */
export type Taxonomy = z.infer<typeof taxonomySchema>
export type Category = Taxonomy['categories'][number]

/** Taxonomies that `extends` may name. */
export type TaxonomyFinder = (name: string) => unknown

/**
 * Checks a taxonomy read from JSON.
 *
 * @param find gives the taxonomy that `extends` names, as JSON; without it `extends` is an error here (see
 *   `loadTaxonomy`, which knows the bundled ones)
 * @throws {PalauteError} `bad_taxonomy` with the path of the first fault: a field of another form or of no meaning, a
 *   key used twice, a category of a domain that is not there, owners whose shares do not sum to 1, words that are not
 *   of the language of patterns, `extends` that names nothing or comes round to itself
 */
export function parseTaxonomy(value: unknown, find?: TaxonomyFinder): Taxonomy {
  return resolve(value, find, [])
}

function resolve(value: unknown, find: TaxonomyFinder | undefined, seen: readonly string[]): Taxonomy {
  const parsed = taxonomySchema.safeParse(value)
  if (!parsed.success) {
    const { why, path } = wrongForm(parsed.error.issues[0], taxonomySchema)
    throw fault(`The taxonomy is not of the expected form: ${why}.`, path)
  }
  const { extends: parent, ...own } = parsed.data
  const taxonomy = parent === undefined ? own : joined(own, parent, find, seen)
  check(taxonomy)
  return taxonomy
}

/**
 * The parent's domains and categories, then one's own; a key of one's own stands in the parent's place.
 *
 * @param seen names that were extended on the way here
 */
function joined(
  own: Taxonomy,
  parent: string,
  find: TaxonomyFinder | undefined,
  seen: readonly string[],
): Taxonomy {
  if (seen.includes(parent))
    throw fault(`The taxonomy extends itself: ${[own.id, ...seen, parent].join(' > ')}.`, 'extends')
  const found = find?.(parent)
  if (found === undefined)
    throw fault(
      `There is no taxonomy of the name "${parent}" to extend; loadTaxonomy knows ${bundledTaxonomies.join(', ')}.`,
      'extends',
    )
  const base = resolve(found, find, [...seen, parent])
  if (base.id === own.id)
    throw fault(`The id "${own.id}" is that of the taxonomy extended; give yours another.`, 'id')
  check(own, base.domains)
  const replaced = new Set(own.categories.map((category) => category.key))
  const known = new Set(own.domains.map((domain) => domain.key))
  return {
    ...own,
    domains: [...base.domains.filter((domain) => !known.has(domain.key)), ...own.domains],
    categories: [...base.categories.filter((category) => !replaced.has(category.key)), ...own.categories],
  }
}

function check(taxonomy: Taxonomy, others: Taxonomy['domains'] = []): void {
  if (taxonomy.categories.length === 0) throw fault('The taxonomy has no categories.', 'categories')
  const own = new Set<string>()
  for (const [index, domain] of taxonomy.domains.entries()) {
    if (own.has(domain.key))
      throw fault(`The domain key "${domain.key}" stands twice; keys are unique.`, `domains.${index}.key`)
    own.add(domain.key)
  }
  const domains = new Set([...own, ...others.map((domain) => domain.key)])
  const seen = new Set<string>()
  for (const [index, category] of taxonomy.categories.entries()) {
    const path = `categories.${index}`
    if (seen.has(category.key))
      throw fault(`The category key "${category.key}" stands twice; keys are unique.`, `${path}.key`)
    seen.add(category.key)
    if (!domains.has(category.domain))
      throw fault(
        `The category "${category.key}" names the domain "${category.domain}", which is not listed; there are ${[...domains].join(', ')}.`,
        `${path}.domain`,
      )
    checkOwners(category, path)
    for (const language of ['fi', 'sv', 'en'] as const)
      for (const [at, text] of (category.triggers?.[language] ?? []).entries())
        parsePattern(text, `${path}.triggers.${language}.${at}`)
  }
}

function checkOwners({ key: name, owner, owners }: Category, path: string): void {
  if (owners === undefined) return
  const sum = owners.reduce((total, { share }) => total + share, 0)
  if (Math.abs(sum - 1) > 1e-9)
    throw fault(`The owners of "${name}" have shares that do not sum to 1.`, `${path}.owners`)
  for (const [at, { key: mine }] of owners.entries())
    if (owners.findIndex(({ key: other }) => other === mine) < at)
      throw fault(`The owner "${mine}" of "${name}" stands twice; add its shares up.`, `${path}.owners.${at}`)
  if (owner !== undefined && owner !== owners[0]?.key)
    throw fault(
      `The category "${name}" has the owner "${owner}" beside owners that begin with another; leave "owner" out, or name the first.`,
      `${path}.owner`,
    )
}

function fault(message: string, path: string): PalauteError {
  return new PalauteError('bad_taxonomy', message, { path })
}

/** Taxonomies that come with the library. */
const bundled: Readonly<Record<string, () => Promise<{ default: unknown }>>> = {
  sote: () => import('../../data/taxonomies/sote.json'),
  library: () => import('../../data/taxonomies/library.json'),
  servicedesk: () => import('../../data/taxonomies/servicedesk.json'),
}

/** Names of the taxonomies that come with the library. */
export const bundledTaxonomies: readonly string[] = Object.keys(bundled)

/**
 * A taxonomy by name (`sote`, `library`, `servicedesk`), or one of your own that may extend these.
 *
 * @throws {PalauteError} `bad_taxonomy`, as `parseTaxonomy`
 */
export async function loadTaxonomy(source: unknown): Promise<Taxonomy> {
  const known = new Map<string, unknown>()
  await Promise.all(
    Object.entries(bundled).map(async ([name, load]) => known.set(name, (await load()).default)),
  )
  if (typeof source !== 'string') return parseTaxonomy(source, (name) => known.get(name))
  if (!known.has(source))
    throw fault(
      `There is no taxonomy of the name "${source}"; there are ${bundledTaxonomies.join(', ')}.`,
      'taxonomy',
    )
  return parseTaxonomy(known.get(source), (name) => known.get(name))
}

/**
 * The taxonomy of an option: the bundled one where none is given, else the one given, checked, so that a plain object
 * does no harm later.
 */
export async function taxonomyGiven(given: unknown): Promise<Taxonomy> {
  if (given === undefined) return loadSoteTaxonomy()
  if (typeof given === 'string')
    throw fault('The taxonomy is given by its name alone; give what loadTaxonomy makes of it.', 'taxonomy')
  return loadTaxonomy(given)
}

/** The library's own taxonomy of health and social care feedback. */
export async function loadSoteTaxonomy(): Promise<Taxonomy> {
  const { default: value } = await import('../../data/taxonomies/sote.json')
  return parseTaxonomy(value)
}

/** The id of taxonomies that are but a list of labels. */
const OWN = 'own'

/** Whether a taxonomy is but the labels of somebody's data. */
export const isOwn = ({ id }: Pick<Taxonomy, 'id'>): boolean => id === OWN

/** Labels as they are, in one domain: for data whose labels come without a taxonomy. */
export function flatTaxonomy(labels: readonly string[]): Taxonomy {
  const title = { fi: 'Omat luokat', sv: 'Egna klasser', en: 'Own categories' }
  return parseTaxonomy({
    schemaVersion: 1,
    id: OWN,
    version: '1.0.0',
    names: title,
    domains: [{ key: OWN, names: title }],
    categories: labels.map((label) => ({
      key: label,
      domain: OWN,
      names: { fi: label, sv: label, en: label },
    })),
  })
}

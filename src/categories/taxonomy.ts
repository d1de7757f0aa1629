import * as z from 'zod/mini'
import { PalauteError } from '../errors.js'

const names = z.object({ fi: z.string(), sv: z.string(), en: z.string() })
const partialNames = z.object({
  fi: z.optional(z.string()),
  sv: z.optional(z.string()),
  en: z.optional(z.string()),
})
const words = z.array(z.string().check(z.minLength(1)))
const owner = z.enum(['unit', 'phone', 'digital', 'lobby', 'food', 'cleaning', 'transport', 'billing'])
const key = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/, 'lower-case words joined by dots'))

const taxonomySchema = z.object({
  schemaVersion: z.literal(1),
  id: z.string(),
  version: z.string(),
  names,
  domains: z.array(z.object({ key, names })),
  categories: z.array(
    z.object({
      key,
      domain: key,
      names,
      definition: z.optional(partialNames),
      owner: z.optional(owner),
      triggers: z.optional(z.object({ fi: z.optional(words), sv: z.optional(words), en: z.optional(words) })),
      crosswalk: z.optional(z.record(z.string(), z.array(z.string()))),
    }),
  ),
})

/** A set of categories in domains; the zod-checked form of the files in data/taxonomies/. */
export type Taxonomy = z.infer<typeof taxonomySchema>
export type Category = Taxonomy['categories'][number]

/**
 * Checks a taxonomy read from JSON.
 *
 * @throws {PalauteError} `bad_taxonomy` with the path of the first fault: a field of another form, a key used
 *   twice, a category of a domain that is not there
 */
export function parseTaxonomy(value: unknown): Taxonomy {
  const parsed = taxonomySchema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const path = issue === undefined ? '' : issue.path.map(String).join('.')
    throw new PalauteError(
      'bad_taxonomy',
      `The taxonomy is not of the expected form: ${issue?.message ?? ''}.`,
      {
        path,
      },
    )
  }
  const taxonomy = parsed.data
  const domains = new Set(taxonomy.domains.map((domain) => domain.key))
  const seen = new Set<string>()
  for (const [index, category] of taxonomy.categories.entries()) {
    const path = `categories.${index}`
    if (seen.has(category.key))
      throw new PalauteError(
        'bad_taxonomy',
        `The category key "${category.key}" stands twice; keys are unique.`,
        {
          path: `${path}.key`,
        },
      )
    seen.add(category.key)
    if (!domains.has(category.domain))
      throw new PalauteError(
        'bad_taxonomy',
        `The category "${category.key}" names a domain that is not listed.`,
        {
          path: `${path}.domain`,
        },
      )
  }
  return taxonomy
}

/** The library's own taxonomy of health and social care feedback. */
export async function loadSoteTaxonomy(): Promise<Taxonomy> {
  const { default: value } = await import('../../data/taxonomies/sote.json')
  return parseTaxonomy(value)
}

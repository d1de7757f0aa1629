import { PalauteError } from '../errors.js'
import { type ConceptTable, conceptTable, type OwnPattern } from './conceptTable.js'
import { quantize } from './fit.js'
import { nearestKey } from './knownLabels.js'
import type { LinearModel } from './model.js'
import type { decodeModel } from './modelFile.js'
import type { PackedCategories } from './packed.js'
import { fittedPrior, priorOf } from './prior.js'
import { flatTaxonomy, isOwn, type Taxonomy } from './taxonomy.js'

/** The bundled concepts, and after them the taxonomy's own words: a concept for each category that has some. */
export function tableFor(packed: PackedCategories, taxonomy: Taxonomy): ConceptTable {
  const names = [...packed.concepts.names]
  const links = packed.concepts.links.map((link) => link)
  const own: OwnPattern[] = []
  for (const [index, category] of taxonomy.categories.entries()) {
    for (const [name, weight] of Object.entries(category.concepts ?? {})) {
      const concept = packed.concepts.names.indexOf(name)
      if (concept < 0)
        throw new PalauteError(
          'bad_taxonomy',
          `There is no concept of the name "${name}"; the nearest is "${nearestKey(name, packed.concepts.names).key}".`,
          { path: `categories.${index}.concepts.${name}` },
        )
      links.push([concept, category.key, weight])
    }
    if (category.triggers === undefined) continue
    const concept = names.length
    names.push(`own ${category.key}`)
    links.push([concept, category.key, 2])
    for (const language of ['fi', 'sv', 'en'] as const)
      for (const [at, text] of (category.triggers[language] ?? []).entries())
        own.push({ language, concept, text, path: `categories.${index}.triggers.${language}.${at}` })
  }
  return conceptTable({ names, links, texts: packed.concepts.texts }, own)
}

/** A model's own labels must be those of the taxonomy given; a model of free labels brings its own. */
export function taxonomyOfModel({ file }: ReturnType<typeof decodeModel>, given: Taxonomy): Taxonomy {
  const keys = new Set(given.categories.map(({ key }) => key))
  if (file.taxonomy.id === given.id) {
    if (file.taxonomy.version === given.version && file.labels.every((label) => keys.has(label))) return given
    throw new PalauteError(
      'bad_model',
      'The model was made for another version of the taxonomy; train it again.',
      {
        path: 'taxonomy.version',
      },
    )
  }
  if (!isOwn(file.taxonomy))
    throw new PalauteError(
      'bad_model',
      `The model was made for the taxonomy "${file.taxonomy.id}", not for "${given.id}"; give that one with it.`,
      { path: 'taxonomy.id' },
    )
  return flatTaxonomy(file.labels)
}

/** A model with some thresholds of one's own. */
export function withThresholds(
  model: LinearModel,
  thresholds: Readonly<Record<string, number>> | undefined,
): LinearModel {
  if (thresholds === undefined) return model
  const own = model.thresholds.slice()
  for (const [key, threshold] of Object.entries(thresholds)) {
    const label = model.labels.indexOf(key)
    if (label < 0 || !(threshold >= 0 && threshold <= 1))
      throw new PalauteError('bad_option', 'A threshold names a category and is between 0 and 1.', {
        path: `thresholds.${key}`,
      })
    own[label] = threshold
  }
  return { ...model, thresholds: own }
}

/** The model of a taxonomy: what was learnt of its categories, and what the links and its own words say. */
export function modelFor(packed: PackedCategories, taxonomy: Taxonomy, table: ConceptTable): LinearModel {
  const learnt = packed.models.get('leaves')
  const labels = taxonomy.categories.map(({ key }) => key)
  const same = learnt !== undefined && labels.join('\n') === learnt.labels.join('\n')
  if (
    same &&
    packed.taxonomy.id === taxonomy.id &&
    taxonomy.categories.every(({ triggers }) => triggers === undefined)
  )
    return learnt
  const prior = priorOf(labels, table)
  // A taxonomy that extends the bundled one keeps what was learnt of the categories that they share.
  const columns = labels.map((label) => learnt?.labels.indexOf(label) ?? -1)
  if (learnt !== undefined && columns.some((column) => column >= 0)) {
    const width = learnt.labels.length
    for (const [row, hash] of learnt.hashes.entries()) {
      const mine = prior.get(hash) ?? new Float32Array(labels.length)
      for (const [label, column] of columns.entries())
        if (column >= 0)
          mine[label] = (learnt.weights[row * width + column] as number) * (learnt.scales[column] as number)
      prior.set(hash, mine)
    }
  }
  const fitted = fittedPrior(labels, prior)
  const model = quantize(fitted, labels)
  model.thresholds.fill(0.4)
  if (learnt !== undefined && columns.some((column) => column >= 0)) {
    model.slope = learnt.slope
    model.intercept = learnt.intercept
  }
  for (const [label, column] of columns.entries())
    if (learnt !== undefined && column >= 0) {
      model.thresholds[label] = learnt.thresholds[column] as number
      model.bias[label] = learnt.bias[column] as number
    }
  return model
}

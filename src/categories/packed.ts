import { damaged, openPackedFile } from '../packedFile.js'
import type { SupportedLanguage } from '../types.js'
import { checksumOf } from './checksum.js'
import type { ConceptSource } from './conceptTable.js'
import type { LinearModel } from './model.js'

/** What the header of a packed model says of it; its weights stand in sections of their own. */
export interface PackedModelHeader {
  labels: string[]
  scales: number[]
  bias: number[]
  thresholds: number[]
  slope: number
  intercept: number
}

export interface PackedHeader {
  format: 1
  checksum: number
  /** The taxonomy that the model was made for. */
  taxonomy: { id: string; version: string }
  names: string[]
  links: [concept: number, category: string, weight: number][]
  models: Record<string, PackedModelHeader>
}

export interface PackedCategories {
  taxonomy: { id: string; version: string }
  concepts: ConceptSource
  /** By name: `leaves`; `qdc` (for any language) and `qdc-en`. */
  models: ReadonlyMap<string, LinearModel>
}

/** @throws {PalauteError} `cannot_read` where the bytes are of another format or damaged */
export function openCategories(bytes: Uint8Array): PackedCategories {
  const file = openPackedFile<PackedHeader>('categories', bytes)
  const { meta } = file
  if (meta.format !== 1 || checksumOf(file.body) !== meta.checksum) throw damaged('categories')
  const texts: Partial<Record<SupportedLanguage, string>> = {}
  for (const language of ['fi', 'sv', 'en'] as const) texts[language] = file.text(language)
  const models = new Map<string, LinearModel>()
  for (const [name, header] of Object.entries(meta.models))
    models.set(name, {
      labels: header.labels,
      hashes: file.section(`${name}.hashes`, Uint32Array),
      weights: file.section(`${name}.weights`, Int8Array),
      scales: Float32Array.from(header.scales),
      bias: Float32Array.from(header.bias),
      thresholds: Float32Array.from(header.thresholds),
      slope: header.slope,
      intercept: header.intercept,
    })
  return { taxonomy: meta.taxonomy, concepts: { names: meta.names, links: meta.links, texts }, models }
}

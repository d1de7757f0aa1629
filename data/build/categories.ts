import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checksumOf } from '../../src/categories/checksum.js'
import { decodeModel } from '../../src/categories/modelFile.js'
import type { PackedHeader } from '../../src/categories/packed.js'
import { parsePattern } from '../../src/categories/pattern.js'
import { packSections, type SectionArray } from './sections.js'

const languages = ['fi', 'sv', 'en'] as const

/** Models of data/models that are packed, where they have been trained. */
const models = ['leaves', 'qdc', 'qdc-en']

/** The tables of data/categories: concepts in the order of links.tsv, their links, their patterns by language. */
export function readConcepts(root: string) {
  const names: string[] = []
  const links: [number, string, number][] = []
  for (const [row, line] of lines(join(root, 'data/categories/links.tsv')).entries()) {
    const [concept = '', category = '', weight = ''] = line.split('\t')
    if (!Number.isFinite(Number(weight)) || weight === '')
      throw new Error(`links.tsv, row ${row + 2}: no weight`)
    if (!names.includes(concept)) names.push(concept)
    links.push([names.indexOf(concept), category, Number(weight)])
  }
  const patterns = Object.fromEntries(
    languages.map((language) => [language, names.map(() => new Set<string>())]),
  ) as Record<(typeof languages)[number], Set<string>[]>
  const folder = join(root, 'data/categories/concepts')
  for (const file of readdirSync(folder).sort())
    for (const [row, line] of lines(join(folder, file)).entries()) {
      const [concept = '', language = '', pattern = ''] = line.split('\t')
      const at = names.indexOf(concept)
      const place = `${file}, row ${row + 2}`
      if (at < 0) throw new Error(`${place}: the concept "${concept}" has no link`)
      if (!(language in patterns)) throw new Error(`${place}: no language "${language}"`)
      parsePattern(pattern.replace(/^\?/, ''), place)
      patterns[language as 'fi'][at]?.add(pattern.trim())
    }
  const texts = Object.fromEntries(
    languages.map((language) => [
      language,
      patterns[language].flatMap((set, concept) => (set.size > 0 ? [`>${concept}`, ...set] : [])).join('\n'),
    ]),
  ) as Record<(typeof languages)[number], string>
  return { names, links, texts }
}

function lines(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
}

/** Packs concepts and trained models into src/generated/categories.bin. */
export function buildCategories(root = process.cwd()): void {
  const { names, links, texts } = readConcepts(root)
  const sections: Record<string, SectionArray> = {}
  for (const language of languages) sections[language] = new TextEncoder().encode(texts[language])
  const headers: PackedHeader['models'] = {}
  for (const name of models) {
    const path = join(root, `data/models/categories-${name}.json`)
    if (!existsSync(path)) continue
    const { model } = decodeModel(JSON.parse(readFileSync(path, 'utf8')))
    sections[`${name}.hashes`] = model.hashes
    sections[`${name}.weights`] = model.weights
    headers[name] = {
      labels: [...model.labels],
      scales: rounded(model.scales),
      bias: rounded(model.bias),
      thresholds: rounded(model.thresholds),
      slope: model.slope,
      intercept: model.intercept,
    }
  }
  const { id, version } = JSON.parse(readFileSync(join(root, 'data/taxonomies/sote.json'), 'utf8'))
  // The checksum covers what follows the header, whose length it does not change.
  const header = { format: 1, taxonomy: { id, version }, names, links, models: headers } as const
  const draft = packSections(sections, { ...header, checksum: 0 })
  const size = new DataView(draft.buffer).getUint32(4, true)
  const body = draft.subarray(Math.ceil((8 + size) / 8) * 8)
  const bytes = packSections(sections, { ...header, checksum: checksumOf(body) })
  writeFileSync(join(root, 'src/generated/categories.bin'), bytes)
  process.stderr.write(
    `categories.bin: ${bytes.length} bytes; ${names.length} concepts, models: ${Object.keys(headers).join(', ')}\n`,
  )
}

function rounded(values: Float32Array): number[] {
  return Array.from(values, (value) => Number(value.toPrecision(7)))
}

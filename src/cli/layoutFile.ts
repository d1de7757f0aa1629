import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { PalauteError } from '../errors.js'
import { checkLayout, type SurveyLayout } from '../read/index.js'

export async function readLayoutFile(path: string): Promise<SurveyLayout> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    throw new PalauteError('bad_layout', `The layout file ${path} cannot be read; check the path.`, { cause })
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new PalauteError('bad_layout', `The layout file ${path} is not JSON.`, { cause })
  }
  const layout = await checkLayout(value)
  // A saved layout travels with the files that it names.
  for (const key of ['volumes', 'units', 'codebook', 'taxonomy'] as const) {
    const named = layout[key]
    if (named !== undefined) layout[key] = resolve(dirname(path), named)
  }
  return layout
}

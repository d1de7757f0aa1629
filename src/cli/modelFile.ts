import { readFile } from 'node:fs/promises'
import { PalauteError } from '../errors.js'

/** The JSON of a model that `palaute train` wrote; what it holds is checked where it is used. */
export async function readModel(path: string | undefined): Promise<object | undefined> {
  if (path === undefined) return undefined
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new PalauteError('bad_model', `Cannot read the model ${path}: no such file, or no permission.`, {
      path: '--model',
      cause,
    })
  })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new PalauteError('bad_model', `The model ${path} is not JSON.`, { path: '--model', cause })
  }
  if (typeof value !== 'object' || value === null)
    throw new PalauteError('bad_model', `The model ${path} is not an object.`, { path: '--model' })
  return value
}

import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { type PartialState, readState } from '../aggregate/index.js'
import { PalauteError } from '../errors.js'
import type { SurveySource } from '../read/index.js'

const kind = '"palaute-partial"'
/** A state names its kind among its first bytes. */
const peek = 256

function parse(bytes: Uint8Array, name: string): PartialState {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8').decode(bytes))
  } catch (cause) {
    throw new PalauteError('bad_state', `${name} begins as a partial state, but is not whole JSON.`, {
      cause,
    })
  }
  return readState(value)
}

function looksLikeState(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, peek))
  return text.trimStart().startsWith('{') && text.includes(kind)
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return new Uint8Array(Buffer.concat(chunks))
}

/**
 * A partial state where the file is one, else the file as a survey export to be read.
 *
 * @throws PalauteError `cannot_read`, or `bad_state` for a state that is broken
 */
export async function readStateFile(
  path: string,
): Promise<{ state: PartialState; source?: undefined } | { state?: undefined; source: SurveySource }> {
  if (path === '-') {
    const bytes = await readStandardInput()
    return looksLikeState(bytes) ? { state: parse(bytes, 'Standard input') } : { source: bytes }
  }
  if (!path.toLowerCase().endsWith('.json')) return { source: path }
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch {
    // Reading it as an export says in our words what is wrong with the path.
    return { source: path }
  }
  return looksLikeState(bytes) ? { state: parse(bytes, path) } : { source: path }
}

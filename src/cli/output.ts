import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { PalauteError } from '../errors.js'

const partOf = (path: string): string => `${path}.${randomBytes(4).toString('hex')}.part`

function writeError(path: string, cause: unknown): PalauteError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const reason =
    code === 'ENOENT'
      ? 'its folder does not exist'
      : code === 'EISDIR'
        ? 'it is a folder'
        : 'no permission or no room'
  return new PalauteError('bad_option', `Cannot write ${path}: ${reason}.`, { path: '--output', cause })
}

/** Writes a whole file beside its place and renames it: a reader never sees half of it. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const part = partOf(path)
  try {
    await writeFile(part, content)
    await rename(part, path)
  } catch (cause) {
    await rm(part, { force: true })
    throw writeError(path, cause)
  }
}

/** A stream to a file that takes its name only when `finish` is called; `discard` leaves nothing behind. */
export function openWhole(path: string) {
  const part = partOf(path)
  const stream = createWriteStream(part)
  const failed = new Promise<never>((_, reject) =>
    stream.once('error', (cause) => reject(writeError(path, cause))),
  )
  failed.catch(() => undefined)
  return {
    stream,
    failed,
    async finish(): Promise<void> {
      await Promise.race([new Promise<void>((resolve) => stream.end(() => resolve())), failed])
      try {
        await rename(part, path)
      } catch (cause) {
        await rm(part, { force: true })
        throw writeError(path, cause)
      }
    },
    async discard(): Promise<void> {
      stream.destroy()
      await rm(part, { force: true })
    },
  }
}

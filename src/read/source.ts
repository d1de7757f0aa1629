import { ReadError } from '../errors.js'
import { nodeBuiltin } from '../platform.js'

/** Bytes that can be walked from the start as often as asked, and picked from anywhere. */
export interface ByteSource {
  /** File name without folders, for messages. */
  name: string
  size: number
  read(start: number, end: number): Promise<Uint8Array>
  chunks(signal?: AbortSignal): AsyncIterable<Uint8Array>
}

const CHUNK = 64 * 1024

function bytesSource(bytes: Uint8Array, name: string): ByteSource {
  return {
    name,
    size: bytes.length,
    read: async (start, end) => bytes.subarray(start, end),
    async *chunks(signal) {
      for (let at = 0; at < bytes.length; at += CHUNK) {
        signal?.throwIfAborted()
        yield bytes.subarray(at, at + CHUNK)
      }
    },
  }
}

function blobSource(blob: Blob, name: string): ByteSource {
  const read = async (start: number, end: number) =>
    new Uint8Array(await blob.slice(start, end).arrayBuffer())
  return {
    name,
    size: blob.size,
    read,
    async *chunks(signal) {
      for (let at = 0; at < blob.size; at += CHUNK) {
        signal?.throwIfAborted()
        yield await read(at, Math.min(blob.size, at + CHUNK))
      }
    },
  }
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'there is no permission to read it',
  EPERM: 'there is no permission to read it',
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'a part of its path is not a folder',
  EMFILE: 'too many files are open',
}

/** What the system said about a path, in words. */
export function fileError(path: string, cause: unknown): ReadError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return new ReadError('cannot_read', `Cannot read ${path}: ${reasons[code] ?? 'reading failed'}.`, { cause })
}

async function pathSource(path: string, name: string | undefined): Promise<ByteSource> {
  const fs = nodeBuiltin('node:fs/promises')
  if (!fs) throw new ReadError('not_supported', 'Paths can be read in Node only: give a Blob or bytes here.')
  const shown = name ?? path.replace(/^.*[/\\](?=[^/\\])/, '')
  try {
    const stat = await fs.stat(path)
    if (stat.isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' })
    // A pipe has no size and is walked once only: it is kept in memory.
    if (!stat.isFile()) return bytesSource(await fs.readFile(path), shown)
    await fs.access(path, fs.constants.R_OK)
    const read = async (start: number, end: number): Promise<Uint8Array> => {
      const handle = await fs.open(path)
      try {
        const buffer = new Uint8Array(Math.max(0, Math.min(end, stat.size) - start))
        let filled = 0
        while (filled < buffer.length) {
          const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, start + filled)
          if (bytesRead === 0) break
          filled += bytesRead
        }
        return buffer.subarray(0, filled)
      } finally {
        await handle.close()
      }
    }
    return {
      name: shown,
      size: stat.size,
      read: (start, end) => read(start, end).catch((cause) => Promise.reject(fileError(path, cause))),
      async *chunks(signal) {
        const handle = await fs.open(path).catch((cause) => Promise.reject(fileError(path, cause)))
        try {
          // One buffer for the whole walk: who needs the bytes later must copy them.
          const buffer = new Uint8Array(CHUNK)
          for (;;) {
            signal?.throwIfAborted()
            const { bytesRead } = await handle.read(buffer, 0, CHUNK, null)
            if (bytesRead === 0) return
            yield buffer.subarray(0, bytesRead)
          }
        } finally {
          await handle.close()
        }
      },
    }
  } catch (cause) {
    throw cause instanceof ReadError ? cause : fileError(path, cause)
  }
}

/** Bytes of a path (Node), a Blob or File, or an array of bytes; a path that cannot be read throws a ReadError. */
export async function openSource(source: string | Uint8Array | Blob, name?: string): Promise<ByteSource> {
  if (typeof source === 'string') return pathSource(source, name)
  if (source instanceof Uint8Array) return bytesSource(source, name ?? 'data')
  const own = 'name' in source && typeof source.name === 'string' ? source.name : 'data'
  return blobSource(source, name ?? own)
}

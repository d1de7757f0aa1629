import { PalauteError } from './errors.js'
import { nodeBuiltin } from './platform.js'

/**
 * Packed lexicons and models, made by `npm run build:data`. The URLs stand here as literals, at the top of
 * src/, because the build keeps every chunk flat beside `generated/` and bundlers recognize the pattern.
 */
const urls = {
  finnish: new URL('./generated/finnish.bin', import.meta.url),
  categories: new URL('./generated/categories.bin', import.meta.url),
  sentiment: new URL('./generated/sentiment.bin', import.meta.url),
  alerts: new URL('./generated/alerts.bin', import.meta.url),
} as const

export type ResourceName = keyof typeof urls

/** Bytes of a packed resource: from disk in Node, by fetch of the package's own asset in a browser. */
export async function loadResource(name: ResourceName): Promise<Uint8Array> {
  const url = urls[name]
  try {
    const fs = url.protocol === 'file:' ? nodeBuiltin('node:fs/promises') : undefined
    if (fs) return await fs.readFile(url)
    const response = await fetch(url)
    if (!response.ok) throw new Error(`HTTP ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  } catch (cause) {
    throw new PalauteError(
      'cannot_read',
      `The packed data "${name}" is missing from the installation; reinstall palaute.`,
      { cause },
    )
  }
}

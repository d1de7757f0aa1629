import process from 'node:process'
import type { SurveySource } from '../read/index.js'

/** Survey exports as named on the command line; `-` is standard input, read whole since its kind is not known. */
export async function surveySources(paths: readonly string[]): Promise<SurveySource[]> {
  const sources: SurveySource[] = []
  for (const path of paths) {
    if (path !== '-') {
      sources.push(path)
      continue
    }
    const chunks: Uint8Array[] = []
    for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
    sources.push(new Blob(chunks as BlobPart[]))
  }
  return sources
}

import { type Gradation, strengthen, weaken } from './gradation.js'

/**
 * The singular from which a plural-only word inflects (häät -> hää, hohtimet -> hohdin), by the regular
 * relation of its class; the singular itself need not be in use.
 */
export function singularOf(plural: string, class_: number, letter: Gradation): string {
  const stem = plural.replace(/t$/, '')
  const root = stem.slice(0, -1)
  if (class_ === 7 || (class_ >= 23 && class_ <= 26)) return `${strengthen(stem, letter).slice(0, -1)}i`
  if (class_ === 27) return `${stem.slice(0, -2)}si`
  if (class_ === 28) return `${stem.slice(0, -2)}si`
  if (class_ === 29 || class_ === 30) return `${root}i`
  if (class_ === 32) return weaken(root.slice(0, -1), letter) + root.slice(-1)
  if (class_ === 33) return `${weaken(stem.slice(0, -2), letter)}n`
  if (class_ === 34 || class_ === 35) return `${weaken(stem.slice(0, -2), letter)}n`
  if (class_ === 16) return `${stem.slice(0, -3)}mpi`
  if (class_ === 38) return `${stem.slice(0, -2)}nen`
  if (class_ === 39) return `${stem.slice(0, -3)}s`
  if (class_ === 40) return `${stem.slice(0, -2)}s`
  if (class_ === 41) return `${weaken(root, letter)}s`
  if (class_ === 47) return `${stem.slice(0, -2)}${/[aou]/.test(stem) ? 'ut' : 'yt'}`
  if (class_ === 48) return weaken(root, letter)
  return strengthen(stem, letter)
}

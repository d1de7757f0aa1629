import type { RegionScore } from '../../aggregate/index.js'
import type { Locale } from '../../types.js'

export function explainRegion(region: RegionScore, locale: Locale): string {
  return `${locale} ${region.value}`
}

import { escapeHtml } from '../escape.js'

/*
 * Small pictures inside table cells. The numbers stand in the cells beside them, so a picture is hidden from
 * assistive technology (aria-hidden) and repeats nothing. Colors are classes of the page's one style sheet.
 */

const width = 240
const height = 22

const place = (value: number, min: number, max: number): number =>
  Math.round(((Math.min(max, Math.max(min, value)) - min) / (max - min)) * (width - 12) * 10) / 10 + 6

/** A dot with its interval on the axis `min`..`max`; a line marks `reference` (zero, or the region's figure). */
export function intervalPicture(options: {
  value: number | null
  low: number | null
  high: number | null
  min: number
  max: number
  reference?: number | null
}): string {
  const { value, low, high, min, max, reference } = options
  const middle = height / 2
  const parts = [`<line class="axis" x1="6" x2="${width - 6}" y1="${middle}" y2="${middle}"/>`]
  if (reference !== undefined && reference !== null) {
    const x = place(reference, min, max)
    parts.push(`<line class="reference" x1="${x}" x2="${x}" y1="2" y2="${height - 2}"/>`)
  }
  if (low !== null && high !== null) {
    const from = place(low, min, max)
    const to = place(high, min, max)
    parts.push(
      `<line class="range" x1="${from}" x2="${to}" y1="${middle}" y2="${middle}"/>`,
      `<line class="range end" x1="${from}" x2="${from}" y1="${middle - 4}" y2="${middle + 4}"/>`,
      `<line class="range end" x1="${to}" x2="${to}" y1="${middle - 4}" y2="${middle + 4}"/>`,
    )
  }
  if (value !== null) parts.push(`<circle class="dot" cx="${place(value, min, max)}" cy="${middle}" r="5"/>`)
  return picture(parts)
}

/** Shares side by side, in the order given; what is left of 1 stays empty. */
export function stackedPicture(shares: readonly { share: number; kind: string }[]): string {
  let x = 0
  const parts: string[] = []
  for (const { share, kind } of shares) {
    const size = Math.round(share * width * 10) / 10
    if (size > 0)
      parts.push(
        `<rect class="part-${escapeHtml(kind)}" x="${Math.round(x * 10) / 10}" y="3" width="${size}" height="${height - 6}"/>`,
      )
    x += size
  }
  return picture(parts)
}

/** Negative to the left, positive to the right of a middle line, both as shares of `most`. */
export function divergingPicture(negative: number, positive: number, most: number): string {
  const half = width / 2
  const scale = (count: number) => (most > 0 ? Math.round((count / most) * (half - 2) * 10) / 10 : 0)
  const left = scale(negative)
  const right = scale(positive)
  return picture([
    `<rect class="part-negative" x="${Math.round((half - left) * 10) / 10}" y="3" width="${left}" height="${height - 6}"/>`,
    `<rect class="part-positive" x="${half}" y="3" width="${right}" height="${height - 6}"/>`,
    `<line class="axis" x1="${half}" x2="${half}" y1="0" y2="${height}"/>`,
  ])
}

function picture(parts: string[]): string {
  return `<svg class="picture" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">${parts.join('')}</svg>`
}

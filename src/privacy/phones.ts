import type { Span } from '../types.js'

/**
 * A run that may be a telephone number: digits in groups with at most two separators between them, an opening
 * `+` or `00`. Every repeat is bounded, so that the time is linear.
 */
const runs = /(?<![\p{L}\d@_+])(?<!\d[.,:/–-])(?:\+ ?)?\(?\d(?:[ \u00a0./()–-]{0,2}\d){4,16}(?!\d)/gu

/** Mobile and area codes of Finland (Traficom's numbering plan); 0600, 0700 and 0800 are services. */
const mobile = /^0(?:4\d|50)\d{5,8}$/
const landline = /^0(?:[235689]|1[3-9])\d{5,8}$/
const business = /^0(?:10|20|29|30|7[135])\d{5,8}$/
const landlineHead = /^(?:0[235689]|01[3-9])(?:\d{3,})?$/

/** A number that only its announcement tells: local ones without an area code, and what is glued to the word. */
const announced =
  /(?<![\p{L}\d])(?:p(?=[.:])|puh|puhelin|puhelinnumero(?:ni|mme)?|numero(?:ni|mme)|gsm|tel|tfn|tlf|telefon|kännykkä(?:ni)?|soita|soittakaa|ring|call(?: me)?(?: at)?|phone)[.:]{0,2} ?(?:on |är |is )?(\d(?:[ \u00a0-]?\d){5,11})(?!\d|[.,:/]\d|[ \u00a0]?(?:[€%]|e|eur|euroa?|kr|kertaa|mg|g|kg|min)(?!\p{L}))/giu
/** Emergency, advice and number services, and dates. */
const publicNumber = /^(?:112|116|118|100|0[678]00|(?:19|20)\d{2}-?\d{2}-?\d{2}$)/

/** Telephone numbers in every way that Finns write them; never emergency, advice or other service numbers. */
export function findPhones(text: string): Span[] {
  const out: Span[] = []
  if (!/\d(?:\D{0,2}\d){4}/.test(text)) return out
  for (const match of text.matchAll(runs)) {
    let start = match.index
    const run = match[0]
    if (!isPhone(run)) continue
    // A bracket that closes behind the number belongs to the sentence.
    if (run.startsWith('(') && !run.includes(')')) start += 1
    out.push({ start, end: match.index + run.length })
  }
  for (const match of text.matchAll(announced)) {
    const run = match[1] ?? ''
    const end = match.index + match[0].length
    const digits = run.replace(/\D/g, '')
    if (publicNumber.test(run) || looksOtherwise(run, run.split(/\D+/))) continue
    if (digits.startsWith('0') ? isPhone(run) : digits.length <= 8) out.push({ start: end - run.length, end })
  }
  return out
}

function isPhone(run: string): boolean {
  const digits = run.replace(/\D/g, '')
  const international = /^\+|^00[1-9]/.test(run)
  if (international || /^358/.test(digits)) {
    const national = /^(?:00)?358(.*)$/.exec(digits)?.[1]
    if (national === undefined) return international && digits.length >= 9 && digits.length <= 15
    return national.length >= 5 && isNational(`0${national.replace(/^0/, '')}`)
  }
  const groups = run.split(/\D+/).filter((group) => group !== '')
  if (looksOtherwise(run, groups)) return false
  if (!isNational(digits)) return false
  return mobile.test(digits) || business.test(digits) || landlineHead.test(groups[0] ?? '')
}

function isNational(digits: string): boolean {
  if (/^0(?:600|700|800|100100)/.test(digits)) return false
  return mobile.test(digits) || business.test(digits) || landline.test(digits)
}

/** Dates, hours and amounts: points between short groups. */
function looksOtherwise(run: string, groups: readonly string[]): boolean {
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/.test(run)) return true
  return run.includes('.') && groups.slice(1).some((group) => group.length < 3)
}

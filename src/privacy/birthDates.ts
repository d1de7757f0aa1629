import type { Span } from '../types.js'

const months =
  'tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu|jan|feb|mar|apr|ma[jiy]|jun|jul|aug|sep|o[ck]t|nov|dec'
const date = [
  String.raw`(?:0?[1-9]|[12]\d|3[01])[./-] ?(?:0?[1-9]|1[0-2])(?:[./-] ?[-'’]?| )(?:(?:18|19|20)\d{2}|(?<! )\d{2})(?!\d)`,
  String.raw`(?:18|19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)`,
  String.raw`(?:0?[1-9]|[12]\d|3[01])(?:\.|:[ea]|st|nd|rd|th)? (?:${months})[a-zåäö]{0,9}\.?,? (?:(?:18|19|20)\d{2})(?!\d)`,
  String.raw`(?:${months})[a-z]{0,9}\.? (?:0?[1-9]|[12]\d|3[01])(?:\.|st|nd|rd|th)?,?(?: päivänä)?(?: vuonna)? (?:18|19|20)\d{2}(?!\d)`,
].join('|')

/** What says before a date that somebody was born then. Forms of "syntyä" that speak of things are left out. */
const before = new RegExp(
  String.raw`(?:(?<![\p{L}\d])(?:synt\.?(?: ?aika)?|synnyin|synnyimme|syntynyt|syntyneen|syntynyttä|syntyneelle|s\.|s|synt\.aika|syntymä-?(?:aika|ajan|päivä)[a-zäö]{0,6}|född|f\.|f|födelse(?:datum|dag|tid)[a-zåäö]{0,5}|född den|born|dob|date of birth|birth ?(?:date|day))(?![\p{L}])[^\d\n\p{L}]{0,4}(?:(?:on|oli|är|den|is|was|on the|in|den|joka|siis|[\p{L}-]{2,20}(?:ss[aä]|ll[aä])|i [\p{L}-]{2,20})[ :]{1,2}){0,2}|(?<![\p{L}])(?:vauva|lapsi|poika|tyttö|tytär|kaksoset|esikoinen|kuopus|lapsenlapsi)[a-zäö]{0,8}\.? syntyi(?:vät)? |(?<![\p{L}])(?:minä|hän|äiti|isä)[a-zäö]{0,3} synnyi?n? )(${date}|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}(?![\d-]))`,
  'giu',
)
const after = new RegExp(
  String.raw`(?<![\d.])(${date})(?= ?(?:syntynyt|syntyneen|syntyneelle|syntyneet|född|synt\.))`,
  'giu',
)

/** Dates of birth: a full date beside a word that says so. Other dates are left alone. */
export function findBirthDates(text: string): Span[] {
  const out: Span[] = []
  // A year, or two numbers with a sign of dates between: without them no pattern is needed.
  if (!/\d[./-] ?-?\d|(?:18|19|20)\d{2}|\d{6}/.test(text)) return out
  for (const pattern of [before, after])
    for (const match of text.matchAll(pattern)) {
      const found = match[1] ?? ''
      const end = match.index + match[0].length
      out.push({ start: end - found.length, end })
    }
  return out
}

const behindName = new RegExp(String.raw`(?:, ?| ?\()(${date})(?=[,).]|\s*$)`, 'iuy')

/** "Mirja Toivonen, 3.4.1951, odotan yhä": a full date set off right behind a name. */
export function findDatesBehindNames(text: string, names: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const { end } of names) {
    behindName.lastIndex = end
    const found = behindName.exec(text)?.[1]
    if (found !== undefined)
      out.push({ start: behindName.lastIndex - found.length, end: behindName.lastIndex })
  }
  return out
}

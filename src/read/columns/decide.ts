import type { ColumnLayout, ColumnRole } from '../layout.js'
import { findRegion } from '../regions/regions.js'
import { matchStatement } from '../statements/statements.js'
import { respondentRole } from '../values/respondent.js'
import { readTime } from '../values/time.js'
import { wordScale } from '../values/words.js'
import type { HeaderReading } from './headers.js'
import { findSeparator } from './lists.js'
import type { ColumnProfile } from './profile.js'
import { questionKind } from './question.js'
import type { DeclaredScale } from './scale.js'

export interface ColumnEvidence {
  name: string
  /** What was asked: the header, or the text that a code book gives for it. */
  asked: string
  header: HeaderReading
  profile: ColumnProfile
  declared: DeclaredScale | undefined
}

const share = (part: number, p: ColumnProfile): number => (p.filled === 0 ? 0 : part / p.filled)

export function isText(p: ColumnProfile): boolean {
  return (
    p.filled > 0 && share(p.numbers, p) < 0.5 && share(p.dates, p) < 0.5 && (p.words >= 3 || p.longest > 40)
  )
}

/** Whether the cells can be what the header says. An empty column can be anything. */
export function fits(role: ColumnRole, e: ColumnEvidence, exact = false): boolean {
  const p = e.profile
  // A header that says nothing else is believed over many bad cells: each of them is told of.
  const half = exact ? 0.3 : 0.5
  if (p.filled === 0) return true
  switch (role) {
    case 'nps':
      return share(p.numbers, p) >= half && share(p.dates, p) < 0.9
    case 'csat':
    case 'ces':
    case 'grade':
    case 'likert':
      return share(p.numbers, p) >= 0.5 || wordScale(p.values) !== undefined
    case 'fcr':
      return share(p.yesNo, p) >= 0.3 || (p.distinct <= 4 && share(p.numbers, p) > 0.9)
    case 'time':
      return share(p.dates, p) >= half || periods(e)
    case 'weight':
      return share(p.numbers, p) >= 0.5 || /^[\d\s.,]+$/u.test([...p.values.keys()].join(''))
    case 'language':
      return p.words <= 2.5 && p.distinct <= 30
    case 'comment':
      // A header of open questions over a column of scores is no open question.
      return !(share(p.numbers, p) > 0.9 && p.distinct > 1) && !(share(p.dates, p) > 0.9)
    case 'id':
      return p.words <= 4
    case 'unit':
    case 'service':
    case 'region':
    case 'channel':
      return p.words <= 8 && (p.distinct <= 5 || p.distinct < p.filled * 0.9 || p.longest <= 60)
    case 'role':
      return p.words <= 8 && share(p.numbers, p) < 0.5
    case 'choice':
      return share(p.numbers, p) < 0.5 && p.longest <= 80
    default:
      return true
  }
}

/** Cells that are periods by the word in the header, or by their shape alone: `20232`, `2_2023`. */
function periods({ header, profile: p }: ColumnEvidence): boolean {
  const unit = header.unit ?? 'quarter'
  let found = 0
  for (const [cell, n] of p.values) if ('time' in readTime(cell, { order: 'dmy', unit })) found += n
  // A header that names the period needs less to back it.
  return found >= p.filled * (header.unit ? 0.5 : 0.8)
}

function quote(text: string): string {
  return `"${text}"`
}

/** The role of one column on its own; columns are weighed against each other afterwards. */
export function decideColumn(index: number, e: ColumnEvidence): ColumnLayout {
  const base = { name: e.name, index }
  const system = /^[/_@$]/u.test(e.name.trim())
  if (system)
    return { ...base, role: 'other', confidence: 0.95, reason: 'the header looks like a system field' }
  const statement = matchStatement(e.asked)
  if (statement && fits('likert', e))
    return {
      ...base,
      role: 'likert',
      statement,
      confidence: 0.95,
      reason: `national statement "${statement.theme}"${statement.voice === 'adult' ? '' : `, ${statement.voice} version`}${statement.verified ? '' : ' (wording not verified)'}`,
    }
  const open = e.header.roles.find(({ role }) => role === 'comment')
  for (const hit of e.header.roles) {
    if (!fits(hit.role, e, hit.exact) || (hit.role === 'comment' && !hit.exact && asksChoice(hit.phrase, e)))
      continue
    const empty = e.profile.filled === 0
    return {
      ...base,
      role: hit.role,
      confidence: hit.exact ? (empty ? 0.9 : 0.98) : empty ? 0.8 : 0.92,
      reason: `header: ${quote(hit.phrase)}${empty ? '; no cells to check it against' : ''}`,
    }
  }
  const first = e.header.roles.find(({ role }) => role !== 'comment' && role !== 'other')
  const fallback = byContent(base, e)
  if (first && fallback.role !== 'comment')
    return {
      ...fallback,
      confidence: Math.min(fallback.confidence, 0.5),
      needsReview: true,
      reason: `${fallback.reason}; the header says ${first.role}, but the cells are not such`,
    }
  if (open && fallback.role === 'comment')
    return { ...fallback, confidence: 0.9, reason: `header: ${quote(open.phrase)}` }
  return fallback
}

/** Words that ask for reasons whatever else the header names: "Perustelu arvosanalle". */
const EXPLAINS =
  /^(?:perustel|miksi|varf|why|motiver|kerro|kommentt|kommentar|comment|tell|explain|describe|avoin|vapaa|fri|open|free|kuvaile|beskriv|berätta|please)/u
const FREE_TEXT = /palaut|komment|avoin|comment|respons|feedback/u

/** "Mitä palvelua käytit?" has a word of open questions, yet another word or the cells tell that it is none. */
function asksChoice(phrase: string, e: ColumnEvidence): boolean {
  if (EXPLAINS.test(phrase)) return false
  const list = findSeparator(e.profile) !== undefined
  if (list && !FREE_TEXT.test(e.header.words)) return true
  const rival = e.header.roles.some(({ role }) => role !== 'comment' && role !== 'other' && fits(role, e))
  if (rival && (list || !isText(e.profile))) return true
  return choiceLike(e.profile) && !FREE_TEXT.test(e.header.words) && questionKind(e.asked) === 'general'
}

/** Few different short cells that come again and again. */
export function choiceLike(p: ColumnProfile): boolean {
  if (p.filled < 4 || p.longest > 80) return false
  return p.distinct <= Math.max(2, Math.min(25, p.filled / 3)) && p.words <= 8 && share(p.numbers, p) < 0.5
}

/** Quantities are no answers on a scale. */
const QUANTITY =
  /(?:^| )(?:min|minuut\S*|minut\S*|s|sek\S*|sec\S*|h|tunti\S*|tuntia|timm\S*|hours?|pv|paiv\S*|dag\S*|days?|kpl|lkm|maara|lukumaara|eur|euro\S*|kertaa|kerrat|gang\S*|times|count|number|antal)(?: |$)/u

function byContent(base: { name: string; index: number }, e: ColumnEvidence): ColumnLayout {
  const p = e.profile
  const words = e.header.words
  if (p.filled === 0) {
    if (e.asked.includes('?') || words.split(' ').length >= 4)
      return {
        ...base,
        role: 'comment',
        question: questionKind(e.asked),
        confidence: 0.4,
        needsReview: true,
        reason: 'the header asks something, and there are no cells to tell what',
      }
    return { ...base, role: 'other', confidence: 0.5, reason: 'no cells, and the header is not known' }
  }
  const numeric = share(p.numbers, p) >= 0.8
  const scaled =
    !QUANTITY.test(words) && numeric && p.integers >= p.numbers * 0.9 && p.min >= 0 && p.max <= 10
  const scale = numeric ? undefined : wordScale(p.values)
  if (scale && scale.name !== 'frequency5')
    return {
      ...base,
      role:
        scale.name === 'satisfaction5' || scale.name.startsWith('smiley')
          ? 'csat'
          : scale.name === 'ease5'
            ? 'ces'
            : 'likert',
      confidence: 0.8,
      reason: `cells are answer words (${scale.name})`,
    }
  const declaredFive = e.declared !== undefined && e.declared.max <= 10
  if (
    numeric &&
    (declaredFive || (scaled && p.max <= 5 && (words.split(' ').length >= 2 || /^\S*\d/u.test(e.name))))
  )
    return declaredFive && (e.declared?.max ?? 0) > 7
      ? {
          ...base,
          role: 'grade',
          confidence: 0.6,
          needsReview: true,
          reason: 'numbers on the scale that the header declares',
        }
      : {
          ...base,
          role: 'likert',
          ...(words.includes(' ')
            ? {
                confidence: words.split(' ').length >= 3 ? 0.85 : 0.6,
                reason: 'a statement over whole numbers of a small scale',
              }
            : {
                confidence: 0.5,
                reason: 'whole numbers of a small scale; the header does not tell what was asked',
                needsReview: true as const,
              }),
        }
  if (!numeric && [...p.values.keys()].every((cell) => findRegion(cell)?.certain))
    return {
      ...base,
      role: 'region',
      confidence: 0.8,
      reason: 'cells are names of wellbeing services counties',
    }
  if (!numeric && p.distinct >= 2 && [...p.values.keys()].every((cell) => respondentRole(cell) !== undefined))
    return { ...base, role: 'role', confidence: 0.7, reason: 'cells are roles of respondents' }
  if (share(p.dates, p) >= 0.9 && !numeric)
    return { ...base, role: 'time', confidence: 0.7, reason: 'cells are dates' }
  if (numeric)
    return {
      ...base,
      role: 'other',
      confidence: 0.5,
      reason: 'numbers whose meaning the header does not tell',
      ...(scaled ? { needsReview: true as const } : {}),
    }
  if (findSeparator(p) !== undefined || choiceLike(p))
    return { ...base, role: 'choice', confidence: 0.7, reason: 'few different answers that come again' }
  const short = p.words <= 6 && p.longest <= 60
  if (
    short &&
    ((e.asked.includes('?') && (p.distinct < p.filled || p.filled < 4 || p.words <= 2)) ||
      (p.distinct < p.filled && [...p.values.keys()].every((cell) => /^[^\d_=@]+$/u.test(cell))))
  )
    return { ...base, role: 'choice', confidence: 0.5, reason: 'short answers in words' }
  if (isText(p))
    return {
      ...base,
      role: 'comment',
      question: questionKind(e.asked),
      confidence: 0.7,
      reason: 'cells are free text',
    }
  return {
    ...base,
    role: 'other',
    confidence: 0.4,
    reason: 'neither the header nor the cells tell what this is',
    needsReview: true,
  }
}

import headers from '../../../data/columns/headers.json'
import type { ColumnRole } from '../layout.js'
import { anyPhrase, phrasePattern, plainWords, questionWords } from './text.js'

/** What the words of a header say, before any cell is looked at. */
export interface HeaderReading {
  words: string
  /** Roles whose words stand in the header, in the order in which they are tried. */
  roles: { role: ColumnRole; phrase: string; exact: boolean }[]
  part: { code: boolean; name: boolean; start: boolean; end: boolean; late: boolean }
  unit: 'quarter' | 'week' | 'month' | undefined
}

interface PhraseRule {
  phrase: string
  exact: boolean
  matches(form: string): boolean
}

/** A phrase whose pattern is made only when its longest word stands in a header: most never are. */
function phraseRule(phrase: string): PhraseRule {
  const words = plainWords(phrase).split(' ')
  const stem = words.reduce((longest, word) => (word.length > longest.length ? word : longest), '')
  let pattern: RegExp | undefined
  return {
    phrase,
    exact: phrase.startsWith('='),
    matches(form) {
      if (!form.includes(stem)) return false
      pattern ??= phrasePattern(phrase)
      return pattern.test(form)
    },
  }
}

/** One header in several languages (`Yksikkö / Enhet`), or with a remark in brackets (`Yksikkö (koodi)`). */
function alternatives(header: string): string[] {
  const bare = header.replace(/\s*[([][^)\]]*[)\]]\s*$/u, '')
  const parts = bare.split(/\s+[/|]\s+|(?<=\p{L}{3})[/|](?=\p{L}{3})/u)
  return [...(bare === header ? [] : [bare]), ...(parts.length > 1 ? parts : [])].map(questionWords)
}

/** Reads headers by the table in data/columns/headers.json; make one a table, its patterns are compiled once. */
export function createHeaderReader(): (header: string) => HeaderReading {
  const rules = headers.order.map((role) => ({
    role: role as ColumnRole,
    phrases: ((headers.roles as Record<string, string[]>)[role] ?? []).map(phraseRule),
  }))
  const part = (words: readonly string[]): RegExp => anyPhrase(words)
  const whole = (words: readonly string[]): RegExp => anyPhrase(words.map((word) => `=${word}`))
  const code = part(headers.code)
  const name = part(headers.name)
  const start = part(headers.start)
  const end = part(headers.end)
  const late = part(headers.late)
  const units = [
    ['quarter', part(headers.quarter)],
    ['week', part(headers.week)],
    ['month', whole(headers.month)],
  ] as const
  return (header) => {
    const words = questionWords(header)
    const forms = [words, ...alternatives(header)]
    const roles: HeaderReading['roles'] = []
    for (const rule of rules) {
      const hits = rule.phrases.filter((phrase) => forms.some((form) => phrase.matches(form)))
      const hit = hits.find(({ exact }) => exact) ?? hits[0]
      if (hit) roles.push({ role: rule.role, phrase: hit.phrase.replace(/^=/u, ''), exact: hit.exact })
    }
    const bare = plainWords(header)
    return {
      words,
      roles,
      part: {
        // A compound ends in the word: yksikkökoodi, enhetskod.
        code: code.test(words) || /(?:koodi|tunnus|numero|nro|kod|nummer|code)(?: |$)/u.test(words),
        name: name.test(words) || /(?:nimi|namn)(?: |$)/u.test(words),
        start: start.test(bare),
        end: end.test(bare),
        late: late.test(bare),
      },
      unit: units.find(([, pattern]) => pattern.test(words))?.[0],
    }
  }
}

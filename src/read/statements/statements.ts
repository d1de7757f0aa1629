import thl from '../../../data/statements/thl.json'
import { anyPhrase, plainWords, questionWords } from '../columns/text.js'

/** Theme of the national statements that a header words, and whose voice it is asked in. */
export interface StatementMatch {
  theme: string
  voice: 'adult' | 'child' | 'guardian'
  /** Whether the wording in data/statements was checked against THL's own form. */
  verified: boolean
}

interface Matcher {
  themes: { key: string; variants: RegExp[][] }[]
  child: RegExp
  guardian: RegExp
  negation: RegExp
}

let matcher: Matcher | undefined

function compile(): Matcher {
  matcher ??= {
    themes: thl.themes.map(({ key, all }) => ({
      key,
      variants: all.flat().map((variant) => variant.split(' ').map((word) => anyPhrase([word]))),
    })),
    child: anyPhrase(thl.child),
    guardian: anyPhrase(thl.guardian),
    negation: anyPhrase(thl.negations),
  }
  return matcher
}

/** Themes of the national statements, in the order of the form. */
export const statementThemes: readonly string[] = thl.themes.map(({ key }) => key)

/**
 * Recognizes one of THL's seven themes in a header over variants of wording (numbers before it, stripped
 * accents, Swedish, English, child and guardian versions). A negated statement is another statement, and is
 * not matched: agreeing with it means the opposite.
 *
 * @example
 * matchStatement('5_sain_apua_kun_sita_tarvitsin_lapsi_7_12') // { theme: 'access', voice: 'child', verified: false }
 */
export function matchStatement(header: string): StatementMatch | undefined {
  const { themes, child, guardian, negation } = compile()
  const words = questionWords(header)
  if (negation.test(words)) return undefined
  const found = themes.find(({ variants }) =>
    variants.some((parts) => parts.every((part) => part.test(words))),
  )
  if (!found) return undefined
  const all = plainWords(header)
  const voice = child.test(all) ? 'child' : guardian.test(all) ? 'guardian' : 'adult'
  return { theme: found.key, voice, verified: thl.verified }
}

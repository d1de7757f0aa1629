import type { Clause } from '../language/clauses.js'
import type { Document } from '../language/document.js'
import { ABROAD, QUERY } from './hints.js'
import { COMPARATIVE, EXCLAIMS, FINITE, GRADABLE, NOUN, VERB, WORD } from './traits.js'
import type { Seen, View } from './view.js'
import { listOf } from './wordLists.js'

/** How far into a clause its verb is looked for, in tokens. */
const REACH = 7

const greetings = listOf('hei moi moikka terve hej hejsan hi hello hey tack kiitos')

const auxiliaries = listOf(
  'do does can could may should is are will am must have has would kan får ska skall behöver måste har är finns kostar gäller borde kunde skulle vill tar går räcker',
)
const subjects = listOf(
  'i you we they he she it there this that the my our your a an any anyone anybody someone somebody jag man vi ni du de hon han det den mitt min någon nån',
)
const having = listOf('have has must')
const articles = listOf('the a an my our your there this that')
const denying = listOf('inte int ej not')
/** After these a question word measures: "hur länge", "how long", "which entrance". */
const measuring = listOf('how hur which what vilken vilket vilka vad')
/** "Jag undrar om", "I would like to know". */
const wondering = listOf('undrar wonder wondering know veta')
const own = listOf('jag vi i we')
const asking = listOf('om when where how whether if what who which när var vart hur vad vem vilken vilka')

/** "Kuinka pitkään" asks, "kuinka kauniisti" exclaims (VISK § 1698). */
const degrees = listOf('kuinka miten')
const exclaiming = listOf('mikä mitä')
const amounts = listOf(
  'pitkään kauan usein paljon monta moni nopeasti myöhään aikaisin pian kaukana vanha iso pitkä',
)
const indefinite = listOf('tahansa vaan vain hyvänsä ikinä tulee')
const open = listOf('kun kuin vaikka')
const past = /(?:in|imme|i|ivat|ivät|tiin|nut|nyt|neet)$/
const present = listOf('pitää voi voin saa saan sai käy käyn tai ei')
const closing = listOf('. ... ! ?')

/**
 * Whether a clause asks though no mark says so: it opens with a question word and a verb, or with a verb before its
 * subject or with -ko ("mistä saan kopion", "kan jag byta", "where do I send it", VISK § 1678-1690); or it says that
 * the writer would like to know.
 */
export function asksUnmarked(document: Document, view: View, { first, last, sentence }: Clause): boolean {
  if (!(view.hints & QUERY) || document.sentences[sentence]?.first !== first) return false
  const { seen } = view
  const end = (document.sentences[sentence] as { last: number }).last
  if (((seen[end - 1] as Seen).traits & EXCLAIMS) !== 0) return false
  let at = first
  if (greetings.has((seen[at] as Seen).form)) {
    at += 1
    if (seen[at]?.form === ',' || seen[at]?.form === '!') at += 1
  }
  const opening = seen[at]
  if (opening === undefined || at + 1 >= last) return false
  if (!(opening.hints & QUERY)) return false
  return opening.hints & ABROAD ? asksAbroad(view, at, last) : asksInFinnish(view, at, last)
}

function asksAbroad({ seen }: View, at: number, last: number): boolean {
  const { form } = seen[at] as Seen
  const next = seen[at + 1] as Seen
  if (own.has(form)) {
    // "Jag undrar om", "I would like to know whether".
    const until = Math.min(last, at + REACH)
    for (let i = at + 1; i < until; i += 1)
      if (wondering.has((seen[i] as Seen).form)) return asking.has(seen[i + 1]?.form ?? '')
    return false
  }
  if (auxiliaries.has(form) && subjects.has(next.form)) {
    // "Have the doctor read it" orders, "kan man inte betala, får man vänta" supposes.
    if (having.has(form) && articles.has(next.form)) return false
    return at + 2 < last && !denying.has(seen[at + 2]?.form ?? '')
  }
  if (auxiliaries.has(form) && form !== 'var') return false
  if (auxiliaries.has(next.form) || isSwedishVerb(next)) return true
  if (!measuring.has(form)) return false
  // "Hur länge gäller", "what time does", "which entrance is".
  const second = seen[at + 2]
  return (
    second !== undefined &&
    at + 2 < last &&
    (next.traits & (NOUN | GRADABLE)) !== 0 &&
    (auxiliaries.has(second.form) || isSwedishVerb(second))
  )
}

/** In Swedish any verb comes second in a question; "when I came", "when opening" are none. */
const isSwedishVerb = ({ traits, form }: Seen): boolean =>
  (traits & FINITE) !== 0 && /(?:r|as|es|måste)$/.test(form) && !subjects.has(form)

function asksInFinnish({ seen }: View, at: number, last: number): boolean {
  const opening = seen[at] as Seen
  const next = seen[at + 1] as Seen
  if (opening.traits & VERB) return true
  if (indefinite.has(next.form) || next.traits & COMPARATIVE) return false
  if (degrees.has(opening.form) && next.traits & GRADABLE && !amounts.has(next.form)) return false
  // "Mikä ihana hoitaja".
  if (exclaiming.has(opening.form) && (next.traits & (GRADABLE | NOUN)) === GRADABLE) return false
  const until = Math.min(last, at + REACH)
  for (let i = at + 1; i < until; i += 1) {
    const { traits, form } = seen[i] as Seen
    if (form === ',' || open.has(form)) return false
    if (traits & FINITE || form === 'pitää')
      return present.has(form) || !past.test(form) || opening.lemma === 'kuka'
    if (!(traits & WORD) && !closing.has(form)) return false
  }
  return false
}

import type { Clause } from '../language/clauses.js'
import type { Negator } from './scope.js'
import { CONTRACTED, PAST, VERB } from './traits.js'
import type { Seen, View } from './view.js'
import { holdsForm, listOf } from './wordLists.js'

/** Words that deny in Swedish and English, beside contracted verbs. */
const denying = listOf(
  "inte int ej icke aldrig ingen inget inga inge ingenting varken not n't never no none nobody nothing neither nor cannot",
)
const writers = listOf("i we i've i'd i'm we've we'd jag vi ja")
/** What the writer did not do is no fault of the care: "I didn't ask", "jag ringde inte". */
const ownActs = listOf(
  'ask call ring need take bring book attend use visit compare live drive expect think remember notice suggest answer participate smoke drink try plan work mind choose apply send write read order pay stay move regret imagine hesitate ' +
    'fråga ringa behöva ta boka använda besöka jämföra bo köra vänta tro minnas märka föreslå svara delta röka dricka prova planera välja ansöka skicka betala flytta ångra tveka tänka be',
)
const auxiliaries = listOf('be have do can could will would ha vara kunna få skola bli')

/** How far about a denial its subject and its verb are looked for, in tokens. */
const REACH = 4

/** Whether the denial is Swedish or English. */
export const isAbroad = ({ seen }: View, at: number): boolean => {
  const { form, traits } = seen[at] as Seen
  return denying.has(form) || ((traits & VERB) !== 0 && form.includes("'")) || lacking.has(form)
}
const lacking = listOf('without utan anything allt far långt lack lacking')

const little = listOf(
  'lot much thing really anything mycket särskilt direkt nothing none nil nowt inget ingenting',
)
const ending = listOf('. ! , ... - – 👍')

/** Whether nothing, or not much, is the last word. */
function endsIn({ seen }: View, at: number, last: number): boolean {
  let end = last - 1
  while (end > at && ending.has((seen[end] as Seen).form)) end -= 1
  return end - at < 4 && little.has((seen[end] as Seen).form)
}

/** The denied verb: after the denial, in Swedish also before it ("ringde inte"). */
function verbAt({ seen }: View, at: number, first: number, last: number): Seen | undefined {
  for (let i = at + 1; i < Math.min(last, at + 1 + REACH); i += 1) {
    const word = seen[i] as Seen
    if (word.form === ',') break
    if (word.traits & (VERB | PAST) && !auxiliaries.has(word.lemma)) return word
  }
  for (let i = at - 1; i >= Math.max(first, at - 2); i -= 1) {
    const word = seen[i] as Seen
    if (word.traits & VERB && !auxiliaries.has(word.lemma)) return word
  }
  return undefined
}

/**
 * How much a Swedish or English clause is to blame that only denies something; 0 where a bare fact is denied
 * ("without the stick", "I didn't ask for it"), less than 0 where nothing is what should change ("absolutely nothing").
 */
export function bareDenialAbroad(
  view: View,
  { first, last }: Clause,
  { at, scope }: Negator,
  improve: boolean,
): number {
  if (scope === 'next') return 0
  if (improve && endsIn(view, at, last)) return -1
  const verb = verbAt(view, at, first, last)
  if (
    verb &&
    ownActs.has(verb.lemma) &&
    holdsForm(view, Math.max(first, at - 3), Math.min(last, at + 3), writers)
  )
    return 0
  return 1
}

/** How many Swedish or English denials stand from `first` to `last`. */
export function denials({ seen }: View, first: number, last: number): number {
  let count = 0
  for (let i = first; i < last; i += 1) {
    const { form, traits } = seen[i] as Seen
    if (denying.has(form) || traits & CONTRACTED) count += 1
  }
  return count
}

import type { Clause } from '../language/clauses.js'
import { LEAVES } from './cues.js'
import type { Hit } from './hits.js'
import { COMPARATIVE, FINITE, NOUN, OMITS, PARTITIVE, SELF_DENIED, VERB } from './traits.js'
import type { Seen, View } from './view.js'
import { holdsLemma, listOf } from './wordLists.js'

const leaving = listOf('jäädä jättää')

/** "Lupaus jäi pitämättä": an abessive within a phrase that does not name it turns the phrase. */
const isLeftUndone = ({ seen }: View, { at, entry }: Hit): boolean =>
  at.length > 1 &&
  at.some((i) => {
    const { traits, form } = seen[i] as Seen
    return (traits & OMITS) !== 0 && leaving.has(seen[i - 1]?.lemma ?? '') && !(entry ?? '').includes(form)
  })

const no = listOf('ei')
const awaiting = listOf('odottaa toivoa kaivata haluta')

/** "Odotin lämpimämpää vastaanottoa": what was hoped for in the comparative was not had. */
function isAwaited(view: View, { first, at, grade }: Hit): boolean {
  const { traits } = view.seen[first] as Seen
  if (at.length > 1 || grade < 0 || (traits & (COMPARATIVE | PARTITIVE)) !== (COMPARATIVE | PARTITIVE))
    return false
  // "En olisi voinut toivoa mukavampaa" tops all.
  if (holdsLemma(view, Math.max(0, first - 5), first, no)) return false
  return holdsLemma(view, Math.max(0, first - 3), first, awaiting)
}

const quitting = listOf('lakata lakka lopettaa kieltäytyä pidättyä luopua kyllästyä väsyä')
const infinitive = /m[aä]st[aä]$/

/** Whether the verb before an infinitive in the elative gives it up. */
export const quits = ({ seen }: View, infinitiveAt: number): boolean =>
  ((seen[infinitiveAt]?.traits ?? 0) & VERB) !== 0 &&
  infinitive.test(seen[infinitiveAt]?.form ?? '') &&
  (quitting.has(seen[infinitiveAt - 1]?.lemma ?? '') || quitting.has(seen[infinitiveAt - 2]?.lemma ?? ''))

/** "Lakkasi hymyilemästä", "lakkasi vaatimasta mahdottomia": what is given up, and its object. */
const isGivenUp = (view: View, { at, first }: Hit): boolean =>
  at.length === 1 && (quits(view, first) || quits(view, first - 1))

const wholly = listOf(
  'kaikki kaikkea kaikkinainen kokonaan täysin tyystin täydellisesti pahasti paljon lähes minkäänlainen',
)

/** "Puuttui kärsivällisyyttä", "puuttui kaikki inhimillisyys", but "ei puuttunut lämpöä". */
function isLacking({ seen }: View, { grade, first, at }: Hit): boolean {
  if (grade < 0 || at.length > 1) return false
  let i = first - 1
  while (i > 0 && first - i < 3 && wholly.has((seen[i] as Seen).form)) i -= 1
  if (seen[i]?.lemma !== 'puuttua') return false
  const { traits, form, lemma } = seen[first] as Seen
  return (traits & PARTITIVE) !== 0 || form === lemma
}

/** "Kyselemättä turhia", "tuntematta itseäni tyhmäksi", "antamatta apua": what was not done, and its object. */
function isUndone({ seen }: View, { first, at }: Hit): boolean {
  if (at.length > 1) return false
  for (let i = first - 1; i >= Math.max(0, first - 2); i -= 1) {
    const { traits, form } = seen[i] as Seen
    if (traits & FINITE || form === ',' || form === 'ja') return false
    if (traits & VERB && traits & SELF_DENIED) return undoing.test(form)
  }
  return false
}
const undoing = /m[aä]tt[aä]$/

/** "Ennen kuin ehdin huolestua": what somebody had no time for did not come about. */
const isForestalled = ({ seen }: View, { grade, first }: Hit): boolean =>
  grade < 0 &&
  seen[first - 1]?.lemma === 'ehtiä' &&
  (seen[first - 2]?.form === 'kuin' || seen[first - 2]?.form === 'ku') &&
  seen[first - 3]?.form === 'ennen'

const losing = listOf('menettää luopua horjuttaa riistää pilata heikentää murentaa romuttaa kadottaa')

/** "Menetin luottamuksen", "luopui toivosta": something good that was lost; the loss itself is a hit of its own. */
const isLost = ({ seen }: View, { grade, first, at }: Hit): boolean =>
  grade > 0 &&
  at.length === 1 &&
  ((seen[first] as Seen).traits & NOUN) !== 0 &&
  (loses(seen, first - 1) || (loses(seen, first - 2) && ((seen[first - 1]?.traits ?? 0) & FINITE) === 0))

const loses = (seen: View['seen'], i: number): boolean =>
  losing.has(seen[i]?.lemma ?? '') && seen[i - 1]?.lemma !== 'ei' && seen[i - 2]?.lemma !== 'ei'

const elative = /st[aä](?:ni|mme|nsa|nsä|an|än)?$/

/** "Toimivasta ryhmästä luovuttiin", but "hyvistä tavoista ei luovuttu": what is given up stands before its verb. */
function isAbandoned({ seen, cues }: View, { first, last, at }: Hit): boolean {
  if ((cues & LEAVES) === 0 || at.length > 1 || !elative.test((seen[first] as Seen).form)) return false
  const until = Math.min(seen.length, last + 4)
  for (let i = last; i < until; i += 1) {
    const { lemma, form } = seen[i] as Seen
    if (lemma === 'ei' || form === ',') return false
    if (lemma === 'luopua') return true
  }
  return false
}

const merely = listOf('vain vaan ainoastaan pelkästään')
const few = listOf('yksi kaksi pari muutama harva toinen')

/** "Vain yksi hoitaja oli ystävällinen": the others were not. */
function isOfFew({ seen }: View, { first }: Clause, { grade, first: from }: Hit): boolean {
  if (grade < 0) return false
  for (let i = Math.max(first, from - 5); i + 1 < from; i += 1)
    if (merely.has((seen[i] as Seen).form) && few.has((seen[i + 1] as Seen).lemma)) return true
  return false
}

const nearly = listOf('melkein miltei melkeen')

/** "Leikkaus melkein onnistui": what nearly came about did not. */
const isNearly = ({ seen }: View, { grade, first, at }: Hit): boolean =>
  grade > 0 &&
  nearly.has(seen[first - 1]?.form ?? '') &&
  !every.has((seen[first] as Seen).form) &&
  at.some((i) => {
    const { traits, lemma } = seen[i] as Seen
    return (traits & FINITE) !== 0 && lemma !== 'itkeä' && lemma !== 'olla'
  })

const every = listOf('kaikki kaikkea kaikessa aina jokainen joka kaikilla')

const hard = listOf('mahdoton vaikea hankala')

/** "Mahdotonta olla kiittämättä": who cannot but do it does it. */
export const isHelpless = ({ seen }: View, last: number): boolean =>
  seen[last - 1]?.lemma === 'olla' &&
  /m[aä]tt[aä]$/.test(seen[last]?.form ?? '') &&
  hard.has(seen[last - 2]?.lemma ?? '')

/** How many times something else than a negation denies a hit: a verb of failing, losing or giving up, or its measure. */
export function failuresOf(view: View, clause: Clause, hit: Hit): number {
  let turns = 0
  if (
    isAwaited(view, hit) ||
    isGivenUp(view, hit) ||
    isForestalled(view, hit) ||
    isLacking(view, hit) ||
    isLost(view, hit) ||
    isAbandoned(view, hit) ||
    isUndone(view, hit)
  )
    turns += 1
  if (hit.grade > 0 && isLeftUndone(view, hit)) turns += 1
  if (isOfFew(view, clause, hit) || isNearly(view, hit)) turns += 1
  if (isHelpless(view, hit.first)) turns += 1
  return turns
}

import { THAN } from './traits.js'
import type { Seen, View } from './view.js'
import { holdsForm, listOf } from './wordLists.js'

const none = listOf('mikään mikää kukaan kukaa missään mitään mitää kenenkään minkään mistään')
const other = listOf('muu muuta muualla muun muut muusta muulla')
const ours =
  /^(?:te|teidän|teillä|teiltä|tämä|tää|tän|tämän|tuo|tuon|hän|hänen|täällä|täältä|tällä|nämä|.{3,}nne|omalääkärini|omahoitajani)$/

/** How far about a denial the others are looked for, in tokens. */
const REACH = 6

/**
 * "Selkään ei auttanut mikään muu kuin teidän jumppanne", "kukaan muu kuin tämä hoitaja ei uskonut": of those who are
 * judged what is denied of all others holds.
 */
export function holdsOfOurs({ seen }: View, at: number): boolean {
  const until = Math.min(seen.length, at + REACH + 1)
  let others = false
  for (let i = Math.max(0, at - REACH); i < until; i += 1) {
    const { form, traits } = seen[i] as Seen
    if (other.has(form) && none.has(seen[i - 1]?.form ?? '')) others = true
    else if (others && traits & THAN)
      return ours.test(seen[i + 1]?.form ?? '') || ours.test(seen[i + 2]?.form ?? '')
  }
  return false
}

/** "Ei muuta kommentoitavaa kuin aplodit", "ei voi muuta sanoa kuin kiitos": what follows is all there is. */
export const leavesOnly = (view: View, at: number, than: number): boolean =>
  holdsForm(view, at + 1, than, otherThings) && than - at < REACH
const otherThings = listOf('muuta muu')

const ending = /^(?:[.!,…]+|👍)$/
const being = listOf('olla minä me')

/** "Ei muuta", "ei mulla muuta", "ei ole muuta kerrottavaa": who has said all says nothing. */
export function saysNoMore({ seen, ends }: View, at: number): boolean {
  const last = ends[at] as number
  for (let i = at + 1; i < Math.min(last, at + 4); i += 1) {
    const { form, lemma } = seen[i] as Seen
    if (form !== 'muuta') {
      if (!being.has(lemma) && !/^(?:minulla|mulla|meillä|mul|tässä|nyt)$/.test(form)) return false
      continue
    }
    const next = seen[i + 1]
    if (i + 1 >= last || next === undefined || ending.test(next.form)) return true
    return /t[aä]v[aä]{2}$/.test(next.form)
  }
  return false
}

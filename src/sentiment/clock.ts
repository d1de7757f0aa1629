import type { Seen, View } from './view.js'
import { listOf } from './wordLists.js'

const naming = listOf('kello klo klockan kl at')
/** Numbers of the clock, one to twelve, as a time is told. */
const hours: readonly (readonly [hour: number, words: string])[] = [
  [1, 'yksi yhdeltä ett one'],
  [2, 'kaksi kahdelta två two'],
  [3, 'kolme kolmelta tre three'],
  [4, 'neljä neljältä fyra four'],
  [5, 'viisi viideltä fem five'],
  [6, 'kuusi kuudelta sex six'],
  [7, 'seitsemän seitsemältä sju seven'],
  [8, 'kahdeksan kahdeksalta åtta eight'],
  [9, 'yhdeksän yhdeksältä nio nine'],
  [10, 'kymmenen kymmeneltä tio ten'],
  [11, 'yksitoista yhdeltätoista elva eleven'],
  [12, 'kaksitoista kahdeltatoista tolv twelve'],
]
const hourOf: ReadonlyMap<string, number> = new Map(
  hours.flatMap(([hour, words]) => words.split(' ').map((word) => [word, hour * 60] as const)),
)
const quarter = listOf('kvart quarter varttia vartin')
const half = listOf('puoli halv')
const ablative = /lt[aä](?:toista)?$/
const digits = /^(\d{1,2})(?:[.:](\d{2}))?$/

/** The time of the clock told at a place, in minutes; -1 where none is. */
export function clockAt({ seen }: View, i: number): number {
  const { form } = seen[i] as Seen
  const before = seen[i - 1]?.form ?? ''
  const match = digits.exec(form)
  if (match) {
    const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0)
    return match[2] !== undefined || naming.has(before) || seen[i - 2]?.form === 'kello' ? minutes : -1
  }
  const hour = hourOf.get(form)
  if (hour === undefined) return -1
  if (half.has(before)) return hour - 30
  if ((before === 'i' || before === 'to') && quarter.has(seen[i - 2]?.form ?? '')) return hour - 15
  if ((before === 'över' || before === 'past') && quarter.has(seen[i - 2]?.form ?? '')) return hour + 15
  if (ablative.test(form) || naming.has(before)) return hour
  // "Kello on nyt kolme".
  for (let k = i - 1; k >= Math.max(0, i - 3); k -= 1) if (naming.has((seen[k] as Seen).form)) return hour
  return -1
}

const EARLY = 6 * 60
const HALF_DAY = 12 * 60

/** Minutes from one time of the clock to another of the same day, of which the later may be told by twelve. */
export const minutesBetween = (from: number, to: number): number =>
  to >= from ? to - from : to < EARLY ? to + HALF_DAY - from : -1

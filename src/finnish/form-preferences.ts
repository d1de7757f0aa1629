/** Places of the sieve; a power of two. */
const places = 1 << 14

/** What ambiguous everyday forms are more often: points of their lemmas, in 256ths. */
export class FormPreferences {
  private readonly byForm: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Forms by their length and three of their letters: most forms have none and are told so without a map. */
  private readonly sieve = new Uint8Array(places)

  /** `rows`: form, then lemmas and points in turn, with tabs between. */
  constructor(rows: readonly string[]) {
    this.byForm = new Map(rows.map(preference))
    for (const form of this.byForm.keys()) this.sieve[placeOf(form)] = 1
  }

  of(form: string): ReadonlyMap<string, number> | undefined {
    return this.sieve[placeOf(form)] === 1 ? this.byForm.get(form) : undefined
  }
}

function placeOf(form: string): number {
  const { length } = form
  const letters =
    Math.imul(form.charCodeAt(0), 0x2c1b) ^
    Math.imul(form.charCodeAt(length >> 1), 0x297) ^
    Math.imul(form.charCodeAt(length - 1), 0x35)
  return (letters ^ (length * 0x505)) & (places - 1)
}

function preference(line: string): [string, Map<string, number>] {
  const [form = '', ...cells] = line.split('\t')
  const lemmas = new Map<string, number>()
  for (let at = 0; at + 1 < cells.length; at += 2) lemmas.set(cells[at] ?? '', Number(cells[at + 1]))
  return [form, lemmas]
}

/** A suffix that went on from a stem: its number in `links` and where the suffix begins. */
export interface LinkStep {
  link: number
  /** Where the suffix's own text begins, after the infix that belongs to the base's stem. */
  from: number
}

/** The first part of a compound, and those before it. */
export interface Part {
  previous: Part | null
  start: number
  stemEnd: number
  end: number
  value: number
  links: readonly LinkStep[]
  boundary: number
  count: number
}

/** One way to read the whole word. */
export interface Match {
  parts: Part | null
  start: number
  stemEnd: number
  value: number
  links: readonly LinkStep[]
  /** Part of speech: the entry's, or that of the word derived from it. */
  pos: number
  tag: number
  clitic: number
}

/** Points of what the forms of one stem differ in. `link`: the last suffix gone through, -1 for none. */
export interface FormScorer {
  score(pos: number, link: number, tag: number, clitic: number): number
}

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

export const noLinks: readonly LinkStep[] = []

/**
 * A match of nothing. Every match is made by this literal: engines know objects by how they came to be, and what meets
 * more than four kinds of them (spread copies are kinds of their own) reads each field several times slower.
 */
const emptyMatch = (): Match => ({
  parts: null,
  start: 0,
  stemEnd: 0,
  value: -1,
  links: noLinks,
  pos: -1,
  tag: -1,
  clitic: 0,
})

/** What candidates have in place of a match where they have none. */
export const noMatch: Readonly<Match> = emptyMatch()

/** A match that holds when the matcher is asked again. */
export function copyOf({ parts, start, stemEnd, value, links, pos, tag, clitic }: Match): Match {
  return { parts, start, stemEnd, value, links, pos, tag, clitic }
}

/**
 * Matches of one word, in objects that are used again for the next one: most are looked at once, and who keeps one
 * copies it.
 */
export class Matches {
  private readonly all: Match[] = []
  length = 0

  at(index: number): Match {
    return this.all[index] as Match
  }

  /** The next one, to be written over. */
  next(): Match {
    if (this.length === this.all.length) this.all.push(emptyMatch())
    return this.all[this.length++] as Match
  }

  clear(): void {
    this.length = 0
  }
}

/** Points of what the forms of one stem differ in. `link`: the last suffix gone through, -1 for none. */
export interface FormScorer {
  score(pos: number, link: number, tag: number, clitic: number): number
}

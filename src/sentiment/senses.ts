/**
 * What a word mostly does in feedback ("evätä" refuses, "lähete" is wanted, "kipu" is trouble), one class a lemma: the
 * learnt part weighs pairs of them, so that it knows of words it never met together (after the effects of events on
 * what they touch: Deng and Wiebe 2014). data/sentiment/senses.tsv says what each class means.
 */
export const SENSES = 83

/** Lemmas with the number of their sense, from 1. */
export type SenseTable = ReadonlyMap<string, number>

/** @param rows - for each sense, in the order of data/sentiment/senses.tsv, its lemmas */
export function readSenses(rows: readonly (readonly string[])[]): SenseTable {
  const table = new Map<string, number>()
  for (let sense = 0; sense < rows.length; sense += 1)
    for (const lemma of rows[sense] as readonly string[]) table.set(lemma, sense + 1)
  return table
}

/** The sense of a word, or of the last part of a compound; 0 where it has none. */
export const senseOf = (table: SenseTable, lemma: string, head: string): number =>
  table.get(lemma) ?? table.get(head) ?? 0

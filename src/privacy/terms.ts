import { PalauteError } from '../errors.js'

/** A term with the number of respondents that used it, not the number of times. */
export interface TermCount {
  term: string
  respondents: number
}

/**
 * Terms that may be shown: those that at least `minimum` respondents used. Rare words and word sequences are
 * left out, since they are names, places and cases of single persons.
 *
 * @throws {PalauteError} `bad_option` for a minimum under 2
 * @example publishableTerms([{ term: 'jono', respondents: 40 }, { term: 'aatto', respondents: 1 }]) // jono only
 */
export function publishableTerms<Term extends TermCount>(
  terms: readonly Term[],
  options: { minimum?: number } = {},
): Term[] {
  const { minimum = 5 } = options
  if (!Number.isInteger(minimum) || minimum < 2)
    throw new PalauteError('bad_option', 'The minimum of respondents is a whole number, at least 2.', {
      path: 'minimum',
    })
  return terms.filter(({ respondents }) => respondents >= minimum)
}

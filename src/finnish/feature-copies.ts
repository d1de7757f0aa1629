import type { Features } from '../language/word.js'

type Copy = (features: Features) => Features
/** Features of which some are known to be there. */
type Known = Required<Features>

/**
 * How features are copied, by their names in order. Engines copy just any object ten times slower than they make one
 * of a literal, and every reading has features of its own: the commonest sets of them are written out.
 */
const copies: Readonly<Record<string, Copy>> = {
  '': () => ({}),
  'number case': (from) => {
    const { number, case: name } = from as Known
    return { number, case: name }
  },
  'number case possessive': (from) => {
    const { number, case: name, possessive } = from as Known
    return { number, case: name, possessive }
  },
  'number case negative': (from) => {
    const { number, case: name, negative } = from as Known
    return { number, case: name, negative }
  },
  'number case possessive negative': (from) => {
    const { number, case: name, possessive, negative } = from as Known
    return { number, case: name, possessive, negative }
  },
  possessive: (from) => ({ possessive: (from as Known).possessive }),
  'degree number case': (from) => {
    const { degree, number, case: name } = from as Known
    return { degree, number, case: name }
  },
  form: (from) => ({ form: (from as Known).form }),
  'form case': (from) => {
    const { form, case: name } = from as Known
    return { form, case: name }
  },
  'form case possessive': (from) => {
    const { form, case: name, possessive } = from as Known
    return { form, case: name, possessive }
  },
  'form number case': (from) => {
    const { form, number, case: name } = from as Known
    return { form, number, case: name }
  },
  'form number case possessive': (from) => {
    const { form, number, case: name, possessive } = from as Known
    return { form, number, case: name, possessive }
  },
  'form person number case': (from) => {
    const { form, person, number, case: name } = from as Known
    return { form, person, number, case: name }
  },
  'form person number case possessive': (from) => {
    const { form, person, number, case: name, possessive } = from as Known
    return { form, person, number, case: name, possessive }
  },
  'form negative number case': (from) => {
    const { form, negative, number, case: name } = from as Known
    return { form, negative, number, case: name }
  },
  'form negative number case possessive': (from) => {
    const { form, negative, number, case: name, possessive } = from as Known
    return { form, negative, number, case: name, possessive }
  },
  connegative: () => ({ connegative: true }),
  'mood connegative': (from) => ({ mood: (from as Known).mood, connegative: true }),
  'mood person number': (from) => {
    const { mood, person, number } = from as Known
    return { mood, person, number }
  },
  'mood tense person number': (from) => {
    const { mood, tense, person, number } = from as Known
    return { mood, tense, person, number }
  },
  'person mood tense': (from) => {
    const { person, mood, tense } = from as Known
    return { person, mood, tense }
  },
}

const anyCopy: Copy = (features) => ({ ...features })

/** What makes copies of some features. */
export function copierOf(features: Features): Copy {
  return copies[Object.keys(features).join(' ')] ?? anyCopy
}

import type { Features } from '../language/word.js'

/** Names of the cases in readings, by the short names of the tags (VISK § 81). */
const cases: Record<string, string> = {
  nom: 'nominative',
  gen: 'genitive',
  par: 'partitive',
  ess: 'essive',
  tra: 'translative',
  ine: 'inessive',
  ela: 'elative',
  ill: 'illative',
  ade: 'adessive',
  abl: 'ablative',
  all: 'allative',
  abe: 'abessive',
  com: 'comitative',
  ins: 'instructive',
  acc: 'accusative',
}

const possessives: Record<string, NonNullable<Features['possessive']>> = {
  ni: 'sg1',
  si: 'sg2',
  nsa: '3',
  mme: 'pl1',
  nne: 'pl2',
}

const persons: Record<string, Pick<Features, 'person' | 'number'>> = {
  '1s': { person: '1', number: 'singular' },
  '2s': { person: '2', number: 'singular' },
  '3s': { person: '3', number: 'singular' },
  '1p': { person: '1', number: 'plural' },
  '2p': { person: '2', number: 'plural' },
  '3p': { person: '3', number: 'plural' },
}

const heads: Record<string, Features> = {
  sg: { number: 'singular' },
  pl: { number: 'plural' },
  pres: { mood: 'indicative', tense: 'present' },
  past: { mood: 'indicative', tense: 'past' },
  cond: { mood: 'conditional' },
  pot: { mood: 'potential' },
  imp: { mood: 'imperative' },
  pass: { person: '4' },
  conneg: { connegative: true },
  inf1: { form: 'infinitive1' },
  inf2: { form: 'infinitive2' },
  inf3: { form: 'infinitive3' },
  inf4: { form: 'infinitive4' },
  inf5: { form: 'infinitive5' },
  va: { form: 'presentParticiple' },
  tava: { form: 'presentParticiple', person: '4' },
  nut: { form: 'pastParticiple' },
  tu: { form: 'pastParticiple', person: '4' },
  ma: { form: 'agentParticiple' },
  maton: { form: 'negativeParticiple', negative: true },
  comparative: { degree: 'comparative' },
  superlative: { degree: 'superlative' },
  neg: { negative: true },
}

/**
 * Features of a tag: dot-separated short names in any order (`sg.ine.ni`, `past.3s`, `nut.pl.par`).
 * The abessive and the third infinitive in -matta deny by themselves.
 */
export function featuresOf(tag: string): Features {
  const features: Features = {}
  let infinitive3 = false
  for (const part of tag.split('.')) {
    const head = heads[part]
    if (head) Object.assign(features, head)
    else if (persons[part]) Object.assign(features, persons[part])
    else if (possessives[part]) features.possessive = possessives[part]
    else if (cases[part]) features.case = cases[part]
    if (part === 'inf3') infinitive3 = true
  }
  if (features.case === 'abessive' && (features.form === undefined || infinitive3)) features.negative = true
  return features
}

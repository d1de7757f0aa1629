/** What a neighbour or a candidate tells the context: its part of speech, full tag and lemma. */
export interface ContextWord {
  pos: string
  /** `sg.ine`, `past.3s`, `nut.pl.par`; empty where none is known. */
  tag: string
  lemma: string
}

/** Lemmas whose very word, not only its class, says something of the next one. */
const tellingLemmas = new Set(
  `ei olla se tämä tuo joka mikä minä sinä hän että kun jos ja tai mutta vaan vain kuin niin sitten nyt jo voida saada
  pitää tulla mennä alkaa haluta täytyä yksi kaksi kaikki moni muu sama toinen oma koko hyvin tosi todella liian`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

const nominal = new Set(['noun', 'adjective', 'pronoun', 'numeral', 'name', 'abbreviation'])
const caseOf = /(?:^|\.)((?:sg|pl)\.(?:nom|gen|par|ess|tra|ine|ela|ill|ade|abl|all|abe|com|ins|acc))/

/** Class of a word as its neighbours see it: part of speech with the case or the head of the verb form. */
export function contextClass(word: ContextWord | null): string {
  if (!word) return 'edge'
  const agreed = caseOf.exec(word.tag)?.[1]
  const form = agreed && nominal.has(word.pos) ? agreed.slice(3) : (word.tag.split('.')[0] ?? '')
  return `${word.pos}:${form}`
}

/**
 * Features of a candidate among its neighbours (null at the edges and beside punctuation). `first`: the token
 * begins a sentence. Names of features are as the ranker's table writes them.
 */
export function contextFeatures(
  candidate: ContextWord,
  previous: ContextWord | null,
  next: ContextWord | null,
  first: boolean,
): string[] {
  const mine = contextClass(candidate)
  const before = contextClass(previous)
  const after = contextClass(next)
  const out = [
    `before:${before}>${mine}`,
    `after:${mine}<${after}`,
    `beforePos:${previous?.pos ?? 'edge'}>${candidate.pos}`,
    `afterPos:${candidate.pos}<${next?.pos ?? 'edge'}`,
  ]
  if (previous && tellingLemmas.has(previous.lemma)) out.push(`word:${previous.lemma}>${mine}`)
  if (next && tellingLemmas.has(next.lemma)) out.push(`nextWord:${mine}<${next.lemma}`)
  const case_ = caseOf.exec(candidate.tag)?.[1]
  if (case_ && previous && caseOf.exec(previous.tag)?.[1] === case_)
    out.push(`agree:${previous.pos}>${candidate.pos}`)
  if (case_ && next && caseOf.exec(next.tag)?.[1] === case_)
    out.push(`agreeNext:${candidate.pos}<${next.pos}`)
  if (candidate.pos === 'name') out.push(first ? 'name:first' : 'name:inside')
  return out
}

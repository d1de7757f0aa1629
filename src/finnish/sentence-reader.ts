import type { Token } from '../language/tokens.js'
import { type ContextWeights, type ContextWord, contextFeatures } from './context.js'
import type { Ranked } from './reading-maker.js'
import type { SplitCompounds } from './split-compounds.js'

/** Chooses among the candidates of words by what stands around them. */
export class SentenceReader {
  constructor(
    private readonly weights: ContextWeights,
    private readonly rank: (form: string) => Ranked,
    private readonly split: SplitCompounds,
  ) {}

  /**
   * The best candidate of each token among its neighbours. Context chooses only among what the lexicon and the
   * guesser already offer, from the neighbours' own best readings: one pass, in linear time.
   */
  choose(tokens: readonly Token[]): Ranked[] {
    const found: Ranked[] = []
    for (const token of tokens) found.push(this.rank(token.text))
    const out: Ranked[] = []
    for (let index = 0; index < found.length; index++) {
      const best = found[index] as Ranked
      const { rivals } = best
      out.push(
        rivals !== null && isWord(tokens[index] as Token)
          ? this.inContext(tokens, found, index, rivals)
          : best,
      )
    }
    this.join(tokens, out)
    return out
  }

  /** Reads compounds written apart together. */
  private join(tokens: readonly Token[], out: Ranked[]): void {
    for (let index = out.length - 1; index > 0; index--) {
      const [first, second] = [tokens[index - 1] as Token, tokens[index] as Token]
      const whole = this.split.read(first, out[index - 1] as Ranked, second, out[index] as Ranked)
      if (whole !== null) out[index] = whole
    }
  }

  private inContext(
    tokens: readonly Token[],
    found: readonly Ranked[],
    index: number,
    rivals: readonly Ranked[],
  ): Ranked {
    const { weights } = this
    const first = index === 0 || isEnd((tokens[index - 1] as Token).text)
    const previous = first ? null : this.neighbor(tokens, found, index - 1)
    const next = this.neighbor(tokens, found, index + 1)
    let chosen = rivals[0] as Ranked
    let top = Number.NEGATIVE_INFINITY
    for (const ranked of rivals) {
      weights.sum = 0
      contextFeatures(this.word(ranked), previous, next, first, weights)
      const score = ranked.score + weights.sum
      if (score > top) {
        top = score
        chosen = ranked
      }
    }
    return chosen
  }

  private neighbor(tokens: readonly Token[], found: readonly Ranked[], index: number): ContextWord | null {
    const token = tokens[index]
    return token !== undefined && isWord(token) ? this.word(found[index] as Ranked) : null
  }

  private word(ranked: Ranked): ContextWord {
    ranked.word ??= this.weights.word(ranked.pos, ranked.tag, ranked.compound)
    return ranked.word
  }
}

function isWord(token: Token): boolean {
  return token.kind === 'word' || token.kind === 'number'
}

/** Full stops, exclamation and question marks alone: a sentence begins after them. */
function isEnd(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code !== 46 && code !== 33 && code !== 63 && code !== 0x2026) return false
  }
  return text.length > 0
}

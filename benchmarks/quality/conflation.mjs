/**
 * F1 over pairs of word forms: does sharing a stem agree with sharing a lemma (Paice 1994, from contingency counts)?
 * `pairs` holds [lemma, stem] of every word form.
 */
export function conflationF1(pairs) {
  const same = (of) => {
    const counts = new Map()
    for (const pair of pairs) counts.set(of(pair), (counts.get(of(pair)) ?? 0) + 1)
    let sum = 0
    for (const n of counts.values()) sum += (n * (n - 1)) / 2
    return sum
  }
  const gold = same(([lemma]) => lemma)
  const told = same(([, stem]) => stem)
  const both = same(([lemma, stem]) => `${lemma}\t${stem}`)
  return gold + told === 0 ? 0 : (2 * both) / (gold + told)
}

import { existsSync, readFileSync } from 'node:fs'

/** Frequency class of a lemma, 0 (not met) to 15, by the logarithm of its count in data/models/finnish-ranker.json. */
export function frequencyClass(count: number): number {
  return count <= 0 ? 0 : Math.min(15, 1 + Math.floor(Math.log2(count)))
}

/** Looks up the frequency class of a lemma (with its part of speech, where the counts know it). */
export function lemmaFrequencies(
  url: URL = new URL('../models/finnish-frequency.tsv', import.meta.url),
): (lemma: string, pos: string) => number {
  const counts = new Map<string, number>()
  if (existsSync(url))
    for (const line of readFileSync(url, 'utf8').split('\n')) {
      const [lemma = '', count = ''] = line.split('\t')
      if (lemma !== '' && !lemma.startsWith('#')) counts.set(lemma, (counts.get(lemma) ?? 0) + Number(count))
    }
  return (lemma, pos) =>
    frequencyClass(
      counts.get(`${lemma.replace(/#/g, '').toLowerCase()}/${pos}`) ??
        counts.get(lemma.replace(/#/g, '').toLowerCase()) ??
        0,
    )
}

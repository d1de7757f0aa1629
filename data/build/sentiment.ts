import { readFileSync, writeFileSync } from 'node:fs'

/** Packs data/sentiment/valence.tsv into src/generated/valence.ts. */
export function buildSentiment(): void {
  const [, ...lines] = readFileSync('data/sentiment/valence.tsv', 'utf8').trimEnd().split('\n')
  const rows = lines.map((line) => {
    const [language = '', lemma = '', value = ''] = line.split('\t')
    return `  ['${language}', '${lemma}', ${Number(value)}],`
  })
  const text = `// Made from data/sentiment/valence.tsv by npm run build:data; not edited by hand.
export const valence: readonly (readonly [language: string, lemma: string, value: number])[] = [
${rows.join('\n')}
]
`
  writeFileSync('src/generated/valence.ts', text)
}

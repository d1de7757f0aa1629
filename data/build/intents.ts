import { readFileSync, writeFileSync } from 'node:fs'

/** Packs the learnt weights of intents and the classes of words that they speak of into src/generated/intents.ts. */
export function buildIntents(): void {
  const weights = readFileSync('data/models/intents.tsv', 'utf8').split('\n').slice(1).join('\n')
  const words = readFileSync('data/sentiment/intent-words.tsv', 'utf8')
  writeFileSync(
    'src/generated/intents.ts',
    `// Made from data/models/intents.tsv and data/sentiment/intent-words.tsv by npm run build:data; not edited by hand.

export const intentWeights: string = ${JSON.stringify(weights)}

export const intentWords: string = ${JSON.stringify(words)}
`,
  )
}

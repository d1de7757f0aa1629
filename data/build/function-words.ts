import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eng, fin, swe } from 'stopword'

/** Lists of the npm package stopword (MIT), with what data/language/function-words adds and takes out. */
export function buildFunctionWords(root = process.cwd()): void {
  const sources: Record<string, readonly string[]> = { fi: fin, sv: swe, en: eng }
  const lists = Object.entries(sources).map(([code, words]) => {
    const list = new Set(words.map((word) => word.toLowerCase()))
    for (const line of readFileSync(join(root, `data/language/function-words/${code}.tsv`), 'utf8').split(
      '\n',
    )) {
      const [sign, entries = ''] = line.split('\t')
      for (const word of entries.split(' ').filter(Boolean)) {
        if (sign === '+') list.add(word)
        else if (sign === '-') list.delete(word)
      }
    }
    return `  ${code}:\n    '${[...list]
      .filter((word) => /^\p{L}+$/u.test(word))
      .sort()
      .join(' ')}',`
  })
  writeFileSync(
    join(root, 'src/generated/functionWords.ts'),
    `// Made by \`npm run build:data\` from data/language/function-words and npm stopword (MIT). Do not edit.\nexport const FUNCTION_WORDS = {\n${lists.join('\n')}\n} as const\n`,
  )
}

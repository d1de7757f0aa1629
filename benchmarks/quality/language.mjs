// Share of texts whose language is found, against franc restricted to fi/sv/en.
// `npm run build && node benchmarks/quality/language.mjs [FILE ...]`: files of `code<TAB>text`; without any, our own
// sentences in test/golden/language.tsv.
import { readFileSync } from 'node:fs'
import { franc } from 'franc'

const { detectLanguage } = await import(`${process.env.PALAUTE_DIST ?? '../../dist'}/language.js`)
const files = process.argv.slice(2)
if (files.length === 0) files.push(new URL('../../test/golden/language.tsv', import.meta.url).pathname)
const codes = { fin: 'fi', swe: 'sv', eng: 'en', und: 'und' }
const contestants = {
  palaute: (text) => detectLanguage(text).code,
  franc: (text) => codes[franc(text, { only: ['fin', 'swe', 'eng'], minLength: 1 })],
}
for (const file of files) {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
  console.log(`${file}: ${rows.length} texts`)
  for (const cut of [8, 20, 40, Number.POSITIVE_INFINITY]) {
    const figures = Object.entries(contestants).map(([name, of]) => {
      const shares = ['fi', 'sv', 'en'].map((code) => {
        const own = rows.filter(([label, text]) => label === code && /\p{L}{2}/u.test(text.slice(0, cut)))
        const right = own.filter(([, text]) => of(text.slice(0, cut)) === code).length
        return own.length === 0 ? null : (100 * right) / own.length
      })
      const known = shares.filter((share) => share !== null)
      const mean = known.reduce((sum, share) => sum + share, 0) / known.length
      return `${name} ${mean.toFixed(1)} % (fi sv en: ${shares.map((share) => share?.toFixed(1) ?? '-').join(' ')})`
    })
    console.log(`  first ${String(cut).padEnd(8)} ${figures.join('   ')}`)
  }
}

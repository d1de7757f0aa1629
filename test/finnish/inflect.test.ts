import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isGradation, strengthen, weaken } from '../../src/finnish/gradation.js'
import { inflect } from '../../src/finnish/inflect.js'

const rows = (name: string): string[][] =>
  readFileSync(new URL(`../golden/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'))

const nominalTags = ['sg.nom', 'sg.gen', 'sg.par', 'sg.ill', 'pl.nom', 'pl.gen', 'pl.par', 'pl.ill']
const verbTags = ['inf1', 'pres.1s', 'past.3s', 'cond.3s', 'pot.3s', 'imp.3s', 'nut.sg.nom', 'pass.past']
const thirdTags = ['pres.3s', 'past.3s', 'cond.3s']

describe('inflect gives the example rows of every Kotus class', () => {
  for (const [classText = '', gradation = '', ...cells] of rows('finnish-kotus-classes.tsv')) {
    const class_ = Number(classText)
    const tags = class_ >= 77 ? thirdTags : class_ >= 52 ? verbTags : nominalTags
    it(`${class_} ${cells[0]}`, () => {
      if (!isGradation(gradation)) throw new Error(gradation)
      const forms = inflect(cells[0] ?? '', class_, gradation)
      tags.forEach((tag, index) => {
        const generated = forms.filter((form) => form.tag === tag).map((form) => form.form)
        const wanted = (cells[index] ?? '')
          .replace(/\([^)]*\)/g, '')
          .split(' ')
          .filter((form) => form !== '')
        // The first form given is the usual one; every form that the source gives without brackets must be made.
        for (const form of wanted) expect(generated, `${tag} of ${cells[0]}`).toContain(form)
        if (wanted.length > 0) expect(generated.length).toBeGreaterThan(0)
      })
    })
  }
})

describe('inflect gives the compounds of classes 50 and 51', () => {
  const part = (text: string) => {
    const gradation = text.replace(/\d+/, '')
    if (!isGradation(gradation)) throw new Error(text)
    return { class: Number.parseInt(text, 10), gradation }
  }
  for (const [classText = '', parts = '', ...cells] of rows('finnish-kotus-compounds.tsv'))
    it(`${classText} ${cells[0]}`, () => {
      const [first = '', last = ''] = parts.split(' ')
      const forms = inflect(cells[0] ?? '', Number(classText), '', { parts: [part(first), part(last)] })
      nominalTags.forEach((tag, index) => {
        const generated = forms.filter((form) => form.tag === tag).map((form) => form.form)
        for (const form of (cells[index] ?? '').replace('#', '').split(' ')) expect(generated).toContain(form)
      })
    })

  it('puts possessives at the end and says what it needs', () => {
    const forms = inflect('nuori#pari', 51, '', { parts: [part('26'), part('5')] })
    expect(forms.find((form) => form.tag === 'sg.ine.mme')?.form).toBe('nuoressaparissamme')
    expect(() => inflect('nuori#pari', 51)).toThrow(/both parts/)
    expect(() => inflect('nuoripari', 50, '', { parts: [part('26'), part('5')] })).toThrow(/iso#äiti/)
  })
})

describe('gradation', () => {
  for (const [letter = '', lemma = '', form = ''] of rows('finnish-kotus-gradation.tsv'))
    it(`${letter} ${lemma} : ${form}`, () => {
      if (!isGradation(letter)) throw new Error(letter)
      const stem = form.replace(/n$/, '')
      const root = lemma.replace(/(?:[st]|t?[aä]|[ln]|(?:l)lin)$/, '')
      const candidates = [lemma, lemma.slice(0, -1), lemma.slice(0, -2), root].flatMap((word) => [
        weaken(word, letter),
        strengthen(word, letter),
      ])
      expect(candidates.some((candidate) => candidate.length > 2 && stem.startsWith(candidate))).toBe(true)
    })
})

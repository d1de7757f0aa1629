import { expect, test } from 'vitest'
import { scoreSurvey } from '../../src/survey.js'

const praise = 'Todella hienoa palvelua, kiitos erinomaisesta hoidosta!'

async function suspicions(header: string, ratings: readonly string[]): Promise<(true | undefined)[]> {
  const lines = [`${header};Palaute`, ...ratings.map((rating) => `${rating};${praise}`)]
  const { responses } = await scoreSurvey(new TextEncoder().encode(lines.join('\n')))
  const found: (true | undefined)[] = []
  for await (const { comments } of responses) found.push(comments[0]?.sentiment.sarcasm)
  return found
}

test('praise beside the worst rating is suspected, whichever end of the scale that is', async () => {
  const nps = 'Kuinka todennäköisesti suosittelisit palveluamme? (0-10)'
  expect(await suspicions(nps, ['0', '10', '1', '', '9'])).toEqual([
    true,
    undefined,
    true,
    undefined,
    undefined,
  ])
  const ces = 'CES: Kuinka paljon vaivaa näit asian hoitamiseksi? (1 = hyvin vähän, 5 = hyvin paljon)'
  expect(await suspicions(ces, ['1', '5', '2', '4', '3'])).toEqual([
    undefined,
    true,
    undefined,
    true,
    undefined,
  ])
})

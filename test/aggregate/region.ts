import fc from 'fast-check'
import type { UnitCounts } from '../../src/aggregate/index.js'

/** NPS histogram of so many detractors, passives and promoters. */
export const answers = (detractors: number, passives: number, promoters: number): number[] => [
  detractors,
  ...new Array<number>(6).fill(0),
  passives,
  0,
  0,
  promoters,
]

/** Six units of four services, very uneven: the example of the recommendations. */
export const region: UnitCounts[] = [
  { unit: 'emergency', service: 'acute', volume: 12_000, counts: answers(9, 7, 14) },
  { unit: 'phone', service: 'digital', volume: 45_000, counts: answers(11, 5, 44) },
  { unit: 'clinic', service: 'primary', volume: 3000, counts: answers(0, 2, 10) },
  { unit: 'imaging', service: 'acute', volume: 8000, counts: answers(1, 3, 21) },
  { unit: 'dental', service: 'primary', volume: 15_000, counts: answers(5, 10, 25) },
  { unit: 'home care', service: 'home', volume: 900, counts: answers(0, 4, 1) },
]

const histogram = fc.array(fc.nat({ max: 60 }), { minLength: 11, maxLength: 11 })

/** Regions of any shape: empty units, single answers, units without a service, wild volumes. */
export const anyRegion: fc.Arbitrary<UnitCounts[]> = fc
  .array(
    fc.record({
      service: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { nil: null, freq: 8 }),
      volume: fc.oneof(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.double({ min: 0.001, max: 1e9, noNaN: true }),
      ),
      counts: fc.oneof(
        { weight: 6, arbitrary: histogram },
        { weight: 1, arbitrary: fc.constant(answers(0, 0, 0)) },
        { weight: 1, arbitrary: fc.constant(answers(0, 0, 1)) },
      ),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((rows) => rows.map((row, i) => ({ ...row, unit: `unit ${i}` })))

export const answered = (units: readonly UnitCounts[]): boolean =>
  units.some((unit) => unit.counts.some((count) => count > 0))

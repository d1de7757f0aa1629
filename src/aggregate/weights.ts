import { badOption, requireSize } from './badOption.js'
import { sumOf } from './sumOf.js'
import type { FlatScheme, Scheme } from './types.js'
import { waterFill } from './waterFill.js'

/** What a weight may depend on. */
export interface Weighable {
  name: string
  service: string | null
  n: number
  volume: number | null
}

/** Largest share of a service in the balanced scheme: a quarter, or twice the equal share if that is more. */
export function balancedCap(services: number): number {
  return Math.min(1, Math.max(0.25, 2 / services))
}

/** Size that a flat scheme weighs by; the volume may be missing, which weighs nothing. */
function size(unit: Weighable, scheme: FlatScheme): number {
  const volume = unit.volume ?? 0
  if (scheme === 'pooled') return unit.n
  if (scheme === 'equal') return 1
  if (scheme === 'volume') return volume
  if (scheme === 'sqrt') return Math.sqrt(volume)
  if (scheme === 'log') return Math.log1p(volume)
  if (scheme.kind === 'fixed') return fixedWeight(unit, scheme.weights)
  const exponent = scheme.exponent ?? 1
  if (!(exponent >= 0 && exponent <= 1))
    throw badOption('scheme.exponent', `exponent must be between 0 (equal) and 1 (volume), got ${exponent}.`)
  return exponent === 0 ? 1 : volume ** exponent
}

function fixedWeight(unit: Weighable, weights: Readonly<Record<string, number>>): number {
  const weight = Object.hasOwn(weights, unit.name) ? weights[unit.name] : undefined
  return requireSize(weight, 'scheme.weights', `Unit "${unit.name}" has answers, so its weight`)
}

/** Weights of answering units under a flat scheme; empty ones get 0; null when nothing weighs. */
function flatWeights(units: readonly Weighable[], scheme: FlatScheme): number[] | null {
  const sizes = units.map((unit) => (unit.n > 0 ? size(unit, scheme) : 0))
  const top = Math.max(0, ...sizes)
  if (!(top > 0)) return null
  if (typeof scheme === 'object' && scheme.kind === 'capped') return waterFill(sizes, scheme.cap)
  // Scaled first: volumes of 1e308 must not overflow.
  const total = sumOf(sizes, (s) => s / top)
  return sizes.map((s) => s / top / total)
}

/** Units grouped into services in order of appearance; a unit without a service is one of its own. */
export function groupServices(
  units: readonly Weighable[],
): { name: string; known: boolean; members: number[] }[] {
  const known = new Map<string, { name: string; known: boolean; members: number[] }>()
  const groups: { name: string; known: boolean; members: number[] }[] = []
  units.forEach((unit, i) => {
    let group = unit.service === null ? undefined : known.get(unit.service)
    if (group === undefined) {
      group = { name: unit.service ?? unit.name, known: unit.service !== null, members: [] }
      groups.push(group)
      if (unit.service !== null) known.set(unit.service, group)
    }
    group.members.push(i)
  })
  return groups
}

/**
 * Weights by service and inside services. A service keeps the volume of its silent units, so what they
 * would have weighed stays inside their service.
 */
function hierarchicalWeights(
  units: readonly Weighable[],
  within: FlatScheme,
  between: (services: number) => FlatScheme,
): number[] | null {
  const inside = groupServices(units).map((group) => {
    const members = group.members.map((i) => units[i]).filter((unit) => unit !== undefined)
    const volumes = members.filter((unit) => unit.volume !== null)
    return {
      ...group,
      weights: flatWeights(members, within),
      service: {
        name: group.name,
        service: null,
        n: sumOf(members, (unit) => unit.n),
        volume: volumes.length === 0 ? null : sumOf(volumes, (unit) => unit.volume ?? 0),
      },
    }
  })
  const weighing = inside.filter((group) => group.weights !== null)
  const scheme = between(weighing.length)
  const shares = flatWeights(
    weighing.map((group) => group.service),
    scheme,
  )
  if (shares === null) return null
  const weights = units.map(() => 0)
  weighing.forEach((group, g) => {
    group.members.forEach((i, k) => {
      weights[i] = (shares[g] ?? 0) * (group.weights?.[k] ?? 0)
    })
  })
  return weights
}

/**
 * Weights of units, in their order: 0 or more, summing to 1 over units that answered and weigh; null when
 * nothing weighs (no answers, or a scheme by volume without any volume).
 *
 * | scheme | weight | estimand |
 * |---|---|---|
 * | `pooled` | answers | the answers received |
 * | `volume` | volume (silent units renormalized inside their service) | the average visit |
 * | `equal` | 1 | the average unit |
 * | `sqrt`, `{kind: 'power', exponent}` | volume^exponent | an index between the two (Bankier 1988) |
 * | `log` | log(1 + volume): depends on the unit of volume, avoid | an index |
 * | `{kind: 'capped', cap}` | water-filled, none above the cap | an index |
 * | `{kind: 'fixed', weights}` | as given, by unit | as chosen |
 * | `{kind: 'hierarchical', within, between}` | within × between | as chosen per level |
 * | `balanced` | services by √volume, none above max(1/4, 2/S); units inside by volume | an index |
 *
 * @throws PalauteError `bad_option` for an exponent outside 0..1, a cap that cannot hold, a bad weight
 * @example schemeWeights([{name: 'a', service: null, n: 5, volume: 100}, {name: 'b', service: null, n: 5, volume: 900}], 'sqrt') // [0.25, 0.75]
 */
export function schemeWeights(
  units: readonly Weighable[],
  scheme: Exclude<Scheme, { kind: 'raked' }>,
): number[] | null {
  if (scheme === 'balanced')
    return hierarchicalWeights(units, 'volume', (services) => ({
      kind: 'capped',
      cap: balancedCap(Math.max(1, services)),
      exponent: 0.5,
    }))
  if (scheme === 'volume') return hierarchicalWeights(units, 'volume', () => 'volume')
  if (typeof scheme === 'object' && scheme.kind === 'hierarchical')
    return hierarchicalWeights(units, scheme.within, () => scheme.between)
  return flatWeights(units, scheme)
}

/** Whether a scheme asks for volumes. */
export function needsVolume(scheme: Scheme): boolean {
  if (typeof scheme === 'string') return scheme !== 'pooled' && scheme !== 'equal'
  if (scheme.kind === 'hierarchical') return needsVolume(scheme.within) || needsVolume(scheme.between)
  if (scheme.kind === 'raked') return scheme.base === 'volume'
  return scheme.kind === 'capped' || (scheme.kind === 'power' && scheme.exponent > 0)
}

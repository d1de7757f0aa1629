import { PalauteError } from '../errors.js'

/** A number that is not NaN, or a clear error that names the argument. */
export function requireNumber(value: number, name: string): number {
  if (typeof value !== 'number' || Number.isNaN(value))
    throw new PalauteError('bad_option', `${name} must be a number, got ${String(value)}.`, { path: name })
  return value
}

/** A finite number of at least zero. Fractions are allowed: effective counts are rarely whole. */
export function requireCount(value: number, name: string): number {
  if (!(requireNumber(value, name) >= 0 && value < Infinity))
    throw new PalauteError('bad_option', `${name} must be 0 or more and finite, got ${value}.`, {
      path: name,
    })
  return value
}

export function requirePositive(value: number, name: string): number {
  if (!(requireNumber(value, name) > 0))
    throw new PalauteError('bad_option', `${name} must be above 0, got ${value}.`, { path: name })
  return value
}

/** A probability, both ends included. */
export function requireProbability(value: number, name: string): number {
  if (!(requireNumber(value, name) >= 0 && value <= 1))
    throw new PalauteError('bad_option', `${name} must be between 0 and 1, got ${value}.`, { path: name })
  return value
}

/** A confidence level: strictly between 0 and 1, e.g. 0.95. */
export function requireLevel(level: number): number {
  if (!(requireNumber(level, 'level') > 0 && level < 1))
    throw new PalauteError(
      'bad_option',
      `level must be strictly between 0 and 1 (for example 0.95), got ${level}.`,
      { path: 'level' },
    )
  return level
}

/** In single precision, as the weights were learnt; a `Float32Array` of its own takes ten times as long to make. */
export function single(numbers: number[]): number[] {
  for (let i = 0; i < numbers.length; i += 1) numbers[i] = Math.fround(numbers[i] as number)
  return numbers
}

/*
 * HMAC-SHA-256 (RFC 2104, FIPS 180-4), synchronous, since redaction is: the browser's own is asynchronous and
 * Node's is not there in a browser. Used for pseudonyms only, of short strings.
 */

/** First 32 bits of the fractions of the square roots or cube roots of primes, as the standard derives them. */
function fractions(count: number, root: number): Int32Array {
  const out = new Int32Array(count)
  let found = 0
  for (let n = 2; found < count; n += 1) {
    let prime = true
    for (let d = 2; d * d <= n && prime; d += 1) prime = n % d !== 0
    if (!prime) continue
    out[found++] = ((n ** (1 / root) % 1) * 2 ** 32) | 0
  }
  return out
}

const turn = (value: number, by: number): number => (value >>> by) | (value << (32 - by))

export function sha256(message: Uint8Array): Uint8Array {
  const constants = fractions(64, 3)
  const state = fractions(8, 2)
  const padded = new Uint8Array((((message.length + 8) >> 6) + 1) << 6)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(message.length / 2 ** 29))
  view.setUint32(padded.length - 4, (message.length << 3) >>> 0)
  const w = new Int32Array(64)
  const at = (array: Int32Array, index: number): number => array[index] as number
  for (let block = 0; block < padded.length; block += 64) {
    for (let i = 0; i < 16; i += 1) w[i] = view.getInt32(block + i * 4)
    for (let i = 16; i < 64; i += 1) {
      const a = at(w, i - 15)
      const b = at(w, i - 2)
      const small = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)
      const large = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)
      w[i] = (at(w, i - 16) + small + at(w, i - 7) + large) | 0
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    for (let i = 0; i < 64; i += 1) {
      const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
      const first = (h + s1 + ((e & f) ^ (~e & g)) + at(constants, i) + at(w, i)) | 0
      const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
      const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + first) | 0
      d = c
      c = b
      b = a
      a = (first + second) | 0
    }
    ;[a, b, c, d, e, f, g, h].forEach((value, i) => {
      state[i] = at(state, i) + value
    })
  }
  const out = new Uint8Array(32)
  const bytes = new DataView(out.buffer)
  state.forEach((value, i) => {
    bytes.setInt32(i * 4, value)
  })
  return out
}

export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(64)
  block.set(key.length > 64 ? sha256(key) : key)
  const joined = (pad: number, rest: Uint8Array): Uint8Array => {
    const out = new Uint8Array(64 + rest.length)
    out.set(block.map((byte) => byte ^ pad))
    out.set(rest, 64)
    return out
  }
  return sha256(joined(0x5c, sha256(joined(0x36, message))))
}

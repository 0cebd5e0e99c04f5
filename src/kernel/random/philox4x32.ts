/**
 * Philox4x32-10: a keyed bijection of a 128-bit counter. Block n of a stream is a function of (key, n) alone, so any
 * number of workers draw the same numbers in any order.
 * Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011); known answers in the
 * test from the authors' Random123 `kat_vectors`.
 * @param counter  four words, read only        @param out  four words, overwritten; may not be `counter`
 * @param keyLow   unsigned 32 bits             @param keyHigh  unsigned 32 bits
 */
export function philox4x32(counter: Uint32Array, keyLow: number, keyHigh: number, out: Uint32Array): void {
  let a = counter[0] as number
  let b = counter[1] as number
  let c = counter[2] as number
  let d = counter[3] as number
  let low = keyLow
  let high = keyHigh
  for (let round = 0; round < 10; round++) {
    const next = productHigh(c, 0xcd9e, 0x8d57) ^ b ^ low
    const third = productHigh(a, 0xd251, 0x1f53) ^ d ^ high
    b = Math.imul(c, 0xcd9e8d57)
    d = Math.imul(a, 0xd2511f53)
    a = next >>> 0
    c = third >>> 0
    low = (low + 0x9e3779b9) | 0
    high = (high + 0xbb67ae85) | 0
  }
  out[0] = a
  out[1] = b
  out[2] = c
  out[3] = d
}

/** Upper 32 bits of the 64-bit product a·(high·2^16 + low); every intermediate sum stays below 2^32. */
function productHigh(a: number, high: number, low: number): number {
  const aHigh = a >>> 16
  const aLow = a & 0xffff
  const middle = aHigh * low + ((aLow * low) >>> 16)
  const carry = aLow * high + (middle & 0xffff)
  return aHigh * high + (middle >>> 16) + (carry >>> 16)
}

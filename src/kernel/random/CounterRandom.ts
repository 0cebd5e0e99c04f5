import { normalQuantile } from './normalQuantile.ts'
import { philox4x32 } from './philox4x32.ts'

const TWO_32 = 4294967296
const TWO_20 = 1048576
const TWO_MINUS_52 = 2.220446049250313e-16

/**
 * One stream of random numbers, addressed by (seed, path, stream): same address, same numbers, whoever draws them and
 * whatever else is drawn. The Philox key is the seed, the counter is (block, stream, path low, path high).
 */
export class CounterRandom {
  private readonly counter: Uint32Array
  private readonly block = new Uint32Array(4)
  private readonly keyLow: number
  private readonly keyHigh: number
  private used = 4

  /** @param address  seed and path: whole numbers from 0 to 2^53 − 1; stream: from 0 to 2^32 − 1 */
  constructor(address: { readonly seed: number; readonly path: number; readonly stream: number }) {
    this.keyLow = address.seed >>> 0
    this.keyHigh = Math.floor(address.seed / TWO_32) >>> 0
    this.counter = new Uint32Array([0, address.stream, address.path >>> 0, Math.floor(address.path / TWO_32)])
  }

  /** Uniform on the open interval (0, 1): (n + ½)/2^52, so that neither end occurs and 1 − u is as exact as u. */
  uniform(): number {
    if (this.used === 4) this.refill()
    const high = (this.block[this.used] as number) * TWO_20
    const low = (this.block[this.used + 1] as number) >>> 12
    this.used += 2
    return (high + low + 0.5) * TWO_MINUS_52
  }

  /** Standard normal, by inversion: one uniform each, between −8.2 and 8.2. */
  normal(): number {
    return normalQuantile(this.uniform())
  }

  private refill(): void {
    philox4x32(this.counter, this.keyLow, this.keyHigh, this.block)
    this.counter[0] = (this.counter[0] as number) + 1
    this.used = 0
  }
}

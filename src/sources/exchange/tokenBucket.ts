import type { Millis } from '../../engine/index.ts'
import type { Pace } from './venues/VenueAdapter.ts'

export interface TokenBucket {
  /** Takes a token and says how long to wait before the request it stands for. */
  readonly take: (now: Millis) => Millis
}

/** So many requests at once, then one in so many milliseconds. [S55] */
export function tokenBucket({ burst, everyMillis }: Pace): TokenBucket {
  // The moment at which the bucket is full again; it never lies more than a burst ahead without a wait.
  let full = -Infinity
  return {
    take: (now) => {
      full = Math.max(full, now) + everyMillis
      return Math.max(0, full - now - burst * everyMillis)
    },
  }
}

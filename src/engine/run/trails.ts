import type { Account } from '../ledger/Account.ts'
import { isFollowing, trailLevel, type TrailingStop } from '../ledger/Trailing.ts'
import type { Instrument } from '../instruments/Instrument.ts'
import { required } from '../result/result.ts'
import { priceOfDouble, type Price } from '../units/quantities.ts'
import type { PriceKind } from '../venues/Rules.ts'

/** A trailing stop of the account: an order's, or a position's. */
export interface Trail {
  readonly stop: TrailingStop
  readonly instrument: string
  readonly by: PriceKind
  /** The way the price goes to set it off: a sell follows the highest price. */
  readonly direction: 'rise' | 'fall'
}

/** All trailing stops of an account. */
export function trailsOf(account: Account): readonly Trail[] {
  const found: Trail[] = []
  for (const { trailing: stop, instrument, qty, triggerBy: by = 'mark' } of account.positions.values()) {
    if (stop !== undefined) found.push({ stop, instrument, by, direction: qty.isNegative() ? 'rise' : 'fall' })
  }
  for (const { trailing: stop, instrument, direction, triggerBy: by = 'mark' } of account.orders.values()) {
    if (stop !== undefined) found.push({ stop, instrument, by, direction })
  }
  return found
}

type Bests = ReadonlyMap<TrailingStop, Price>

/**
 * The best price each trailing stop has followed: what the tape showed since it was set. [P11] Between two points a price
 * moves one way, so the best of a path is the best of its points, whatever lies between, and what it was at the start of a
 * piece is all that can be fallen back from within it. [L4]
 */
export interface Trails {
  readonly version: number
  best(stop: TrailingStop): Price
  /** Looks at a point the prices have come to. */
  follow(trails: readonly Trail[], priceAt: (trail: Trail) => number): void
  /** Ends a tick, so that it can be gone back to. [L3] */
  keep(tick: number): void
  rewind(tick: number): void
  /** Of its own from a tick on, to be followed on other prices. */
  copyAt(tick: number): Trails
  /** The best prices at the end of a tick. */
  at(tick: number): (stop: TrailingStop) => Price
}

export function createTrails(): Trails {
  return trailsAfter([])
}

interface Kept {
  readonly tick: number
  readonly bests: Bests
}

function trailsAfter(kept: readonly Kept[]): Trails {
  let bests: Bests = kept.at(-1)?.bests ?? new Map()
  let version = kept.length
  const history = [...kept]
  const upTo = (tick: number): Bests => history.findLast((each) => each.tick <= tick)?.bests ?? new Map()
  const best = (stop: TrailingStop): Price => bests.get(stop) ?? stop.from
  return {
    get version() {
      return version
    },
    best,
    follow(trails, priceAt) {
      const better = trails.flatMap((trail) => {
        const found = improved(best(trail.stop), priceAt(trail), trail.direction)
        return found === undefined ? [] : [[trail.stop, found] as const]
      })
      if (better.length === 0) return
      // those that are no longer there fall out
      bests = new Map([...trails.map(({ stop }) => [stop, best(stop)] as const), ...better])
      version += 1
    },
    keep(tick) {
      if (bests !== history.at(-1)?.bests && version > 0) history.push({ tick, bests })
    },
    rewind(tick) {
      while ((history.at(-1)?.tick ?? -1) > tick) history.pop()
      bests = history.at(-1)?.bests ?? new Map()
      version += 1
    },
    copyAt: (tick) => trailsAfter(history.filter((each) => each.tick <= tick)),
    at(tick) {
      const known = upTo(tick)
      return (stop) => known.get(stop) ?? stop.from
    },
  }
}

/** The price at a point, where it is better than the best so far. */
function improved(best: Price, at: number, direction: Trail['direction']): Price | undefined {
  const price = priceOfDouble(at)
  return (direction === 'fall' ? price.gt(best) : price.lt(best)) ? price : undefined
}

/** Where a trailing stop stands: what it has followed to, and the price that sets it off once it follows. */
export interface TrailView {
  readonly best: Price
  readonly level: Price | undefined
}

export function trailView({ stop, instrument, direction }: Trail, best: Price, instruments: ReadonlyMap<string, Instrument>): TrailView {
  const { tickSize } = required(instruments.get(instrument), `instrument ${instrument}`)
  return { best, level: isFollowing(stop, best, direction) ? trailLevel(stop, best, { direction, tickSize }) : undefined }
}

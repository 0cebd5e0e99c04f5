import { poolTypeOf, type PoolRef, type PositionSide } from '../../engine/index.ts'
import { defaultLeg } from '../../documents/scenario/defaultLeg.ts'

/** Where an order wants to go. */
export interface Destination {
  readonly instrument: string
  readonly pool: PoolRef
  readonly positionSide: PositionSide
}

/** What is known of an open position; the engine's, or a frame's. */
export interface Held {
  readonly leg: string
  readonly instrument: string
  readonly pool: string
  readonly positionSide: PositionSide
}

/**
 * The leg an order belongs to: the position that is already there, else a name of its own. The usual name is given up
 * when a position of that name has been moved elsewhere, so that the order does not follow it through the wall.
 */
export function legFor(held: Iterable<Held>, to: Destination): string {
  const taken = new Set<string>()
  for (const position of held) {
    taken.add(position.leg)
    const isThere = to.pool === 'isolated' ? poolTypeOf(position.pool) === 'isolated' : position.pool === to.pool
    if (isThere && position.instrument === to.instrument && position.positionSide === to.positionSide) return position.leg
  }
  const usual = defaultLeg(to, to.positionSide)
  let leg = usual
  for (let number = 2; taken.has(leg); number += 1) leg = `${usual}#${number}`
  return leg
}

import type { LegId, PositionSide } from '../../engine/index.ts'

/** The name of a position that is given none: `<instrument>@<pool>`, in hedge mode with the side. */
export function defaultLeg(at: { readonly instrument: string; readonly pool: string }, positionSide: PositionSide): LegId {
  const name = `${at.instrument}@${at.pool}`
  return positionSide === 'both' ? name : `${name}:${positionSide}`
}

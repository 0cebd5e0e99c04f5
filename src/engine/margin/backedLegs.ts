import type { Position } from '../ledger/Account.ts'

/** The positions that collateral backs: assets that are collateral themselves left out. */
export function backedLegs(positions: readonly Position[]): readonly Position[] {
  return positions.some((position) => position.type === 'spot') ? positions.filter((position) => position.type !== 'spot') : positions
}

/** A position on a phone. */
export const cardWords = {
  entryToMark: 'Entry to mark',
  poolRatio: 'Margin ratio of the pool',
  margin: 'Margin',
  leverage: 'Leverage',
  move: 'Move',
  ownWall: 'Move to own wall',
  lostAt: (tick: number): string => `lost, bar ${tick}`,
  madeAt: (tick: number): string => `closed, bar ${tick}`,
} as const

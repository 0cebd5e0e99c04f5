/** What funding and liquidations in parts do to a position. */
export const carryWords = {
  cooling: (until: string): string => `A part was liquidated; the pool is tested again at ${until}.`,
  reducedLabel: 'Liquidated in part',
  coolingShort: 'cooling',
  reducedShort: (times: number): string => (times === 1 ? 'reduced' : `reduced ${times}×`),
  reduced: (times: number, size: string): string => `${times === 1 ? 'Once' : `${times} times`}, ${size} in all`,
  nextAll: 'Next payment',
} as const

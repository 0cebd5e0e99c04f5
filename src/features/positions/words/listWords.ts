/** Trades, funding and events. */
export const listWords = {
  goTo: 'Show bar',
  sumSoFar: (sum: string): string => `sum ${sum}`,
  rate: (rate: string): string => `rate ${rate}`,
  refusedHere: 'Refused here',
} as const

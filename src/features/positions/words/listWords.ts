/** Trades, funding and events. */
export const listWords = {
  goTo: 'Show bar',
  sumSoFar: (sum: string): string => `sum ${sum}`,
  rate: (rate: string): string => `rate ${rate}`,
  fee: (fee: string): string => `fee ${fee}`,
} as const

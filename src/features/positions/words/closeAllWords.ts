/** The question before everything is closed. */
export const closeAllWords = {
  button: 'Close all',
  title: 'Close all positions',
  story: 'Every open position is closed at the market price, and every waiting order is cancelled. Taker fees are paid.',
  positions: (count: number): string => (count === 1 ? '1 position is closed' : `${count} positions are closed`),
  orders: (count: number): string => (count === 1 ? '1 order is cancelled' : `${count} orders are cancelled`),
  total: (amount: string): string => `Unrealized PnL at the mark, all together: ${amount}.`,
  oneStep: 'It is one step: Undo brings everything back.',
  nothing: 'There is no position and no order.',
  busy: 'It is being done',
  confirm: (positions: number, orders: number): string => [positions === 0 ? '' : `Close ${positions}`, orders === 0 ? '' : `${positions === 0 ? 'Cancel' : 'cancel'} ${orders}`].filter((part) => part !== '').join(', ') || 'Close all',
  done: (positions: number, orders: number): string => `${positions === 1 ? '1 position' : `${positions} positions`} closed${orders === 0 ? '' : `, ${orders === 1 ? '1 order' : `${orders} orders`} cancelled`}`,
  undo: 'Undo',
} as const

import type { Saver } from './IncidentLook.ts'

type None = Extract<Saver, { type: 'none' }>

/** Every word about what would have saved a pool. Figures arrive written. */
export const saverWords = {
  title: 'What would have saved it',
  running: 'Playing it again with one thing changed',
  whole: (tick: number) => `whole tape, left at bar ${tick}`,
  upTo: (tick: number) => `left at bar ${tick}, as far as it was seen`,
  asItWas: 'As it was',
  find: 'Look for it',
  again: 'Look again up to here',
  failed: (problem: string) => `It could not be played: ${problem}.`,
  nothing: 'Nothing that was tried would have.',
  left: 'Equity left',
  what: 'Change',
  try: 'Try',
  tryThis: (change: string) => `Try: ${change}`,
  notFound: (count: number) => (count === 1 ? 'One that would not have' : `${count} that would not have`),

  margin: (amount: string) => `${amount} more margin`,
  marginOf: (amount: string, position: string) => `${amount} more margin behind ${position}`,
  wallet: (amount: string) => `${amount} more in the wallet`,
  withWallet: (amount: string) => `, and ${amount} more in the wallet for it`,
  leverage: (position: string, to: string, from: string) => `${position} at ${to}, not ${from}`,
  size: (base: string, to: string, from: string) => `${base} size ${to}, not ${from}`,
  stop: (base: string, price: string, isLong: boolean) => `A stop on ${base} at ${price} or ${isLong ? 'above' : 'below'}`,
  ownWall: (base: string) => `A wall around ${base}`,
  ownWallLost: (base: string) => `A wall around ${base}: only ${base} is lost`,
  allWalls: 'A wall around each',
  allWallsLost: (bases: string) => `A wall around each: only ${bases} is lost`,
  shared: (base: string) => `${base} in the cross pool, without a wall`,

  kinds: {
    margin: 'More margin', leverage: 'Less leverage', size: 'A smaller order', stop: 'A stop', 'own-wall': 'A wall around the culprit', 'all-walls': 'A wall around each', shared: 'No wall',
  } satisfies Readonly<Record<Saver['kind'], string>>,
  reasons: {
    gap: 'the price jumped over every place where it could have stood',
    'no-order': 'there is no order to change',
    'not-enough': 'it would have been liquidated all the same',
    wallet: 'the wallet could not have paid for it',
    refused: 'the orders would not have been accepted',
    'no-room': 'there is no tick between the entry and the liquidation',
    'at-once': 'it failed in the bar in which it was opened',
  } satisfies Readonly<Record<None['reason'], string>>,
  none: (kind: string, reason: string) => `${kind}: ${reason}.`,
}

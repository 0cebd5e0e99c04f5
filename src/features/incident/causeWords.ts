import type { ChainShare } from './IncidentLook.ts'

type Cause = ChainShare['cause']
type OfLeg = Exclude<Cause, { type: 'margin' }>

/** What moved a liq. price, as the label of a bar or of a line. Another position is named, the one asked about is not. */
export function causeWords(cause: Cause, { leg, surplus }: { readonly leg: string; readonly surplus: string | undefined }): string {
  if (cause.type === 'margin') return MARGIN[cause.why]
  const isLoss = surplus?.startsWith('-') === true
  return cause.leg === leg ? OWN[cause.type](isLoss) : OTHERS[cause.type](cause.base, isLoss)
}

const OWN: Readonly<Record<OfLeg['type'], (isLoss: boolean) => string>> = {
  price: () => 'Its own price',
  tier: () => 'Its own tier',
  funding: (isLoss) => (isLoss ? 'Funding paid' : 'Funding received'),
  fee: () => 'Trading fee',
  fill: () => 'Its own trades',
  liquidation: () => 'A part of it liquidated',
  'exit-cost': () => 'Its closing cost',
  moved: () => 'Moved to this pool',
}

const OTHERS: Readonly<Record<OfLeg['type'], (base: string, isLoss: boolean) => string>> = {
  price: (base, isLoss) => `${base}\u2019s ${isLoss ? 'loss' : 'gain'}`,
  tier: (base) => `${base}\u2019s tier`,
  funding: (base) => `${base}\u2019s funding`,
  fee: (base) => `${base}\u2019s fee`,
  fill: (base) => `${base}\u2019s trades`,
  liquidation: (base) => `${base} liquidated`,
  'exit-cost': (base) => `${base}\u2019s closing cost`,
  moved: (base) => `${base} moved`,
}

const MARGIN: Readonly<Record<Extract<Cause, { type: 'margin' }>['why'], string>> = {
  added: 'Margin added',
  removed: 'Margin taken out',
  'auto-added': 'Margin added by itself',
  leverage: 'Leverage changed',
  released: 'Margin that came back',
  'initial-margin': 'Margin for another wall',
  deposited: 'Deposit',
  withdrawn: 'Withdrawal',
}

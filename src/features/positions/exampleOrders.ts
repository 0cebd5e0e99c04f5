import { Decimal } from '../../engine/index.ts'
import type { EditCommand } from './edit/editCommand.ts'

export interface Example {
  readonly label: string
  readonly command: EditCommand
}

interface Market {
  readonly instrument: string
  readonly base: string
  readonly maxLeverage: string
  /** Of an inverse contract, whose sizes are in dollars while the margin is in coins. */
  readonly isInverse?: boolean
  readonly mark?: string
}

/** Three one-click orders in the selected market, each for a fifth of what is available; none without money. */
export function exampleOrders({ instrument, base, maxLeverage, isInverse = false, mark = '1' }: Market, available: string): readonly Example[] {
  const leverage = Decimal.min(10, maxLeverage).toDecimalPlaces(0, Decimal.ROUND_DOWN)
  const worth = new Decimal(available).times('0.2').times(leverage)
  const notional = isInverse ? worth.times(mark).toDecimalPlaces(0, Decimal.ROUND_DOWN) : worth.toDecimalPlaces(2, Decimal.ROUND_DOWN)
  if (!notional.gt(0)) return []
  const order = (side: 'buy' | 'sell', pool: 'isolated' | 'cross'): EditCommand => ({
    type: 'place-order', instrument, pool, side, notional: notional.toFixed(), leverage: leverage.toFixed(),
  })
  return [
    { label: `Long ${base} ${leverage.toFixed()}x, own wall`, command: order('buy', 'isolated') },
    { label: `Short ${base} ${leverage.toFixed()}x, own wall`, command: order('sell', 'isolated') },
    { label: `Long ${base} ${leverage.toFixed()}x, shared pool`, command: order('buy', 'cross') },
  ]
}

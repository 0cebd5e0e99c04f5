import type { CalculateActions } from '../../store/CalculateActions.ts'

export type CalculatedInstrument = Parameters<CalculateActions['sendToSimulate']>[0]['instrument']

/** The instrument that is calculated, what it stands in, and what the open scenario says of it. */
export interface CalculateMarket {
  readonly symbol: string
  readonly type: 'linear' | 'inverse'
  readonly base: string
  readonly quote: string
  /** What profit and loss are in. */
  readonly currency: string
  /** What sizes are in. */
  readonly sizeUnit: string
  readonly moneyDecimals: number
  readonly tickSize: string
  /** Empty where sizes have no step of their own. */
  readonly qtyStep: string
  /** Whether it is an instrument of the open scenario. */
  readonly isOpen: boolean
  /** Whether it is settled in the currency of the account that is open. */
  readonly sharesAccount: boolean
  /** Its mark at the cursor; absent where it is not in the scenario. */
  readonly mark: string | undefined
  /** Of the account as set; absent where nothing is open, or it is in another currency. */
  readonly walletBalance: string | undefined
  /** What is open in it: the trade to begin with. */
  readonly position: { readonly leg: string; readonly size: string; readonly side: 'long' | 'short'; readonly entryPrice: string; readonly leverage: string; readonly margin: string | undefined } | undefined
}

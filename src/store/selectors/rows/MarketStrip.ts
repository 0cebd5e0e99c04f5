import type { PriceKind } from '../../../engine/index.ts'

/** The selected instrument at the cursor. */
export interface MarketStrip {
  readonly instrument: string
  readonly base: string
  readonly quote: string
  /** What quantities are in: the base, of an inverse contract the quote currency. */
  readonly sizeUnit: string
  readonly isInverse: boolean
  /** Of the account: what margin, fees and PnL are in. */
  readonly currency: string
  readonly mark: string
  /** Where the tape has them. */
  readonly index: string | undefined
  readonly last: string | undefined
  /** The price that liquidates. */
  readonly trigger: PriceKind
  /** Against the first price of the tape, a fraction. */
  readonly change: number
  readonly priceDecimals: number
  readonly qtyDecimals: number
  readonly tickSize: string
  readonly qtyStep: string
  /** Per interval; absent: no funding. Of the tape: what was paid last, without a rate as long as nothing was. [F5] */
  readonly funding: { readonly rate: string | undefined; readonly intervalMillis: number; readonly isPaid: boolean } | undefined
  /** First tier. */
  readonly maintenanceMarginRate: string
  readonly maxLeverage: string
  readonly tiers: readonly { readonly floor: string; readonly cap: string | undefined; readonly maintenanceRate: string; readonly maxLeverage: string }[]
  readonly rulesName: string
  readonly rulesSummary: string
  readonly between: 'path' | 'jump'
  readonly instruments: readonly { readonly instrument: string; readonly base: string; readonly mark: string; readonly change: number }[]
}

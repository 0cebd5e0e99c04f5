import type { LegId, PoolId, PoolType } from '../ledger/Account.ts'
import type { Millis } from '../units/millis.ts'
import type { Price, Qty, Quote, Rate } from '../units/quantities.ts'
import type { PriceKind } from '../venues/Rules.ts'
import type { LiquidationChain } from './LiquidationChain.ts'

/** One liquidation, explained: what happened, why, what it took along, where the money went. */
export interface Incident {
  readonly twin: 'as-set' | 'all-isolated' | 'all-cross'
  /** Of the `pool-breached` event. */
  readonly seq: number
  readonly tick: number
  readonly at: Millis
  readonly pool: PoolId
  readonly poolType: PoolType
  /** Whether the price jumped over the liquidation point. */
  readonly jumped: boolean
  /** Of the pool at the moment of the test, at the marks that triggered it. */
  readonly equity: Quote
  readonly maintenanceMargin: Quote
  /** The leg with the worst unrealised PnL. */
  readonly culprit: LegId
  /** The culprit first, then as they were closed; legs that survived (worst loss first) last. */
  readonly legs: readonly IncidentLeg[]
  /** What the events of this liquidation booked, from each side; the amounts sum to zero. [L1] */
  readonly money: readonly MoneyRow[]
  /** Margin left over and kept; what the pool was short of. At most one is not zero. */
  readonly forfeited: Quote
  readonly badDebt: Quote
  readonly liquidationFees: Quote
  /** Cash that went back to the wallet, where the rules return the rest. */
  readonly returned: Quote
  /** How each leg's liq. price came to where it was, in the order of `legs`; of a large pool the first ones. [I1] */
  readonly chains: readonly LiquidationChain[]
}

export interface IncidentLeg {
  readonly leg: LegId
  readonly instrument: string
  readonly base: string
  readonly qty: Qty
  readonly role: 'culprit' | 'bystander'
  readonly entryPrice: Price
  /** The price the test looked at, when it failed. */
  readonly mark: Price
  /** Which price that was: the one the rules name where the tape has it, else the mark. [K5] */
  readonly priceKind: PriceKind
  /** (mark - entry) / entry */
  readonly move: Rate
  readonly unrealizedPnl: Quote
  readonly maintenanceMargin: Quote
  readonly wasInProfit: boolean
  /** Absent when the pool was safe before it was this leg's turn. */
  readonly closed: { readonly price: Price; readonly realizedPnl: Quote; readonly fee: Quote } | undefined
  /** Its part of the forfeited rest (negative) or of the bad debt (positive). */
  readonly share: Quote
  /** The same leg in the other two twins at the end of this tick. */
  readonly elsewhere: readonly LegElsewhere[]
}

export interface LegElsewhere {
  readonly twin: 'as-set' | 'all-isolated' | 'all-cross'
  readonly state: 'open' | 'liquidated' | 'closed' | 'never-opened'
  /** Tick of its last liquidation or close; absent while open. */
  readonly tick: number | undefined
  /** All it has earned and cost so far, open PnL included, at the marks of the end of the tick. */
  readonly pnl: Quote
}

export interface MoneyRow {
  readonly party: 'trader' | 'market' | 'venue-fees' | 'insurance-fund' | 'deleveraged' | 'nobody'
  /** Received when positive. */
  readonly amount: Quote
}

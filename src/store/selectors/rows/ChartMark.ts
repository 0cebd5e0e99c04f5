import type { Twin } from '../../../workers/run/Frame.ts'

/** A liquidation on the charts and the scrubber; the same one in several accounts is one mark. */
export interface ChartMark {
  readonly key: string
  readonly tick: number
  /** Exact place on the tick axis (12.37: a third of the way from tick 12 to 13). */
  readonly at: number
  readonly time: number
  /** The accounts in which it happened in just this way. */
  readonly twins: readonly Twin[]
  /** Of the `pool-breached` event, in the first of the twins. */
  readonly seq: number
  readonly poolType: 'cross' | 'isolated' | 'bucket'
  readonly culprit: MarkedLeg
  /** It was assets alone that stood in the pool. */
  readonly isAsset: boolean
  readonly bystanders: readonly MarkedLeg[]
  /** Realised PnL of all it closed, plus what was forfeited and less bad debt, decimal text. */
  readonly lost: string
  readonly forfeited: string
  readonly badDebt: string
  /** Parts of the bad debt: given up by counterparties, covered by nobody. */
  readonly deleveraged: string
  readonly uncovered: string
  /** Positions of the account that it did not touch, by base. */
  readonly untouched: readonly string[]
  /** Equity of the account after the tick, where the ✕ stands. */
  readonly equityAfter: number
}

export interface MarkedLeg {
  readonly leg: string
  readonly instrument: string
  readonly base: string
  readonly isLong: boolean
  /** Closing price, decimal text; absent for a leg that survived. */
  readonly price: string | undefined
  readonly realizedPnl: string | undefined
}

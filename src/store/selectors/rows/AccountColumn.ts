import type { Twin, WallsPool } from '../../../workers/run/Frame.ts'

/** One column of the account panel. Amounts are decimal text. */
export interface AccountColumn {
  readonly twin: Twin
  readonly walls: readonly WallsPool[]
  readonly equity: string
  /** Of a coin account, in the currency the coin is priced in. */
  readonly worth: string | undefined
  /** (equity − deposits) / deposits; absent without deposits. */
  readonly change: string | undefined
  readonly available: string
  readonly walletBalance: string
  readonly initialMargin: string
  /** Absent without positions. */
  readonly maintenanceMargin: string | undefined
  readonly marginRatio: string | undefined
  readonly canStillLose: string
  readonly unrealizedPnl: string
  readonly insuranceFund: string
  readonly openPositions: number
}

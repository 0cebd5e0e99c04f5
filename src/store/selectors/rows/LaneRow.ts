import type { LaneCell, LaneEnd } from '../../../workers/run/ChartData.ts'

/** One position of the firewall lanes: its half-row behind its own wall and its half-row in the shared pool. */
export interface LaneRow {
  readonly leg: string
  readonly instrument: string
  readonly base: string
  readonly isLong: boolean
  readonly isolated: LaneHalf
  readonly cross: LaneHalf
}

/** A position of two branches: its half in the open one as `isolated`, in the other as `cross`; and what its pools are. */
export interface ComparedLane extends LaneRow {
  readonly modes: readonly ['iso' | 'cross', 'iso' | 'cross']
}

export interface LaneHalf {
  readonly cells: readonly LaneCell[]
  readonly liquidations: readonly LaneEnd[]
  readonly status: 'never-opened' | 'open' | 'closed' | 'liquidated'
  /** Tick of the last end; absent while open. */
  readonly endTick: number | undefined
}

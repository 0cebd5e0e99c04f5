import type { Counterfactuals, Incident } from '../../engine/index.ts'
import type { Twin } from '../../workers/run/Frame.ts'
import type { Plain } from '../../workers/Plain.ts'

export type PlainIncident = Plain<Incident>

export interface IncidentState {
  readonly twin: Twin
  /** Of the `pool-breached` event. */
  readonly seq: number
  /** Absent while the worker is at it. */
  readonly report: PlainIncident | undefined
  readonly savers: SaversState
}

/** What would have saved the pool: searched for by playing the scenario again and again. */
export interface SaversState {
  readonly status: 'idle' | 'running' | 'done' | 'failed'
  /** 0 to 1. */
  readonly progress: number
  readonly found: Plain<Counterfactuals> | undefined
  readonly problems: readonly string[]
}

export const NO_SAVERS: SaversState = { status: 'idle', progress: 0, found: undefined, problems: [] }

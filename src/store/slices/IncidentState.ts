import type { Incident } from '../../engine/index.ts'
import type { Twin } from '../../workers/run/Frame.ts'
import type { Plain } from '../../workers/Plain.ts'

export type PlainIncident = Plain<Incident>

export interface IncidentState {
  readonly twin: Twin
  /** Of the `pool-breached` event. */
  readonly seq: number
  /** Absent while the worker is at it. */
  readonly report: PlainIncident | undefined
}

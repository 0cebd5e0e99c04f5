import type { PlainIncident } from '../../store/slices/IncidentState.ts'
import type { Format } from '../../ui/format/createFormat.ts'

export type { PlainIncident }
export type IncidentLeg = PlainIncident['legs'][number]
export type Drift = PlainIncident['drifts'][number]
export type Account = PlainIncident['twin']

/** How numbers are written; prices need the tick size of their instrument. */
export interface IncidentLook {
  readonly format: Format
  readonly tickSizeOf: (instrument: string) => string | undefined
}

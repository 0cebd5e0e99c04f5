import type { PlainIncident, SaversState } from '../../store/slices/IncidentState.ts'
import type { Format } from '../../ui/format/createFormat.ts'

export type { PlainIncident }
export type IncidentLeg = PlainIncident['legs'][number]
export type Chain = PlainIncident['chains'][number]
export type ChainWay = Extract<Chain['phases'][number], { type: 'price' }>
export type ChainShare = ChainWay['shares'][number]
export type Savers = SaversState
export type Saver = NonNullable<SaversState['found']>['all'][number]
export type Account = PlainIncident['twin']

/** How numbers are written; prices need the tick size of their instrument. */
export interface IncidentLook {
  readonly format: Format
  readonly tickSizeOf: (instrument: string) => string | undefined
}

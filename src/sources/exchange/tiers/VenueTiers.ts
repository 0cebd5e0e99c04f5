import type { Millis } from '../../../engine/index.ts'
import type { TierDocument } from '../../../documents/rules/RulesDocument.ts'
import type { VenueId } from '../VenueId.ts'

/** A tier table as a venue tells it, ready for a Rules document. */
export interface TierReading {
  readonly rows: readonly TierDocument[]
  /** What floors and caps count, as `tiersBy` of a Rules document. */
  readonly by: 'notional' | 'size' | 'contracts'
  /** How the rates count, as `tierRates` of a Rules document: each for the part of a position inside its tier; for the whole position unless said. */
  readonly rates?: 'by-part' | undefined
  /** What they are of, as `contract` of a Rules document: linear unless said. */
  readonly contract?: 'inverse' | undefined
  /** How it was read, one sentence each. */
  readonly notes: readonly string[]
}

export interface VenueTiers extends TierReading {
  readonly venue: VenueId
  readonly symbol: string
  /** What was asked, without the host: for the source line. */
  readonly source: string
  readonly readAt: Millis
}

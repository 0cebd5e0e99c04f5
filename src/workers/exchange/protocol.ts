import type { PartKind } from '../../documents/scenario/TapeSource.ts'
import type { ExchangeProgress } from '../../sources/exchange/ExchangeProgress.ts'
import type { ExchangeInstrument, ExchangeRequest, SeriesName } from '../../sources/exchange/ExchangeRequest.ts'
import type { ExchangeTrouble } from '../../sources/exchange/ExchangeTrouble.ts'
import type { ExchangeOrigin, LoadReport } from '../../sources/exchange/LoadedExchange.ts'
import type { VenueTiers } from '../../sources/exchange/tiers/VenueTiers.ts'
import type { PackedTape } from '../../tapes/packedTape.ts'
import type { ExchangeJob, PagesSize } from './ExchangeStorage.ts'

/** Where a list or a table is asked for. */
export interface ExchangePlace {
  readonly venue: ExchangeRequest['venue']
  readonly market: string
  readonly baseUrl?: string | undefined
}

/** Main thread → exchange worker. Only `load`, `instruments` and `tiers` make requests that leave the machine. */
export type ExchangeAsk = { readonly id: number } & (
  | { readonly type: 'load'; readonly request: ExchangeRequest }
  | { readonly type: 'instruments'; readonly place: ExchangePlace }
  | { readonly type: 'tiers'; readonly place: ExchangePlace; readonly instruments: readonly ExchangeInstrument[] }
  | { readonly type: 'kept' }
  | { readonly type: 'clear-pages' }
  | { readonly type: 'forget-job'; readonly job: string }
  | { readonly type: 'cancel'; readonly target: number }
  | { readonly type: 'ping' }
)

/** What was loaded of one series, as it is sent and kept. */
export interface LoadedPart {
  readonly name: string
  readonly instrument: string
  readonly kind: PartKind
  readonly series: SeriesName
  readonly origin: ExchangeOrigin
  readonly report: LoadReport
  /** Decimal places of the prices; 0 for a series without prices. */
  readonly decimals: number
  readonly checksum: string
  readonly tape: PackedTape
}

/** The storage does not take part: told once, and the loading goes on without it. */
export type KeepTrouble = 'full' | 'unavailable'

/** Exchange worker → main thread. Every request but `cancel` and `ping` gets one final reply. */
export type ExchangeReply = { readonly id: number } & (
  | { readonly type: 'progress'; readonly progress: ExchangeProgress }
  | { readonly type: 'not-kept'; readonly trouble: KeepTrouble }
  | { readonly type: 'alive' }
  | ExchangeFinal
)

export type ExchangeFinal =
  | { readonly type: 'loaded'; readonly parts: readonly LoadedPart[]; readonly notes: readonly string[] }
  | { readonly type: 'instruments'; readonly symbols: readonly ExchangeInstrument[] }
  | { readonly type: 'tiers'; readonly tables: readonly TiersOfInstrument[] }
  | { readonly type: 'kept'; readonly size: PagesSize; readonly jobs: readonly ExchangeJob[]; readonly trouble?: KeepTrouble | undefined }
  | { readonly type: 'refused'; readonly trouble: ExchangeTrouble }
  | { readonly type: 'cancelled' }
  /** A broken invariant or the end of the worker; the venue is not the reason. */
  | { readonly type: 'failed'; readonly message: string }

/** A venue's tiers of one instrument, and what the tape calls it. */
export interface TiersOfInstrument extends VenueTiers {
  readonly instrument: string
}

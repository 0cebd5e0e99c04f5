import type { FilePart, FileSource } from '../../documents/scenario/TapeSource.ts'
import type { ExchangeProgress } from '../../sources/exchange/ExchangeProgress.ts'
import type { ExchangeInstrument, ExchangeRequest } from '../../sources/exchange/ExchangeRequest.ts'
import type { ExchangeTrouble } from '../../sources/exchange/ExchangeTrouble.ts'
import type { ExchangeJob, PagesSize } from '../../workers/exchange/ExchangeStorage.ts'
import type { ExchangePlace, KeepTrouble, LoadedPart, TiersOfInstrument } from '../../workers/exchange/protocol.ts'
import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'

/** Loading prices from an exchange. Nothing here is asked for before the user says so. */
export interface ExchangeState {
  /** `loaded`: what came is in `result`; `refused`: why it did not is in `trouble`. */
  readonly status: 'idle' | 'loading' | 'loaded' | 'refused'
  /** What was asked for last. */
  readonly request: ExchangeRequest | undefined
  readonly progress: ExchangeProgress | undefined
  readonly trouble: ExchangeTrouble | undefined
  readonly result: ExchangeResult | undefined
  /** The storage does not keep pages: the load goes on, and would begin anew after a reload. */
  readonly keepTrouble: KeepTrouble | undefined
  /** Pages and unfinished loads in this browser; absent until looked up. */
  readonly kept: { readonly size: PagesSize; readonly jobs: readonly ExchangeJob[] } | undefined
  readonly list: InstrumentList | undefined
  readonly tiers: TiersLoad | undefined
  /** A scenario that was not opened because prices from an exchange are not kept here. */
  readonly again: AgainState | undefined
}

export interface ExchangeResult {
  readonly parts: readonly Omit<LoadedPart, 'tape'>[]
  readonly notes: readonly string[]
  /** All parts as a scenario names them; their prices are kept. */
  readonly tape: FileSource
  /** Why they do not go on one clock, in words of the tapes. */
  readonly problem: string | undefined
}

export interface InstrumentList {
  readonly place: ExchangePlace
  readonly status: 'loading' | 'ready' | 'refused'
  readonly symbols: readonly ExchangeInstrument[]
  readonly trouble: ExchangeTrouble | undefined
}

export interface TiersLoad {
  readonly status: 'loading' | 'ready' | 'refused'
  readonly tables: readonly TiersOfInstrument[]
  readonly trouble: ExchangeTrouble | undefined
}

export interface AgainState {
  readonly source: string | ScenarioFile
  /** Those that can be loaded again. */
  readonly files: readonly FilePart[]
  readonly status: 'offered' | 'loading' | 'refused' | 'differs'
  readonly progress: ExchangeProgress | undefined
  readonly trouble: ExchangeTrouble | undefined
  /** Names of those whose prices are not the ones the scenario was made with. */
  readonly differing: readonly string[]
}

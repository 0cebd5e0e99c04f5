import type { ExchangeInstrument, ExchangeRequest } from '../sources/exchange/ExchangeRequest.ts'
import type { ExchangePlace } from '../workers/exchange/protocol.ts'

/**
 * Prices from an exchange. Requests leave this computer by `loadExchange`, `resumeExchange`, `listExchange`,
 * `loadExchangeTiers` and `loadAgain`, and by nothing else.
 */
export interface ExchangeActions {
  /** Looks up which pages and unfinished loads this browser keeps. */
  readonly lookUpExchange: () => Promise<void>
  /** It is not looked at any more: how a load ends is told in a notice from now on. */
  readonly leaveExchange: () => void
  /** Loads; the state tells how far it is, and what came or why nothing did. */
  readonly loadExchange: (request: ExchangeRequest) => Promise<void>
  /** Stops loading; what was loaded is kept to go on with. */
  readonly cancelExchange: () => void
  /** Goes on with an unfinished load: pages that are kept are not asked for again. */
  readonly resumeExchange: (job: string) => Promise<void>
  readonly forgetExchangeJob: (job: string) => Promise<void>
  readonly clearExchangePages: () => Promise<void>
  /** Back from what came, or from what went wrong, to the form. */
  readonly endExchange: () => void
  readonly listExchange: (place: ExchangePlace) => Promise<void>
  readonly loadExchangeTiers: (place: ExchangePlace, instruments: readonly ExchangeInstrument[]) => Promise<void>
  /** Opens the editor on the scenario's rules with the loaded tables in them. @returns whether it is open */
  readonly editExchangeTiers: () => Promise<boolean>
  /** Remembers an address that is asked in place of a market's own; empty: its own. */
  readonly setExchangeBase: (venue: string, market: string, base: string) => void
  /** Loads the prices of the scenario that was not opened for want of them, and opens it where they are the same. */
  readonly loadAgain: () => Promise<boolean>
  /** Opens it on the prices that came, which are not the same. */
  readonly openAgain: () => Promise<boolean>
  readonly closeAgain: () => void
}

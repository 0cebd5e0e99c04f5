import type { CalculateDesk, CalcDocumentFile } from './slices/CalculateState.ts'

/** A calculation and the key its answer is kept under. */
export interface CalculateQuestion {
  readonly key: string
  readonly document: CalcDocumentFile
  /** For pictures: asked once the figures are there. */
  readonly isLater?: boolean
}

/** A trade of the calculators on its way to the Simulate screen. Amounts are plain decimal text; empty text is an empty field. */
export interface CalculatedTrade {
  readonly instrument: CalculatedInstrument
  readonly pool: 'isolated' | 'cross'
  readonly side: 'long' | 'short'
  readonly leverage: string
  readonly size: string
  /** The price it is opened at; empty: at market. */
  readonly price: string
  readonly takeProfit: string
  readonly stopLoss: string
  /** Of a scenario of its own, where the instrument is not in the open one. */
  readonly wallet: string
  readonly rules: string
  readonly title: string
}

export interface CalculatedInstrument {
  readonly symbol: string
  readonly type: 'linear' | 'inverse'
  readonly tickSize: string
  readonly qtyStep: string
}

/** The calculators. */
export interface CalculateActions {
  /** Reads what is kept in this browser, once. */
  readonly readCalculate: () => Promise<void>
  /** Changes what was typed; it is kept. */
  readonly changeCalculate: (change: (desk: CalculateDesk) => CalculateDesk) => void
  /** Asks for the answers to all questions on the screen; what was asked before and is not among them is forgotten. The newest wins. */
  readonly askCalculate: (questions: readonly CalculateQuestion[]) => void
  /**
   * Puts the trade into the ticket and shows Simulate; where its instrument is not in the open scenario, opens a new one
   * on a random walk from the entry price with the order given at its first bar: undoable.
   * @returns where it is now; undefined where the new scenario was refused, a notice says why
   */
  readonly sendToSimulate: (trade: CalculatedTrade) => Promise<'ticket' | 'scenario' | undefined>
}

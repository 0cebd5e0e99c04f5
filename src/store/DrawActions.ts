import type { Outlook, OutlookRequest } from '../workers/run/Outlook.ts'
import type { NewLine } from './draw/drawnOnto.ts'

export type { Outlook, OutlookTwin } from '../workers/run/Outlook.ts'
export type { NewLine } from './draw/drawnOnto.ts'

/** What keeps drawn prices from being played, one line each. */
export type OutlookAnswer = { readonly ok: true; readonly value: Outlook } | { readonly ok: false; readonly error: readonly string[] }

/** Points by market, not in place yet. */
export type DrawnSoFar = Readonly<Record<string, NewLine['points']>>

/** Prices drawn by hand over those of the open scenario. */
export interface DrawActions {
  /** Opens and closes the drawing; what plays pauses. */
  readonly draw: (isDrawing: boolean) => void
  readonly keepDrawn: (drawn: DrawnSoFar) => void
  /** What would happen on drawn prices, in the three twins; nothing is changed. Undefined where something newer was asked. */
  readonly lookAhead: (request: OutlookRequest) => Promise<OutlookAnswer | undefined>
  /**
   * Puts drawn prices in place of those after the cursor, which stays; undoable. What was seen behind it stays as it was, in
   * a line of its own. [B1]
   */
  readonly replaceTape: (lines: readonly NewLine[]) => Promise<boolean>
}

import type { OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { protectionCommand } from '../../../store/selectors/protectionCommand.ts'
import type { EditState } from '../../../store/slices/TicketState.ts'
import type { AskedTrailing } from '../words/trailingWords.ts'

export type EditCommand = EditState['command']
export type EditKind = 'margin' | 'leverage' | 'move' | 'protection' | 'auto-margin' | 'close' | 'reverse'

type Edited = Pick<OpenPositionRow, 'leg' | 'mode' | 'leverage' | 'takeProfit' | 'stopLoss'> & Partial<Pick<OpenPositionRow, 'triggerBy' | 'trailing' | 'autoMargin'>> & { readonly bucket?: string | undefined }

/** The command a dialog opens with: nothing changed yet, or the whole position. `previewEdit` takes it. */
export function editCommand(kind: EditKind, row: Edited): EditCommand {
  switch (kind) {
    case 'margin':
      return row.mode === 'bucket' ? bucketMarginCommand(row.bucket ?? '') : { type: 'add-margin', leg: row.leg, amount: NOTHING }
    case 'leverage':
      return { type: 'set-leverage', leg: row.leg, leverage: row.leverage }
    case 'move':
      return { type: 'move-position', leg: row.leg, to: row.mode === 'isolated' ? 'cross' : 'isolated' }
    case 'protection':
      return protectionCommand(row)
    case 'auto-margin':
      return { type: 'set-auto-margin', leg: row.leg, on: true, ...(row.autoMargin?.left === undefined ? {} : { upTo: row.autoMargin.left }) }
    case 'close':
      return { type: 'close-position', leg: row.leg, share: '1' }
    case 'reverse':
      return { type: 'reverse-position', leg: row.leg }
  }
}

type Protection = Extract<EditCommand, { type: 'set-protection' }>

/** Whether two commands leave the same targets. */
export function isSameProtection(a: Protection, b: Protection): boolean {
  return a.takeProfit === b.takeProfit && a.stopLoss === b.stopLoss && (a.triggerBy ?? 'mark') === (b.triggerBy ?? 'mark') && isSameTrailing(a.trailing, b.trailing)
}

function isSameTrailing(a: AskedTrailing | undefined, b: AskedTrailing | undefined): boolean {
  return a?.rate === b?.rate && a?.distance === b?.distance && a?.activation === b?.activation
}

export function bucketMarginCommand(bucket: string): EditCommand {
  return { type: 'add-margin', bucket, amount: NOTHING }
}

/** An empty field: no amount yet, but its preview answers with the limits. */
export const NOTHING = ''

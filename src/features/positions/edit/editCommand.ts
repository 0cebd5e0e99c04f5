import type { OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import type { EditState } from '../../../store/slices/TicketState.ts'

export type EditCommand = EditState['command']
export type EditKind = 'margin' | 'leverage' | 'move' | 'protection' | 'close' | 'reverse'

type Edited = Pick<OpenPositionRow, 'leg' | 'mode' | 'leverage' | 'takeProfit' | 'stopLoss'> & Partial<Pick<OpenPositionRow, 'triggerBy'>> & { readonly bucket?: string | undefined }

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
      return { type: 'set-protection', leg: row.leg, takeProfit: row.takeProfit, stopLoss: row.stopLoss, ...(row.triggerBy === undefined || row.triggerBy === 'mark' ? {} : { triggerBy: row.triggerBy }) }
    case 'close':
      return { type: 'close-position', leg: row.leg, share: '1' }
    case 'reverse':
      return { type: 'reverse-position', leg: row.leg }
  }
}

export function bucketMarginCommand(bucket: string): EditCommand {
  return { type: 'add-margin', bucket, amount: NOTHING }
}

/** An empty field: no amount yet, but its preview answers with the limits. */
export const NOTHING = ''

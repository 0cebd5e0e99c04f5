import type { ProtectionDocument } from '../../documents/scenario/CommandDocument.ts'
import type { OpenPositionRow } from './rows/PositionRow.ts'

type Protected = Pick<OpenPositionRow, 'leg' | 'takeProfit' | 'stopLoss'> & Partial<Pick<OpenPositionRow, 'triggerBy' | 'trailing'>>

/** The targets of a position as they stand, for the command that changes one of them. */
export function protectionCommand({ leg, takeProfit, stopLoss, trailing, triggerBy = 'mark' }: Protected): ProtectionDocument {
  return {
    type: 'set-protection',
    leg,
    takeProfit,
    stopLoss,
    ...(trailing === undefined ? {} : { trailing: askedTrailing(trailing) }),
    ...(triggerBy === 'mark' ? {} : { triggerBy }),
  }
}

function askedTrailing({ rate, distance, activation }: NonNullable<OpenPositionRow['trailing']>): ProtectionDocument['trailing'] {
  return { ...(rate === undefined ? { distance } : { rate }), ...(activation === undefined ? {} : { activation }) }
}

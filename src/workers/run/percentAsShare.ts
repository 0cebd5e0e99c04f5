import { Decimal } from '../../engine/index.ts'
import type { DecimalText } from '../Plain.ts'

/** 1.5 percent as 0.015; text that is no number stays what it is. */
export function percentAsShare(percent: DecimalText): DecimalText {
  return /^\d+(\.\d+)?$/.test(percent) ? new Decimal(percent).div(100).toFixed() : percent
}

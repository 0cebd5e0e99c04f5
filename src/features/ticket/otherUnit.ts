import { Decimal } from '../../engine/index.ts'
import type { Draft, DraftPatch, Preview } from './Preview.ts'
import { shownStep } from './sizeStep.ts'

/** The same size in the other unit, rounded down to what can be read; an empty field where the preview does not know it. */
export function otherUnit({ sizeUnit, size }: Draft, preview: Preview | undefined, qtyStep: string): DraftPatch {
  const { notional, qty } = (preview?.buy.qty === undefined ? preview?.sell : preview.buy) ?? {}
  const isKnown = size !== '' && notional !== undefined && qty !== undefined
  if (sizeUnit === 'base') return { sizeUnit: 'quote', size: isKnown ? floored(notional, '0.01') : '' }
  return { sizeUnit: 'base', size: isKnown ? floored(qty, shownStep(qty, qtyStep)) : '' }
}

function floored(amount: string, step: string): string {
  return new Decimal(amount).abs().div(step).floor().times(step).toFixed()
}

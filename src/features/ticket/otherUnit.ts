import type { Draft, DraftPatch, Preview } from './Preview.ts'

/** The same size in the other unit, as the preview knows it; an empty field where it does not. */
export function otherUnit({ sizeUnit, size }: Draft, preview: Preview | undefined): DraftPatch {
  const side = preview?.buy.qty === undefined ? preview?.sell : preview.buy
  if (sizeUnit === 'base') return { sizeUnit: 'quote', size: size === '' ? '' : (side?.notional ?? '') }
  return { sizeUnit: 'base', size: size === '' ? '' : (side?.qty?.replace('-', '') ?? '') }
}

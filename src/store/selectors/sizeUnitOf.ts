import type { PlainInstrument } from '../../workers/run/Frame.ts'

/** What quantities of an instrument are in: its base, of an inverse contract the currency it is priced in. */
export function sizeUnitOf({ type, base, quote }: Pick<PlainInstrument, 'type' | 'base' | 'quote'>): string {
  return type === 'inverse' ? quote : base
}

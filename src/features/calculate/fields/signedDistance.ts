import type { WritingOptions } from './writeField.ts'

/** The way from the mark to a liquidation price: down for a long, up for a short. */
export function signedDistance(distance: string, { format, side }: Pick<WritingOptions, 'format' | 'side'>): string {
  return format.percent(side === 'long' ? `-${distance}` : distance, { signed: true })
}

import { Decimal } from '../../../engine/index.ts'

/** How much more is needed than there is; exact. */
export function missingMargin(required: string, available: string): string {
  return new Decimal(required).minus(available).toFixed()
}

import type { PlaceOrderDocument } from '../../documents/scenario/CommandDocument.ts'

/** The leg an order belongs to; the one it has unless it is said. */
export function defaultLegOf({ leg, instrument, pool }: PlaceOrderDocument): string {
  return leg ?? `${instrument}@${pool}`
}

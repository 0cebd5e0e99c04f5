import type { Format } from '../../ui/format/createFormat.ts'
import { shownStep } from './sizeStep.ts'
import type { TicketMarket } from './TicketMarket.ts'

/** A quantity without its sign, cut to what can be read; with its unit where asked. */
export function sizeText(format: Format, qty: string, market: Pick<TicketMarket, 'qtyStep' | 'sizeUnit'>, options: { readonly hasUnit: boolean }): string {
  const size = qty.replace('-', '')
  return format.quantity(size, { stepSize: shownStep(size, market.qtyStep), unit: options.hasUnit ? market.sizeUnit : undefined })
}

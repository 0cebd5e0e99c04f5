import { figureTag } from '../../store/figures/figureTag.ts'
import type { SaidFigure } from '../../ui/primitives/FigureWords.tsx'
import { SIDES, type Preview } from './Preview.ts'
import type { NoteContext } from './ticketNotes.ts'
import { sizeText } from './sizeText.ts'

/** The figures that notes of the ticket may name, as they write them. */
export function ticketFigures(preview: Preview | undefined, { draft, market, format }: NoteContext): readonly SaidFigure[] {
  const price = (value: string): string => format.price(value, { tickSize: market.tickSize })
  const { symbol: instrument } = market
  return [
    ...(market.last === undefined ? [] : [{ text: price(market.last), figure: figureTag('market.last', { instrument }) }]),
    { text: price(market.mark), figure: figureTag('market.mark', { instrument }) },
    ...SIDES.flatMap((side): readonly SaidFigure[] => {
      const of = preview?.[side]
      if (of === undefined) return []
      const { maxQty, maxNotional, liquidation, warnings, leg } = of
      return [
        ...warnings.flatMap((warning) => (warning.code === 'position-leverage-stays' ? [{ text: format.leverage(warning.leverage), figure: figureTag('position.leverage', { twin: 'as-set', leg }) }] : [])),
        ...(liquidation?.type === 'price' ? [{ text: price(liquidation.price), figure: figureTag(`ticket.${side}.liquidation`) }] : []),
        { text: format.money(of.cost), figure: figureTag(`ticket.${side}.cost`) },
        { text: sizeText(format, maxQty, market, { hasUnit: true }), figure: figureTag(`ticket.${side}.maxQty`) },
        { text: format.money(maxNotional, { rounding: 'floor' }), figure: figureTag(`ticket.${side}.maxNotional`) },
      ]
    }),
    ...[draft.price, draft.limitPrice, draft.takeProfit, draft.stopLoss, draft.activation].flatMap((typed) => (typed === undefined || typed === '' ? [] : [{ text: price(typed), figure: undefined }])),
  ]
}

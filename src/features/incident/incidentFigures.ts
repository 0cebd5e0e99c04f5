import { Decimal } from '../../engine/index.ts'
import { figureTag } from '../../store/figures/figureTag.ts'
import type { SaidFigure } from '../../ui/primitives/FigureWords.tsx'
import type { IncidentLook, PlainIncident } from './IncidentLook.ts'

/** The figures that sentences of a report may name, as they write them, with the keys under which they are explained. */
export function incidentFigures(incident: PlainIncident, { format, tickSizeOf }: IncidentLook): readonly SaidFigure[] {
  const owner = { twin: incident.twin, seq: incident.seq }
  const money = (amount: string): string => format.money(new Decimal(amount).abs().toFixed())
  const legs = incident.legs.flatMap((each): readonly SaidFigure[] => {
    const of = { ...owner, leg: each.leg }
    const price = (value: string): string => format.price(value, { tickSize: tickSizeOf(each.instrument) })
    return [
      { text: price(each.mark), figure: figureTag('incident.mark', of) },
      { text: format.percent(each.move.replace('-', '')), figure: figureTag('incident.move', of) },
      { text: money(each.unrealizedPnl), figure: figureTag('incident.unrealizedPnl', of) },
    ]
  })
  return [
    ...legs,
    { text: money(incident.equity), figure: figureTag('incident.equity', owner) },
    { text: money(incident.badDebt), figure: figureTag('incident.badDebt', owner) },
    { text: money(incident.forfeited), figure: figureTag('incident.forfeited', owner) },
    { text: money(incident.returned), figure: figureTag('incident.returned', owner) },
    ...incident.money.map(({ party, amount }) => ({ text: money(amount), figure: figureTag('incident.money', { ...owner, party }) })),
  ]
}

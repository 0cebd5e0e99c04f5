import { figureTag } from '../../store/figures/figureTag.ts'
import type { AmountBarsProps } from './AmountBars.tsx'
import type { IncidentLook, PlainIncident } from './IncidentLook.ts'
import { words } from './words.ts'

/** What the pool held against what it had to keep, when it failed. */
export function poolBars(incident: PlainIncident, { format }: IncidentLook): AmountBarsProps {
  const { bars } = words
  const { equity, maintenanceMargin, poolType } = incident
  return {
    caption: bars.caption,
    bars: [
      { id: 'equity', label: bars.equity[poolType], from: 0, to: Number(equity), text: format.money(equity), figure: figureTag('incident.equity', incident), tone: poolType },
      { id: 'maintenance', label: bars.maintenance, from: 0, to: Number(maintenanceMargin), text: format.money(maintenanceMargin), figure: figureTag('incident.maintenanceMargin', incident), tone: 'level' },
    ],
  }
}

import { memo } from 'react'
import { classNames } from '../theme/classNames.ts'
import { tickToX, valueToY, type PlotFrame, type TickDomain, type ValueRange } from './plotFrame.ts'
import priceStyles from './PriceChart.module.css'
import type { PriceFill, PriceLevel } from './priceScene.ts'

type Scale = { readonly frame: PlotFrame; readonly domain: TickDomain; readonly range: ValueRange }

/** Entry solid, liquidation dashed, bankruptcy dotted; each in its account's colour, for as long as it stood. */
export const PriceLevels = memo(function PriceLevels({ levels, frame, domain, range }: Scale & { readonly levels: readonly PriceLevel[] }) {
  return levels.map((level) => (
    <polyline
      key={level.id}
      className={classNames(priceStyles.level, priceStyles[level.kind], level.kind === 'entry' ? undefined : priceStyles[level.account])}
      points={level.points.map(({ tick, price }) => `${tickToX(tick, domain, frame)},${levelY(level, price, { frame, domain, range })}`).join(' ')}
    />
  ))
})

/** An entry is flat and crisp; the others may slope. */
function levelY(level: PriceLevel, price: number, { range, frame }: Scale): number {
  const y = valueToY(price, range, frame)
  return level.kind === 'entry' ? Math.floor(y) + 0.5 : y
}

/** ▲ bought, below the price; ▼ sold, above it. */
export const PriceFills = memo(function PriceFills({ fills, frame, domain, range }: Scale & { readonly fills: readonly PriceFill[] }) {
  return fills.map((fill) => {
    const x = tickToX(fill.tick, domain, frame)
    const y = valueToY(fill.price, range, frame)
    return fill.side === 'buy'
      ? <path key={fill.id} className={priceStyles.buy} d={`M${x} ${y + 3}l4 7h-8z`} />
      : <path key={fill.id} className={priceStyles.sell} d={`M${x} ${y - 3}l4 -7h-8z`} />
  })
})

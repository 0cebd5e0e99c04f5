import { classNames } from '../theme/classNames.ts'
import styles from './chart.module.css'
import axisStyles from './PriceAxis.module.css'
import { scaleX } from './curveGeometry.ts'
import { niceTicks } from './niceTicks.ts'
import { textWidth } from './textWidth.ts'
import { useSize } from './useSize.ts'

export type AxisPrice = { readonly id: string; readonly value: number; readonly label: string; readonly style: 'isolated' | 'cross' | 'plain' }

export type PriceAxisProps = {
  readonly label: string
  readonly prices: readonly AxisPrice[]
  readonly format: (value: number) => string
}

const HEIGHT = 62

/** Prices on one line, each with its name; names that would touch stand on two levels. */
export function PriceAxis({ label, prices, format }: PriceAxisProps) {
  const [ref, { width }] = useSize<HTMLDivElement>()
  return (
    <div ref={ref} className={axisStyles.axis} style={{ height: HEIGHT }}>
      {width === 0 || prices.length === 0 ? null : <Axis width={width} label={label} prices={prices} format={format} />}
    </div>
  )
}

function Axis({ width, label, prices, format }: PriceAxisProps & { readonly width: number }) {
  const values = prices.map(({ value }) => value)
  const { range, values: ticks } = niceTicks(Math.min(...values), Math.max(...values), width < 420 ? 3 : 5)
  const frame = { left: 28, right: width - 28 }
  const placed = levelled(prices.map((price) => ({ ...price, x: scaleX(price.value, range, frame) })).toSorted((a, b) => a.x - b.x))
  return (
    <svg className={styles.layer} width={width} height={HEIGHT} role="img" aria-label={`${label}: ${prices.map((price) => `${price.label} ${format(price.value)}`).join(', ')}`}>
      <path className={styles.axis} d={`M${frame.left} 42.5H${frame.right}`} />
      {ticks.map((tick) => (
        <g key={tick}>
          <path className={styles.axis} d={`M${Math.floor(scaleX(tick, range, frame)) + 0.5} 42v4`} />
          <text className={styles.middle} x={scaleX(tick, range, frame)} y={HEIGHT - 3}>{format(tick)}</text>
        </g>
      ))}
      {placed.map(({ id, x, level, style, label: name }) => (
        <g key={id}>
          <path className={axisStyles[style]} d={`M${x} ${level === 0 ? 28 : 14}V45`} />
          <text className={classNames(styles.middle, styles.label, styles.outlined)} x={Math.max(textWidth(name, 11) / 2, Math.min(width - textWidth(name, 11) / 2, x))} y={level === 0 ? 24 : 10}>{name}</text>
        </g>
      ))}
    </svg>
  )
}

/** From the left: a name that would touch the one before it goes up. */
function levelled<Price extends { readonly x: number; readonly label: string }>(prices: readonly Price[]): readonly (Price & { readonly level: number })[] {
  const ends = [-Infinity, -Infinity]
  return prices.map((price) => {
    const half = textWidth(price.label, 11) / 2 + 4
    const level = price.x - half >= (ends[0] ?? 0) ? 0 : 1
    ends[level] = price.x + half
    return { ...price, level }
  })
}

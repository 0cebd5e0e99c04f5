import { classNames } from '../theme/classNames.ts'
import { accountLetters } from './accountNames.ts'
import styles from './chart.module.css'
import { FigureSpans } from './FigureSpans.tsx'
import type { PlotFrame } from './plotFrame.ts'
import priceStyles from './PriceChart.module.css'
import type { LastPrice, PriceLevel } from './priceScene.ts'
import type { PlacedWord } from './priceWords.ts'
import { textWidth } from './textWidth.ts'

export function PriceWords({ words }: { readonly words: readonly PlacedWord[] }) {
  return words.map((word) => (
    <text key={word.id} className={classNames(styles.label, styles.outlined)} x={word.x} y={word.y + 10}>
      {word.letter === undefined ? null : <tspan className={classNames(styles[word.letter.account], styles.strong)}>{word.letter.text}</tspan>}
      <tspan dx={word.letter === undefined ? 0 : 5}><FigureSpans text={word.text} figures={word.figures} /></tspan>
    </text>
  ))
}

type EdgeWordsProps = {
  readonly above: readonly PriceLevel[]
  readonly below: readonly PriceLevel[]
  readonly frame: PlotFrame
  readonly formatPrice: (price: number) => string
}

/** Levels off the axis, named at the edge they lie beyond. */
export function EdgeWords({ above, below, frame, formatPrice }: EdgeWordsProps) {
  const row = (levels: readonly PriceLevel[], y: number, arrow: string) => (levels.length === 0 ? null : (
    <text className={styles.outlined} x={frame.left + 10} y={y}>
      {levels.filter((level) => level.kind === 'liquidation').map((level, index) => (
        <tspan key={level.id} dx={index === 0 ? 0 : 12}>
          <tspan className={classNames(styles[level.account], styles.strong)}>{accountLetters[level.account]}</tspan>
          <tspan dx={4}>liq. <tspan data-figure={level.figure}>{formatPrice(level.points.at(-1)?.price ?? 0)}</tspan> {arrow}</tspan>
        </tspan>
      ))}
    </text>
  ))
  return (
    <>
      {row(above, frame.top - 3, '\u2191')}
      {row(below, frame.bottom - 5, '\u2193')}
    </>
  )
}

type ReadPriceProps = { readonly x: number; readonly y: number; readonly text: string; readonly figure?: string | undefined; readonly frame: PlotFrame }

export function ReadPrice({ x, y, text, figure, frame }: ReadPriceProps) {
  const isLeft = x + 12 + textWidth(text, 11) > frame.right
  const isLow = y - 14 < frame.top
  return (
    <g>
      <circle className={styles.dotInk} cx={x} cy={y} r={3.5} />
      <text className={styles.ink} x={isLeft ? x - 9 : x + 9} y={isLow ? y + 16 : y - 7} textAnchor={isLeft ? 'end' : 'start'} data-figure={figure}>{text}</text>
    </g>
  )
}

/** The price now, on its own level of the axis, as terminals show it. */
export function LastPricePill({ last, y, frame }: { readonly last: LastPrice; readonly y: number; readonly frame: PlotFrame }) {
  const isNarrow = frame.width < 640
  const width = textWidth(last.text, 11, true) + 10
  const x = frame.right + 6
  const baseline = Math.max(frame.top - 4, Math.min(frame.bottom, y))
  return (
    <g>
      <rect className={styles.pill} x={x} y={baseline - 8} width={width} height={16} rx={2} />
      <text className={classNames(styles.onPill, styles.middle)} x={x + width / 2} y={baseline + 4} data-figure={last.figure}>{last.text}</text>
      {isNarrow ? null : (
        <text x={x + width + 6} y={baseline + 4}>
          {last.note === undefined ? null : <tspan className={styles.label}>{last.note}</tspan>}
          {last.change === undefined ? null : <tspan className={last.tone === undefined ? undefined : priceStyles[last.tone]} dx={5} data-figure={last.changeFigure}>{last.change}</tspan>}
        </text>
      )}
    </g>
  )
}

import type { LevelCell, OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { priceText } from '../rowText.ts'
import { noneSentences } from '../words/words.ts'
import styles from './positions.module.css'

/** Both liquidation prices in words: if only this market moves, and if all of the pool's markets move together. */
export function LevelHint({ row }: { readonly row: OpenPositionRow }) {
  const format = useFormat()
  const text = (level: LevelCell): string =>
    level.type === 'price'
      ? `${priceText(format, level.price, row.priceDecimals)} (${format.percent(level.distance, { signed: true })})`
      : 'none'
  if (row.liquidation.type === 'none' && row.liquidationTogether.type === 'none') return noneSentences[row.liquidation.reason]
  return (
    <span className={styles.hint}>
      <span>If only {row.base} moves</span>
      <span className={styles.hintFigure}>{text(row.liquidation)}</span>
      <span>If all move together</span>
      <span className={styles.hintFigure}>{text(row.liquidationTogether)}</span>
    </span>
  )
}

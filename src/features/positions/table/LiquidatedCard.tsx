import { figureTag } from '../../../store/figures/figureTag.ts'
import type { LiquidatedRow } from '../../../store/selectors/rows/PositionRow.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { Tag } from '../../../ui/primitives/Tag.tsx'
import { toneOf } from '../rowText.ts'
import { cardWords } from '../words/cardWords.ts'
import { sideWord, words } from '../words/words.ts'
import { LiquidatedWords } from './LiquidatedWords.tsx'
import styles from './PositionCard.module.css'
import { QuietName } from './QuietName.tsx'

export function LiquidatedCard({ row, onWhy }: { readonly row: LiquidatedRow; readonly onWhy: (row: LiquidatedRow) => void }) {
  const format = useFormat()
  const isLoss = row.lost.startsWith('-')
  return (
    <article className={styles.card} aria-label={`${row.instrument}, ${words.liquidated}`}>
      <header className={styles.header}>
        <div className={styles.summary}>
          <span>
            <QuietName row={row} />
            <small>{sideWord(row)} <span data-figure={figureTag('position.leverage', { ...row, tick: row.tick - 1 })}>{format.leverage(row.leverage)}</span></small>
          </span>
          <span className={styles.end}>
            <Figure tone={toneOf(row.lost)} figure={figureTag('incident.lost', { ...row, seq: row.breachSeq })}>{format.money(row.lost, { signed: true })}</Figure>
            <small>{isLoss ? cardWords.lostAt(row.tick) : cardWords.madeAt(row.tick)}</small>
          </span>
          <span className={styles.end}><Tag tone="loss">{words.liquidated}</Tag></span>
        </div>
        <Button className={styles.close} onClick={() => onWhy(row)}>{words.why}<span className="visually-hidden"> {row.instrument}, {words.opensIncident}</span></Button>
      </header>
      <p className={styles.story}><LiquidatedWords row={row} isBrief /></p>
    </article>
  )
}

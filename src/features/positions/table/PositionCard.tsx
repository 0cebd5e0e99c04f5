import { useId, useState } from 'react'
import { figureTag } from '../../../store/figures/figureTag.ts'
import type { OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { ModeBadge } from '../../../ui/primitives/ModeBadge.tsx'
import { priceText, toneOf } from '../rowText.ts'
import { sideWord, words } from '../words/words.ts'
import { BucketActions, BucketName, BucketWords } from './BucketLine.tsx'
import { CardFigures } from './CardFigures.tsx'
import { distanceText } from './LevelCell.tsx'
import { LiquidatedCard } from './LiquidatedCard.tsx'
import type { PositionActions } from './PositionActions.ts'
import type { PositionTableRow } from './PositionTableRow.ts'
import styles from './PositionCard.module.css'

export interface PositionCardProps {
  readonly row: PositionTableRow
  readonly isSelected: boolean
  readonly actions: PositionActions
  readonly onSelect: (row: PositionTableRow) => void
}

/** A line of the table on a phone. What matters and Close stay together on top; the rest unfolds. */
export function PositionCard({ row, isSelected, actions, onSelect }: PositionCardProps) {
  if (row.type === 'liquidated') return <LiquidatedCard row={row} onWhy={actions.why} />
  if (row.type === 'open') return <OpenCard row={row} isSelected={isSelected} actions={actions} onSelect={onSelect} />
  return (
    <div className={styles.bucket}>
      <BucketName head={row} />
      <BucketActions head={row} actions={actions} />
      <BucketWords head={row} />
    </div>
  )
}

interface OpenCardProps extends PositionCardProps {
  readonly row: OpenPositionRow
}

function OpenCard({ row, isSelected, actions, onSelect }: OpenCardProps) {
  const format = useFormat()
  const id = useId()
  const [isOpen, setIsOpen] = useState(isSelected)
  const toggle = (): void => {
    setIsOpen(!isOpen)
    if (!isOpen) onSelect(row)
  }
  const level = row.liquidation
  return (
    <article className={styles.card} aria-label={row.instrument}>
      <header className={styles.header}>
        <button type="button" className={styles.summary} aria-expanded={isOpen} aria-controls={id} onClick={toggle}>
          <span>
            <span className={styles.name}><b className={styles.market}>{row.instrument}</b><ModeBadge mode={row.mode} /></span>
            <small>{sideWord(row)} <span data-figure={figureTag('position.leverage', row)}>{format.leverage(row.leverage)}</span></small>
          </span>
          <span className={styles.end}>
            <Figure tone={toneOf(row.unrealizedPnl)} amount={row.unrealizedPnl} figure={figureTag('position.unrealizedPnl', row)}>{format.money(row.unrealizedPnl, { signed: true })}</Figure>
            <small>ROE <span data-figure={figureTag('position.roe', row)}>{format.percent(row.roe, { signed: true })}</span></small>
          </span>
          <span className={styles.end}>
            <Figure amount={level.type === 'price' ? level.price : undefined} figure={figureTag('position.liquidation', row)}>{level.type === 'price' ? priceText(format, level.price, row.priceDecimals) : words.none}</Figure>
            <small>liq. <span data-figure={figureTag('position.liquidationDistance', row)}>{distanceText(level, (distance) => format.percent(distance, { signed: true }))}</span></small>
          </span>
        </button>
        <Button className={styles.close} reason={actions.readOnly} onClick={() => actions.edit('close', row)}>
          {words.close}<span className="visually-hidden"> {row.instrument}</span>
        </Button>
      </header>
      <div id={id} hidden={!isOpen}>{isOpen ? <CardFigures row={row} actions={actions} /> : null}</div>
    </article>
  )
}

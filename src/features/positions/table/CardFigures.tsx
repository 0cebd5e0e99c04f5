import { figureTag } from '../../../store/figures/figureTag.ts'
import type { OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Change } from '../../../ui/primitives/Change.tsx'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { FigureTable } from '../../../ui/primitives/FigureTable.tsx'
import { classNames } from '../../../ui/theme/classNames.ts'
import { isZero, priceText, sizeText, toneOf } from '../rowText.ts'
import { cardWords } from '../words/cardWords.ts'
import { carryWords } from '../words/carryWords.ts'
import { words } from '../words/words.ts'
import type { PositionActions } from './PositionActions.ts'
import styles from './PositionCard.module.css'
import { ProtectionCell } from './ProtectionCell.tsx'
import { ReducedNote } from './ReducedNote.tsx'
import { RatioCell } from './RatioCell.tsx'

export interface CardFiguresProps {
  readonly row: OpenPositionRow
  readonly actions: PositionActions
}

/** What unfolds below a card's header: its figures and the other things to do. */
export function CardFigures({ row, actions }: CardFiguresProps) {
  const format = useFormat()
  const price = (value: string): string => priceText(format, value, row.priceDecimals)
  const reason = actions.readOnly
  return (
    <>
      <div className={styles.figures}>
        <FigureTable
          caption={row.instrument}
          rows={[
            { id: 'size', label: words.columns.size, cells: [sizeText(format, row)], figures: [figureTag('position.qty', row)] },
            ...(row.reduced === undefined ? [] : [{ id: 'reduced', label: carryWords.reducedLabel, cells: [<ReducedNote key="reduced" row={row} isFull />] }]),
            { id: 'value', label: words.columns.value, cells: [format.money(row.notional)], figures: [figureTag('position.notional', row)] },
            { id: 'prices', label: cardWords.entryToMark, cells: [<Change key="prices" from={<Figure figure={figureTag('position.entryPrice', row)}>{price(row.entryPrice)}</Figure>} to={<Figure figure={figureTag('position.mark', row)}>{price(row.mark)}</Figure>} />] },
            { id: 'margin', label: words.columns.margin, cells: [row.margin === undefined ? `${words.shared}, IM ${format.money(row.initialMargin)}` : format.money(row.margin)], figures: [figureTag(row.margin === undefined ? 'position.initialMargin' : 'position.margin', row)] },
            { id: 'ratio', label: row.mode === 'isolated' ? words.columns.marginRatio : cardWords.poolRatio, cells: [<RatioCell key="ratio" ratio={row.marginRatio} label={words.columns.marginRatio} />], figures: [figureTag('position.marginRatio', row)] },
            { id: 'funding', label: words.columns.funding, cells: [isZero(row.funding) ? '—' : <Figure key="funding" tone={toneOf(row.funding)}>{format.money(row.funding, { signed: true })}</Figure>], figures: [figureTag('position.funding', row)] },
            { id: 'protection', label: words.columns.protection, cells: [<ProtectionCell key="protection" row={row} actions={actions} />] },
          ]}
        />
      </div>
      <div className={classNames(styles.actions, row.mode === 'isolated' && styles.five)}>
        {row.mode === 'isolated' ? <Button reason={reason} onClick={() => actions.edit('margin', row)}>{cardWords.margin}</Button> : null}
        <Button reason={reason} onClick={() => actions.edit('move', row)}>{row.mode === 'isolated' ? cardWords.move : cardWords.ownWall}</Button>
        <Button reason={reason} onClick={() => actions.edit('leverage', row)}>{cardWords.leverage}</Button>
        <Button reason={reason} onClick={() => actions.edit('reverse', row)}>{words.reverse}</Button>
        <Button onClick={() => actions.explain(row)}>{words.explain}</Button>
      </div>
    </>
  )
}

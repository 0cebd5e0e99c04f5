import { classNames } from '../../../ui/theme/classNames.ts'
import { figureKey } from '../../../engine/index.ts'
import type { CalculateRow } from '../../../store/slices/CalculateState.ts'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { ModeBadge } from '../../../ui/primitives/ModeBadge.tsx'
import { fieldSpec, type FieldId } from '../fields/FieldSpec.ts'
import { FieldRow } from '../fields/FieldRow.tsx'
import { signedDistance } from '../fields/signedDistance.ts'
import { writeFigure } from '../fields/writeField.ts'
import { useCalculation } from '../Calculator.tsx'
import { noneWords } from '../noneWords.ts'
import { figureOf, plainOf, useCard, type CardView } from '../useCard.ts'
import { words } from '../words.ts'
import { Card } from './Card.tsx'
import type { CardId } from './CardSpec.ts'
import { ownLeverage } from './documentOf.ts'
import { cardTitle } from './cardTitle.ts'
import styles from './card.module.css'

/** The same trade at several leverages, or in both modes: one row each. */
export function RowsCard({ id, hasFields = false }: { readonly id: Extract<CardId, 'leverages' | 'modes'>; readonly hasFields?: boolean }) {
  const card = useCard(id)
  const columns = card.spec.results.filter((field) => field !== 'leverage')
  const { desk, context } = useCalculation()
  const own = ownLeverage(card.spec, context, desk.inputs.leverage)
  const notional = writeFigure('notional', figureOf(card.report, 'notional'), card.writing)
  return (
    <Card card={card} title={cardTitle(id)}>
      {hasFields ? <div className={styles.pair}>{card.spec.inputs.map((field) => <FieldRow key={field} card={card} id={field} />)}</div> : null}
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="group" tabIndex={0} aria-label={cardTitle(id)} className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{`${card.market.base} ${card.writing.side}, ${notional}`}</th>
              {columns.map((field) => <th key={field} scope="col">{fieldSpec(field).label}</th>)}
            </tr>
          </thead>
          <tbody>
            {(card.report?.rows ?? []).map((row) => {
              const { leverage, mode } = row.variant
              const isOwn = id === 'leverages' && leverage !== undefined && own === leverage
              return (
                <tr key={`${mode ?? ''} ${leverage ?? ''}`} className={classNames(isOwn && styles.own)}>
                  <th scope="row"><RowName row={row} isOwn={isOwn} isModes={id === 'modes'} card={card} /></th>
                  {columns.map((field) => <Cell key={field} card={card} row={row} field={field} />)}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

function RowName({ row: { variant }, isOwn, isModes, card }: { readonly row: CalculateRow; readonly isOwn: boolean; readonly isModes: boolean; readonly card: CardView }) {
  const { mode, leverage } = variant
  if (isModes && (mode === 'isolated' || mode === 'cross')) return <><ModeBadge mode={mode} isDecorative /> {words.wordOf(mode)}</>
  return <>{card.writing.format.leverage(leverage ?? '')} {isOwn ? <small>{words.leverages.yours}</small> : null}</>
}

function Cell({ card, row, field }: { readonly card: CardView; readonly row: CalculateRow; readonly field: FieldId }) {
  const figure = row.results[field]
  const none = figure === undefined || typeof figure === 'string' ? undefined : noneWords(figure, field, card.writing)
  const isShare = fieldSpec(field).unit === 'share' && typeof figure === 'string'
  return (
    <td className={classNames(field === 'liquidationPrice' && styles.strong)} title={none}>
      <Figure figure={figureKey({ id: `calc.compare.${field}`, of: { card: card.spec.id, ...row.variant } })} amount={plainOf(figure)}>
        {field === 'liquidationDistance' && typeof figure === 'string' ? signedDistance(figure, card.writing) : `${writeFigure(field, figure, card.writing)}${isShare ? '%' : ''}`}
      </Figure>
      {none === undefined ? null : <span className="visually-hidden">: {none}</span>}
    </td>
  )
}

import { Change } from '../../../ui/primitives/Change.tsx'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { ModeBadge } from '../../../ui/primitives/ModeBadge.tsx'
import { figureKey } from '../../../engine/index.ts'
import { FieldRow, type FieldSlider } from '../fields/FieldRow.tsx'
import type { FieldId } from '../fields/FieldSpec.ts'
import { writeFigure } from '../fields/writeField.ts'
import { figureOf, plainOf, useCard, type CardView } from '../useCard.ts'
import { words } from '../words.ts'
import { Card } from './Card.tsx'
import styles from './card.module.css'

const ROWS: readonly { readonly label: string; readonly from: FieldId; readonly to: FieldId; readonly hasBadge?: boolean }[] = [
  { label: 'Margin', from: 'margin', to: 'marginAfter', hasBadge: true },
  { label: 'Leverage, effective', from: 'leverageEffectiveBefore', to: 'leverageEffective' },
  { label: 'Can lose at most', from: 'canLoseBefore', to: 'canLose' },
  { label: 'Est. liq. price', from: 'liquidationPriceBefore', to: 'liquidationPrice' },
]

/** How much has to go behind the wall for a liquidation price that is wanted: what no venue solves backwards. */
export function MarginCard() {
  const card = useCard('margin')
  const added = plainOf(figureOf(card.report, 'addMargin'))
  return (
    <Card card={card} title={words.margin.title}>
      <div className={styles.pair}>
        <FieldRow card={card} id="liquidationPrice" label={words.margin.wanted} slider={priceSlider(card)} />
        <FieldRow card={card} id="addMargin" label={added?.startsWith('-') === true ? words.margin.remove : words.margin.add} isMain />
      </div>
      <table className={styles.table}>
        <tbody>
          {ROWS.map(({ label, from, to, hasBadge }) => (
            <tr key={to}>
              <th scope="row">{label} {hasBadge === true ? <ModeBadge mode="isolated" /> : null}</th>
              <td><Change from={<Shown card={card} field={from} />} to={<Shown card={card} field={to} isStrong={to === 'canLose' && added !== undefined && Number(added) > 0} />} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      {added === undefined || Number(added) === 0 ? null : <InlineWarning tone={added.startsWith('-') ? 'info' : 'warn'}>{added.startsWith('-') ? words.margin.nearer : words.margin.further}</InlineWarning>}
    </Card>
  )
}

/** From half of the entry price to it; for a short from it to half as much again. */
function priceSlider({ report, writing }: CardView): FieldSlider | undefined {
  const entry = Number(plainOf(figureOf(report, 'entryPrice')) ?? Number.NaN)
  if (!Number.isFinite(entry)) return undefined
  const step = 10 ** (Math.floor(Math.log10(entry)) - 2)
  const [least, most] = writing.side === 'long' ? [entry * 0.5, entry] : [entry, entry * 1.5]
  return { least: Math.ceil(least / step) * step, most: Math.floor(most / step) * step, step }
}

function Shown({ card, field, isStrong = false }: { readonly card: CardView; readonly field: FieldId; readonly isStrong?: boolean }) {
  const figure = figureOf(card.report, field)
  const unit = field.startsWith('leverage') ? 'x' : ''
  return (
    <Figure figure={figureKey({ id: `calc.margin-for-liquidation.${field}`, of: { card: 'margin' } })} tone={isStrong ? 'warn' : undefined} amount={plainOf(figure)}>
      {`${writeFigure(field, figure, card.writing)}${figure === undefined ? '' : unit}`}
    </Figure>
  )
}

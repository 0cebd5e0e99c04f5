import { StatusRegion } from '../../../ui/primitives/StatusRegion.tsx'
import { DragNumber } from '../../../ui/primitives/DragNumber.tsx'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { useThrottled } from '../../../ui/charts/useThrottled.ts'
import type { FieldId } from '../fields/FieldSpec.ts'
import { fieldSpec } from '../fields/FieldSpec.ts'
import { stepText } from '../fields/stepText.ts'
import { useCalculation } from '../Calculator.tsx'
import type { CardView } from '../useCard.ts'
import { words } from '../words.ts'
import styles from './hero.module.css'

/** Said aloud at most so often: while a number is dragged only where it comes to rest matters. */
const SPOKEN_HZ = 0.5

/** The result as one sentence, whose given numbers can be pulled. */
export function WallSentence({ card }: { readonly card: CardView }) {
  const { desk } = useCalculation()
  const { side } = desk.inputs
  const { sentence } = words.wall
  const { currency } = card.market
  const field = (id: FieldId): string => withUnit(id, card)
  const spoken = sentence.spoken(`${field('maxLoss')} ${currency}`, sentence.fallOf[side](field('fall')), `${field('collateral')} ${currency}`, field('leverage'))
  const isSolved = card.field('leverage').value !== undefined
  return (
    <div className={styles.sentence}>
      <h1 id="wall-sentence" aria-label={isSolved ? spoken : undefined}>
        {sentence.loseAtMost} <Part card={card} id="maxLoss" /> {currency} {sentence.andSurvive[side]} <Part card={card} id="fall" />:{' '}
        {isSolved ? (
          <>
            {sentence.put} <Figure figure={card.field('collateral').figure}>{field('collateral')}</Figure> {sentence.behind} <Part card={card} id="leverage" />.
          </>
        ) : (
          sentence.noTrade
        )}
      </h1>
      <StatusRegion message={useThrottled(isSolved ? spoken : '', SPOKEN_HZ)} />
    </div>
  )
}

/** A number of the sentence: a box to pull where it is given, a figure where it is solved. */
function Part({ card, id }: { readonly card: CardView; readonly id: FieldId }) {
  const { isReadOnly } = useCalculation()
  const field = card.field(id)
  if (!field.isGiven || isReadOnly) return <Figure figure={field.figure}>{withUnit(id, card)}</Figure>
  const { unit } = fieldSpec(id)
  const typed = field.text === '' ? field.shown : field.text
  return (
    <DragNumber
      label={words.wall.drag(field.label)}
      text={unit === 'share' ? `${typed.replace('%', '')}%` : unit === 'leverage' ? `${typed.replace(/x$/, '')}x` : typed}
      value={numberOf(card, typed)}
      onStep={({ direction, isLarge }) => card.setText(id, stepText({ unit, text: typed, direction, isLarge }, card.writing.format))}
      onEnter={() => document.querySelector<HTMLInputElement>(`[data-card="wall"] [data-field="${id}"] input, [data-field="${id}"] input`)?.select()}
    />
  )
}

function numberOf({ writing }: CardView, text: string): number | undefined {
  const typed = writing.format.parse(text)
  return typed.ok ? Number(typed.value) : undefined
}

/** As it stands in the sentence: money without its unit, a share and a leverage with theirs. */
function withUnit(id: FieldId, card: CardView): string {
  const field = card.field(id)
  const text = field.isGiven && field.value === undefined ? field.text : field.shown
  if (fieldSpec(id).unit === 'share') return `${text}%`
  return fieldSpec(id).unit === 'leverage' ? `${text}x` : text
}

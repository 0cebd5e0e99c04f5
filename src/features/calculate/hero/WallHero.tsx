import type { ReactNode } from 'react'
import { Icon } from '../../../ui/primitives/Icon.tsx'
import { FieldRow } from '../fields/FieldRow.tsx'
import { useCalculation } from '../Calculator.tsx'
import { CardActions } from '../cards/CardActions.tsx'
import { figureOf, plainOf, useCard, type CardView } from '../useCard.ts'
import { writeField } from '../fields/writeField.ts'
import { words } from '../words.ts'
import { FallChart } from './FallChart.tsx'
import styles from './hero.module.css'
import { LossChart } from './LossChart.tsx'
import { WallSentence } from './WallSentence.tsx'

/** Decide the loss, then the fall it must survive, read the trade: the two steps of isolated margin. */
export function WallHero() {
  const card = useCard('wall')
  const { desk, context, isReadOnly } = useCalculation()
  const { side } = desk.inputs
  const { format, market } = context
  return (
    <section className={styles.hero} aria-labelledby="wall-sentence">
      <WallSentence card={card} />
      <div className={styles.body}>
        <div className={styles.form}>
          <Step number={1} title={words.wall.loss} aside={<><Icon name="lock" size={12} />{words.lock.given}</>} />
          <FieldRow card={card} id="maxLoss" />
          <Step number={2} title={words.wall.fall[side]} />
          <FieldRow card={card} id="fall" />
          <FieldRow card={card} id="entryPrice" />
          <Step number={3} title={words.wall.read} aside={<><Icon name="equals" size={12} />{words.lock.solved}</>} />
          <FieldRow card={card} id="collateral" note={partsOf(card)} isMain />
          <FieldRow card={card} id="leverage" isMain />
          <FieldRow card={card} id="size" note={worthOf(card)} isMain />
          <FieldRow card={card} id="liquidationPrice" isMain />
          {card.problems.map((problem) => <p key={problem} className={styles.problem}>{problem}</p>)}
        </div>
        <div className={styles.charts}>
          <LossChart card={card} />
          <FallChart card={card} />
          {isReadOnly ? null : (
            <div className={styles.actions}>
              <CardActions card={card} isMain />
              <p className={styles.note}>
                <Icon name="info" size={14} />
                <span>{words.wall.note(market.qtyStep === '' ? '' : format.exact(market.qtyStep), market.sizeUnit, format.exact(market.tickSize), side === 'long' ? 'up' : 'down')}</span>
              </p>
            </div>
          )}
        </div>
      </div>
    </section>
  )
}

function Step({ number, title, aside }: { readonly number: number; readonly title: string; readonly aside?: ReactNode }) {
  return (
    <h2 className={styles.step}>
      <b>{number}</b> {title}
      {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
    </h2>
  )
}

/** 497.06 margin, 2.94 fee. */
function partsOf({ report, writing }: CardView): string | undefined {
  const [margin, fee] = ['margin', 'openingFee'].map((id) => plainOf(figureOf(report, id)))
  return margin === undefined || fee === undefined ? undefined : words.wall.parts(writeField('margin', margin, writing), writeField('openingFee', fee, writing))
}

function worthOf({ report, writing, market }: CardView): string | undefined {
  const notional = plainOf(figureOf(report, 'notional'))
  return notional === undefined ? undefined : words.wall.worth(writeField('notional', notional, writing), market.currency)
}

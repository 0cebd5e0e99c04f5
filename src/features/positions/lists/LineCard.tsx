import type { ReactNode } from 'react'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { isZero, toneOf } from '../rowText.ts'
import { listWords } from '../words/listWords.ts'
import styles from './lists.module.css'

export interface LineCardProps {
  readonly title: ReactNode
  /** Right of the title: the price. */
  readonly aside: ReactNode
  readonly detail: ReactNode
  readonly tick: number
  /** Result or payment; zero and absent are left out. */
  readonly amount: string | undefined
  /** The key under which the amount is explained. */
  readonly figure?: string | undefined
  readonly badge?: ReactNode
  readonly action?: ReactNode
  readonly onSeek: (tick: number) => void
}

/** A fill, a payment or an event on a phone: two lines, and the way to its bar. */
export function LineCard({ title, aside, detail, tick, amount, figure, badge, action, onSeek }: LineCardProps) {
  const format = useFormat()
  return (
    <article className={styles.lineCard}>
      <button type="button" className={styles.bar} onClick={() => onSeek(tick)}>
        <span className="visually-hidden">{listWords.goTo} </span>{tick}
      </button>
      <span className={styles.words}>
        <span className={styles.line}><span className={styles.name}>{badge}{title}</span><span>{aside}</span></span>
        <span className={styles.line}>
          <small>{detail}</small>
          {amount === undefined || isZero(amount) ? null : <small className={styles.end}><Figure tone={toneOf(amount)} figure={figure}>{format.money(amount, { signed: true })}</Figure></small>}
        </span>
      </span>
      {action}
    </article>
  )
}

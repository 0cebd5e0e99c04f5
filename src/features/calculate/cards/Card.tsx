import { useId, type ReactNode } from 'react'
import type { CardView } from '../useCard.ts'
import { CardActions } from './CardActions.tsx'
import styles from './card.module.css'

export interface CardProps {
  readonly card: CardView
  readonly title: string
  readonly children: ReactNode
}

/** A calculator in its place on the screen. */
export function Card({ card, title, children }: CardProps) {
  const titleId = useId()
  return (
    <section className={styles.card} aria-labelledby={titleId} data-card={card.spec.id}>
      <header className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        <CardActions card={card} />
      </header>
      {children}
      {card.problems.map((problem) => <p key={problem} className={styles.problem}>{problem}</p>)}
    </section>
  )
}

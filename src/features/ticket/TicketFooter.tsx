import { FigureWords } from '../../ui/primitives/FigureWords.tsx'
import { Icon } from '../../ui/primitives/Icon.tsx'
import styles from './TicketFooter.module.css'
import { words } from './words.ts'

export interface TicketFooterProps {
  /** The mark, when the tape has ended. */
  readonly endedAt: string | undefined
  /** The key under which that price is explained. */
  readonly figure: string
  /** Commands given after the cursor: an order here drops them. */
  readonly laterCommands: number
  readonly onRestart: () => void
}

/** What an order at this place of the tape means. */
export function TicketFooter({ endedAt, figure, laterCommands, onRestart }: TicketFooterProps) {
  return (
    <p className={styles.note}>
      <Icon name="info" size={14} className={styles.icon} />
      <span>
        {endedAt === undefined ? null : (
          <>
            <FigureWords text={words.footer.ended(endedAt)} figures={[{ text: endedAt, figure }]} />{' '}
            <button type="button" className={styles.link} onClick={onRestart}>{words.footer.goToStart}</button> {words.footer.toTradeAgain}{' '}
          </>
        )}
        {laterCommands === 0 ? null : <>{words.footer.cut(laterCommands)} </>}
        {words.footer.twins}
      </span>
    </p>
  )
}

import { figureTag } from '../../store/figures/figureTag.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { Skeleton } from '../../ui/primitives/Skeleton.tsx'
import { TicketFooter } from './TicketFooter.tsx'
import { TicketForm } from './TicketForm.tsx'
import styles from './TicketPanel.module.css'
import { useTicket } from './useTicket.ts'
import { words } from './words.ts'

const HEIGHT = 520

/** The right column's ticket, and the contents of the phone's sheet. */
export function TicketPanel() {
  const ticket = useTicket()
  const playback = useAppStore((state) => state.playback)
  const later = useAppStore((state) => state.scenario.document?.commands.filter((command) => command.tick > state.playback.tick).length ?? 0)
  const restart = useAppStore((state) => state.actions.restart)
  if (ticket === undefined) return <section className={styles.panel} aria-label={words.title}><Skeleton label={words.loading} height={HEIGHT} lines={9} /></section>
  const { market, format } = ticket
  return (
    <section className={styles.panel} aria-label={words.title} data-no-print="">
      <TicketForm key={market.symbol} ticket={ticket} />
      <TicketFooter
        endedAt={playback.hasEnded ? format.price(market.last ?? market.mark, { tickSize: market.tickSize }) : undefined}
        figure={figureTag(market.last === undefined ? 'market.mark' : 'market.last', { instrument: market.symbol })}
        laterCommands={later}
        onRestart={() => void restart()}
      />
    </section>
  )
}

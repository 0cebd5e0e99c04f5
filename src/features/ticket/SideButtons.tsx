import { Button } from '../../ui/primitives/Button.tsx'
import { TICKET_IDS } from './focusTicketSide.ts'
import { SIDES, type OrderSide } from './Preview.ts'
import styles from './SideButtons.module.css'
import { words } from './words.ts'

export interface SideButtonsProps {
  /** Why a side cannot be placed. */
  readonly reasons: Readonly<Record<OrderSide, string | undefined>>
  /** A warning above says it already, with its remedy. */
  readonly isSaid: Readonly<Record<OrderSide, boolean>>
  readonly onPlace: (side: OrderSide) => void
}

const keys: Readonly<Record<OrderSide, string>> = { buy: 'B', sell: 'S' }

/** Buy / Long and Sell / Short; under them why one of them cannot be pressed. */
export function SideButtons({ reasons, isSaid, onPlace }: SideButtonsProps) {
  return (
    <div className={styles.actions}>
      <div role="group" aria-label={words.actions.group} className={styles.buttons}>
        {SIDES.map((side) => (
          <Button
            key={side}
            id={TICKET_IDS[side]}
            variant={side}
            size="large"
            reason={reasons[side]}
            aria-keyshortcuts={keys[side]}
            onClick={() => onPlace(side)}
          >
            {words.actions[side]}
          </Button>
        ))}
      </div>
      <Reasons buy={isSaid.buy ? undefined : reasons.buy} sell={isSaid.sell ? undefined : reasons.sell} />
    </div>
  )
}

function Reasons({ buy, sell }: SideButtonsProps['reasons']) {
  if (buy === undefined && sell === undefined) return null
  if (buy === sell && buy !== undefined) return <p className={styles.reason}>{words.actions.reasonBoth(buy)}</p>
  return (
    <p className={styles.reason}>
      {SIDES.map((side) => ({ side, reason: side === 'buy' ? buy : sell })).map(({ side, reason }) =>
        reason === undefined ? null : <span key={side}>{words.actions.reasonLine(side, reason)} </span>)}
    </p>
  )
}

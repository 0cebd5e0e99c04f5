import { useAppStore } from '../../../store/useAppStore.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { useToast } from '../../../ui/primitives/Toasts.tsx'
import { useCalculation } from '../Calculator.tsx'
import { keepVariant } from '../compare/variants.ts'
import type { CardView } from '../useCard.ts'
import { words } from '../words.ts'
import { cardTitle } from './cardTitle.ts'
import styles from './card.module.css'
import { positionOf } from './documentOf.ts'
import { tradeOf } from './tradeOf.ts'

/** Where a calculation goes on: beside others like it, and into the simulator. */
export function CardActions({ card, isMain = false }: { readonly card: CardView; readonly isMain?: boolean }) {
  const { desk, context, change, onSent } = useCalculation()
  const { sendToSimulate } = useAppStore((state) => state.actions)
  const toast = useToast()
  const trade = tradeOf(card, context, desk.inputs)
  const isOpen = positionOf(card.spec, context) !== undefined
  const reason = isOpen ? words.actions.isOpen : trade === undefined ? words.actions.cannotSend : undefined
  const sendTrade = async (sent: NonNullable<typeof trade>): Promise<void> => {
    const where = await sendToSimulate(sent)
    if (where === 'ticket') onSent(sent.side === 'long' ? 'buy' : 'sell')
    else if (where === undefined) toast({ message: words.actions.refused })
  }
  const send = (): void => {
    if (trade !== undefined) void sendTrade(trade)
  }
  // Several cards have the same two buttons: those who hear them are told whose they are.
  const of = <span className="visually-hidden"> {words.actions.of(cardTitle(card.spec.id))}</span>
  const compare = (
    <Button variant={isMain ? 'secondary' : 'ghost'} size={isMain ? 'medium' : 'small'} onClick={() => change((before) => keepVariant(before, card))}>
      {words.actions.compare}{of}
    </Button>
  )
  const sending = (
    <Button variant={isMain ? 'primary' : 'ghost'} size={isMain ? 'medium' : 'small'} reason={reason} onClick={send}>
      {words.actions.send}{of}
    </Button>
  )
  return <div className={styles.actions}>{isMain ? <>{sending}{compare}</> : <>{compare}{sending}</>}</div>
}

import { useState } from 'react'
import { Decimal } from '../../engine/index.ts'
import { figureTag } from '../../store/figures/figureTag.ts'
import type { AppState } from '../../store/AppState.ts'
import type { OpenPositionRow } from '../../store/selectors/rows/PositionRow.ts'
import type { OrderRow } from '../../store/selectors/rows/TableRows.ts'
import { selectOrderRows } from '../../store/selectors/selectOrderRows.ts'
import { selectPositionRows } from '../../store/selectors/selectPositionRows.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { Button } from '../../ui/primitives/Button.tsx'
import { Dialog } from '../../ui/primitives/Dialog.tsx'
import { Figure } from '../../ui/primitives/Figure.tsx'
import { FigureWords } from '../../ui/primitives/FigureWords.tsx'
import { useToast } from '../../ui/primitives/Toasts.tsx'
import styles from './CloseAllDialog.module.css'
import { priceText, sizeText, toneOf } from './rowText.ts'
import { useReadOnly } from './useReadOnly.ts'
import { useSay } from './useSay.ts'
import { closeAllWords } from './words/closeAllWords.ts'
import { orderTypes, orderWords } from './words/orderWords.ts'
import { sideWord, words } from './words/words.ts'

const selectActions = (state: AppState) => state.actions

/** Says what closing everything does, and does it as one step. Stands once on the page. */
export function CloseAllDialog() {
  const rows = useAppStore(selectPositionRows)
  const orders = useAppStore(selectOrderRows)
  const { askCloseAll, giveAll, undo } = useAppStore(selectActions)
  const readOnly = useReadOnly()
  const say = useSay()
  const toast = useToast()
  const [isBusy, setIsBusy] = useState(false)
  const open = rows.filter((row): row is OpenPositionRow => row.type === 'open')
  const close = (): void => askCloseAll(false)
  const confirm = async (): Promise<void> => {
    setIsBusy(true)
    // Orders first: a reducing order falls with its position, and could not be cancelled after it.
    const isDone = await giveAll([
      ...orders.map(({ orderId }) => ({ type: 'cancel-order', orderId }) as const),
      ...open.map(({ leg }) => ({ type: 'close-position', leg, share: '1' }) as const),
    ])
    setIsBusy(false)
    if (!isDone) return
    close()
    toast({ message: closeAllWords.done(open.length, orders.length), action: { label: closeAllWords.undo, onAction: () => void undo() } })
  }
  const isEmpty = open.length + orders.length === 0
  return (
    <Dialog
      isOpen
      onClose={close}
      title={closeAllWords.title}
      actions={
        <>
          <Button onClick={close}>{words.cancel}</Button>
          <Button variant="primary" reason={readOnly ?? (isEmpty ? closeAllWords.nothing : isBusy ? closeAllWords.busy : undefined)} onClick={() => void confirm()}>{closeAllWords.confirm(open.length, orders.length)}</Button>
        </>
      }
    >
      <div className={styles.body}>
        <p>{isEmpty ? closeAllWords.nothing : closeAllWords.story}</p>
        {open.length === 0 ? null : <Positions rows={open} say={say} />}
        {orders.length === 0 ? null : <Orders rows={orders} say={say} />}
        <p className={styles.note}>{closeAllWords.oneStep}</p>
      </div>
    </Dialog>
  )
}

function Positions({ rows, say }: { readonly rows: readonly OpenPositionRow[]; readonly say: ReturnType<typeof useSay> }) {
  const { format } = say
  const total = rows.reduce((sum, row) => sum.plus(row.unrealizedPnl), new Decimal(0)).toFixed()
  return (
    <>
      <h3 className={styles.title}>{closeAllWords.positions(rows.length)}</h3>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.key} className={styles.line}>
            <span>{row.instrument} {sideWord(row)} <Figure figure={figureTag('position.qty', row)}>{sizeText(format, row)}</Figure></span>
            <Figure tone={toneOf(row.unrealizedPnl)} amount={row.unrealizedPnl} figure={figureTag('position.unrealizedPnl', row)}>{format.money(row.unrealizedPnl, { signed: true })}</Figure>
          </li>
        ))}
      </ul>
      <p className={styles.note}><FigureWords text={closeAllWords.total(format.money(total, { signed: true }))} figures={[{ text: format.money(total, { signed: true }), figure: figureTag('account.unrealizedPnl', { twin: 'as-set' }) }]} /></p>
    </>
  )
}

function Orders({ rows, say }: { readonly rows: readonly OrderRow[]; readonly say: ReturnType<typeof useSay> }) {
  return (
    <>
      <h3 className={styles.title}>{closeAllWords.orders(rows.length)}</h3>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.orderId} className={styles.line}>
            <span>{row.instrument} {orderTypes[row.type]} {row.isBuy ? orderWords.buy : orderWords.sell} <Figure figure={figureTag('order.qty', { twin: row.twin, order: row.orderId })}>{say.size(row.instrument, row.qty)}</Figure></span>
            <Figure figure={figureTag('order.price', { twin: row.twin, order: row.orderId })}>{priceText(say.format, row.price, row.priceDecimals)}</Figure>
          </li>
        ))}
      </ul>
    </>
  )
}

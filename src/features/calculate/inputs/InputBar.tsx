import { useAppStore } from '../../../store/useAppStore.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { SegmentedControl } from '../../../ui/primitives/SegmentedControl.tsx'
import { figureKey } from '../../../engine/index.ts'
import { useCalculation } from '../Calculator.tsx'
import { figureOf, plainOf, useCard } from '../useCard.ts'
import { writeField, writeFigure } from '../fields/writeField.ts'
import { words } from '../words.ts'
import styles from './inputs.module.css'
import { InstrumentSelect } from './InstrumentSelect.tsx'

/** What all calculators share, in one line. */
export function InputBar({ isEditing, onEdit }: { readonly isEditing: boolean; readonly onEdit: () => void }) {
  const { desk, change, rules } = useCalculation()
  const book = useCard('book')
  const { side, fee } = desk.inputs
  const feeRate = rules.fees?.[fee]
  const tier = plainOf(figureOf(book.report, 'tier'))
  const rate = figureOf(book.report, 'maintenanceRate')
  const entry = plainOf(figureOf(book.report, 'entryPrice'))
  const facts = [
    { id: 'entry', term: words.bar.entry, value: entry === undefined ? '—' : writeField('entryPrice', entry, book.writing), note: book.market.quote },
    { id: 'wallet', term: words.bar.wallet, value: <Wallet /> },
    { id: 'book', term: words.bar.book, value: <Book /> },
    { id: 'rules', term: words.bar.rules, value: rules.name },
    { id: 'fee', term: words.bar.fee[fee], value: feeRate === undefined ? '—' : book.writing.format.rate(feeRate) },
    {
      id: 'rate',
      term: words.bar.rate,
      value: <Figure figure={figureKey({ id: 'calc.liquidation.maintenanceRate', of: { card: 'book' } })}>{typeof rate === 'string' ? `${writeFigure('maintenanceRate', rate, book.writing)}%` : '—'}</Figure>,
      note: tier === undefined ? undefined : words.bar.tier(tier),
    },
  ]
  return (
    <section className={styles.bar} aria-label={words.bar.label}>
      <InstrumentSelect isBare />
      <SegmentedControl
        label={words.bar.side.label}
        size="small"
        options={[{ value: 'long', label: words.bar.side.long }, { value: 'short', label: words.bar.side.short }]}
        value={side}
        onChange={(chosen) => change((before) => ({ ...before, inputs: { ...before.inputs, side: chosen } }))}
      />
      <dl className={styles.facts}>
        {facts.map(({ id, term, value, note }) => (
          <div key={id}>
            <dt>{term}</dt>
            <dd>{value}</dd>
            {note === undefined ? null : <dd className={styles.quiet}>{note}</dd>}
          </div>
        ))}
      </dl>
      <Button size="small" className={styles.edit} aria-expanded={isEditing} aria-controls="calculate-inputs" onClick={onEdit}>
        {isEditing ? words.bar.done : words.bar.edit}
      </Button>
    </section>
  )
}

/** As typed, else that of the account. */
function Wallet() {
  const { desk, context } = useCalculation()
  const { format, market } = context
  const typed = format.parse(desk.inputs.wallet, [market.currency])
  const value = typed.ok ? typed.value : market.walletBalance
  return <>{value === undefined ? '—' : `${format.money(value, { decimals: market.moneyDecimals })} ${market.currency}`}</>
}

/** The account as set at the cursor, or nothing. */
function Book() {
  const { desk, context } = useCalculation()
  const title = useAppStore((state) => state.scenario.document?.title)
  const tick = useAppStore((state) => state.playback.tick)
  const open = useAppStore((state) => state.view.frame?.twins['as-set'].openPositions)
  if (desk.inputs.book === 'none' || !context.market.sharesAccount || title === undefined) return <>{words.bar.noBook}</>
  return (
    <>
      {words.bar.bookAt(title, tick)} <span className={styles.quiet}>{words.bar.positions(open ?? 0)}</span>
    </>
  )
}

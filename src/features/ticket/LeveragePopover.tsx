import { Decimal } from '../../engine/index.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { NumberField } from '../../ui/primitives/NumberField.tsx'
import { Popover } from '../../ui/primitives/Popover.tsx'
import { Slider } from '../../ui/primitives/Slider.tsx'
import styles from './LeveragePopover.module.css'
import { tierOf, type LeverageTier } from './tierOf.ts'
import { useTypedNumber, type TypedReading } from './useTypedNumber.ts'
import { words } from './words.ts'

export interface LeveragePopoverProps {
  readonly leverage: string
  readonly onChange: (leverage: string) => void
  readonly tiers: readonly LeverageTier[]
  /** Of the order as typed; absent without a size. */
  readonly notional: string | undefined
  /** What stands beside it: a limit of this size, a position that keeps its own. */
  readonly notes: readonly string[]
}

/** Slider, field and the limits of the tiers. */
export function LeveragePopover(props: LeveragePopoverProps) {
  const format = useFormat()
  return (
    <Popover label={words.leverage.title} trigger={format.leverage(props.leverage)} align="end">
      {() => <LeverageForm {...props} />}
    </Popover>
  )
}

function LeverageForm({ leverage, onChange, tiers, notional, notes }: LeveragePopoverProps) {
  const format = useFormat()
  const field = useTypedNumber({ value: leverage, onValue: onChange, accept: leverageOnly, isRequired: true })
  const limit = tierOf(tiers, notional)?.maxLeverage ?? '1'
  const most = tiers[0]?.maxLeverage ?? '1'
  const isAbove = new Decimal(leverage).gt(limit)
  return (
    <div className={styles.form}>
      <p className={styles.title}>{words.leverage.title}</p>
      <NumberField
        label={words.leverage.field}
        isLabelHidden
        value={field.text}
        onChange={field.onChange}
        unit="x"
        error={field.error}
        warning={isAbove ? words.leverage.limitedHere(format.leverage(limit)) : undefined}
        hint={words.leverage.means(format.leverage(leverage), format.percent(new Decimal(1).div(leverage).toFixed(8)))}
        step={({ text, direction, isLarge }) => format.step(text, { stepSize: isLarge ? '5' : '1', direction, least: '1', most })}
      />
      <Slider
        label={words.leverage.sliderLabel}
        least={1}
        most={Number(most)}
        value={Number(leverage)}
        onChange={(value) => onChange(String(value))}
        ticks={ticksTo(Number(most))}
        valueText={format.leverage(leverage)}
      />
      {notes.map((note) => <p key={note} className={styles.note}>{note}</p>)}
      {tiers.length > 1 ? <TierList tiers={tiers} current={tierOf(tiers, notional)} /> : null}
    </div>
  )
}

function TierList({ tiers, current }: { readonly tiers: readonly LeverageTier[]; readonly current: LeverageTier | undefined }) {
  const format = useFormat()
  return (
    <dl className={styles.tiers} aria-label={words.leverage.tiers}>
      {tiers.map((tier) => (
        <div key={tier.floor} className={tier === current ? styles.current : undefined}>
          <dt>{tier.cap === undefined ? words.leverage.above(format.exact(tier.floor)) : words.leverage.upTo(format.exact(tier.cap))}</dt>
          <dd>{format.leverage(tier.maxLeverage)}</dd>
        </div>
      ))}
    </dl>
  )
}

function leverageOnly({ value, suffix }: { readonly value: string; readonly suffix: string | undefined }): TypedReading {
  if (suffix === '%') return { error: words.errors.percent }
  return new Decimal(value).lt(1) ? { error: words.errors.leverage } : { value }
}

/** 1x, the maximum, and round numbers between them. */
function ticksTo(most: number): readonly { readonly value: number; readonly label: string }[] {
  const between = [0.25, 0.5, 0.75].map((share) => Math.round(most * share)).filter((value) => value > 1 && value < most)
  return [...new Set([1, ...between, most])].map((value) => ({ value, label: `${value}x` }))
}

import { duration } from '../../../ui/format/timeFormats.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Select } from '../../../ui/primitives/Select.tsx'
import { TextField } from '../../../ui/primitives/TextField.tsx'
import styles from './exchange.module.css'
import { type ExchangeDraft, lastDays, type ReadExchange } from './exchangeDraft.ts'
import { KNOWN_PERIODS } from './knownPeriods.ts'
import { exchangeWords as words } from './words.ts'

const DAYS = [7, 30, 90] as const
const NONE = 'none'

export type PeriodFieldsProps = {
  readonly draft: ExchangeDraft
  readonly errors: ReadExchange['errors']
  readonly bars: readonly number[]
  readonly now: number
  readonly onChange: (part: Partial<ExchangeDraft>) => void
}

/** From when to when, in UTC, and in bars of which size. */
export function PeriodFields({ draft, errors, bars, now, onChange }: PeriodFieldsProps) {
  const known = KNOWN_PERIODS.find(({ from, to }) => from === draft.from.trim() && to === draft.to.trim())
  return (
    <>
      <div className={styles.period}>
        <TextField label={words.from} aside={words.utc} value={draft.from} error={errors.from} onChange={(from) => onChange({ from })} />
        <TextField label={words.to} aside={words.utc} value={draft.to} error={errors.to} onChange={(to) => onChange({ to })} />
        <Select label={words.bar} options={bars.map((bar) => ({ value: String(bar), label: duration(bar) }))} value={String(draft.barMillis)} onChange={(bar) => onChange({ barMillis: Number(bar) })} />
      </div>
      <p className={styles.hint}>{words.periodHint}</p>
      <div className={styles.presets}>
        {DAYS.map((days) => <Button key={days} size="small" onClick={() => onChange(lastDays(days, now))}>{words.lastDays(days)}</Button>)}
        <Select
          label={words.known}
          isLabelHidden
          options={[{ value: NONE, label: `${words.known}…` }, ...KNOWN_PERIODS.map(({ id, label }) => ({ value: id, label }))]}
          value={known?.id ?? NONE}
          onChange={(id) => {
            const chosen = KNOWN_PERIODS.find((each) => each.id === id)
            if (chosen !== undefined) onChange({ from: chosen.from, to: chosen.to })
          }}
        />
      </div>
    </>
  )
}

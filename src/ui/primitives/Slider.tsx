import { useId, type CSSProperties } from 'react'
import styles from './Slider.module.css'

export type SliderTick = { readonly value: number; readonly label: string }

export type SliderProps = {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly least?: number
  readonly most: number
  readonly step?: number
  readonly ticks?: readonly SliderTick[]
  /** The value in words: "25% of the maximum, 149.29 SOL". */
  readonly valueText?: string
}

/** Native range. Its ticks snap a pointer and are buttons for nobody else: the arrow keys reach every value. */
export function Slider({ label, value, onChange, least = 0, most, step = 1, ticks = [], valueText }: SliderProps) {
  const listId = useId()
  const share = (at: number): number => (most === least ? 0 : ((at - least) / (most - least)) * 100)
  return (
    <div className={styles.slider} style={{ '--share': `${share(Math.min(most, Math.max(least, value)))}%` } as CSSProperties}>
      <input
        type="range"
        className={styles.input}
        aria-label={label}
        aria-valuetext={valueText}
        min={least}
        max={most}
        step={step}
        value={value}
        list={ticks.length === 0 ? undefined : listId}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      {ticks.length === 0 ? null : (
        <>
          <datalist id={listId}>{ticks.map((tick) => <option key={tick.value} value={tick.value} />)}</datalist>
          <div className={styles.ticks} aria-hidden="true">
            {ticks.map((tick) => (
              <button
                key={tick.value}
                type="button"
                tabIndex={-1}
                className={styles.tick}
                style={{ '--at': `${share(tick.value)}%` } as CSSProperties}
                onClick={() => onChange(tick.value)}
              >
                {tick.label}
              </button>
            ))}
          </div>
        </>
      )}
    </div>
  )
}

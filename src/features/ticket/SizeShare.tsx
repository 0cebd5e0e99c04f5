import { Button } from '../../ui/primitives/Button.tsx'
import { Slider } from '../../ui/primitives/Slider.tsx'
import { useIsNarrow } from '../../ui/theme/useMediaQuery.ts'
import styles from './SizeShare.module.css'
import { words } from './words.ts'

export interface SizeShareProps {
  /** Percent of the maximum; above 100 when the size is too large. */
  readonly percent: number
  readonly sizeText: string
  readonly onPercent: (percent: number) => void
}

const ticks = [0, 25, 50, 75, 100].map((value) => ({ value, label: value === 100 ? '100%' : String(value) }))
const presets = [10, 25, 50, 75, 100]

/** The size as a share of the largest one: a slider, on a phone buttons. */
export function SizeShare({ percent, sizeText, onPercent }: SizeShareProps) {
  const isNarrow = useIsNarrow()
  if (!isNarrow) {
    return (
      <Slider
        label={words.fields.sliderLabel}
        value={Math.min(100, percent)}
        most={100}
        ticks={ticks}
        valueText={words.fields.sliderText(String(percent), sizeText)}
        onChange={onPercent}
      />
    )
  }
  return (
    <div role="group" aria-label={words.fields.presets} className={styles.presets}>
      {presets.map((preset) => (
        <Button key={preset} isPressed={percent === preset} className={styles.preset} onClick={() => onPercent(preset)}>{words.fields.preset(preset)}</Button>
      ))}
    </div>
  )
}

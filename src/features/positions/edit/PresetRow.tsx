import { Button } from '../../../ui/primitives/Button.tsx'
import styles from './edit.module.css'

export interface Preset {
  readonly value: string
  readonly label: string
}

export interface PresetRowProps {
  readonly label: string
  readonly presets: readonly Preset[]
  /** The one that stands in the field. */
  readonly pressed?: string | undefined
  readonly reason?: string | undefined
  readonly onPick: (value: string) => void
}

export function PresetRow({ label, presets, pressed, reason, onPick }: PresetRowProps) {
  return (
    <div role="group" aria-label={label} className={styles.presets}>
      {presets.map((preset) => (
        <Button key={preset.label} size="small" isPressed={preset.value === pressed} reason={reason} onClick={() => onPick(preset.value)}>{preset.label}</Button>
      ))}
    </div>
  )
}

import { useId } from 'react'
import { SHOCK_CHOICES } from '../../../store/catalog/shockChoices.ts'
import { words } from '../words.ts'
import { ShockPicture } from './ShockPicture.tsx'
import styles from './ShockSection.module.css'

export type PresetTilesProps = { readonly selected: string; readonly onSelect: (id: string) => void }

/** The presets by their shapes: native radio buttons behind small pictures. */
export function PresetTiles({ selected, onSelect }: PresetTilesProps) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={words.shock.presets} className={styles.tiles}>
      {SHOCK_CHOICES.map((preset) => (
        <label key={preset.id} className={styles.tile}>
          <input type="radio" className={styles.radio} name={name} value={preset.id} checked={preset.id === selected} onChange={() => onSelect(preset.id)} />
          <ShockPicture preset={preset} />
          {preset.title}
        </label>
      ))}
    </div>
  )
}

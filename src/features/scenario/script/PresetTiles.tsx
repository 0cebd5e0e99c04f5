import { useId } from 'react'
import { scriptWords as words } from './scriptWords.ts'
import styles from './ScriptSection.module.css'
import { ShockPicture } from './ShockPicture.tsx'
import { TEMPLATES } from './templates.ts'

export type PresetTilesProps = { readonly selected: string | undefined; readonly onSelect: (id: string) => void }

/** The presets by their shapes: native radio buttons behind small pictures. */
export function PresetTiles({ selected, onSelect }: PresetTilesProps) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={words.templates} className={styles.tiles}>
      {TEMPLATES.map((preset) => (
        <label key={preset.id} className={styles.tile}>
          <input type="radio" className={styles.radio} name={name} value={preset.id} checked={preset.id === selected} onChange={() => onSelect(preset.id)} />
          <ShockPicture preset={preset} />
          {preset.title}
        </label>
      ))}
    </div>
  )
}

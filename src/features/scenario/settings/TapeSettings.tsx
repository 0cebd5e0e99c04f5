import { SegmentedControl } from '../../../ui/primitives/SegmentedControl.tsx'
import { Select } from '../../../ui/primitives/Select.tsx'
import type { CurrentScenario } from '../start/CurrentScenario.ts'
import { words } from '../words.ts'
import styles from './ScenarioSettings.module.css'
import type { CandlePath, SettingsDraft } from './settingsDraft.ts'

export type TapeSettingsProps = {
  readonly current: CurrentScenario
  readonly draft: SettingsDraft
  readonly onChange: (part: Partial<SettingsDraft>) => void
}

const CANDLE_PATHS: readonly CandlePath[] = ['nearest-extreme', 'open-high-low-close', 'open-low-high-close', 'close-only']

/** How positions are kept and how prices move between what the tape says. */
export function TapeSettings({ current, draft, onChange }: TapeSettingsProps) {
  const { hasCandles } = current.info.tape
  return (
    <div className={styles.choices}>
      <div className={styles.choice}>
        <span className={styles.label}>{words.settings.positionMode}</span>
        <SegmentedControl
          label={words.settings.positionMode}
          options={[
            { value: 'one-way', label: words.settings.modes['one-way'] },
            { value: 'hedge', label: words.settings.modes.hedge },
          ]}
          value={draft.positionMode}
          onChange={(positionMode) => onChange({ positionMode })}
        />
        <p className={styles.hint}>{words.settings.modeHints[draft.positionMode]}</p>
      </div>
      <div className={styles.choice}>
        <span className={styles.label}>{words.settings.between}</span>
        <SegmentedControl
          label={words.settings.between}
          options={[
            { value: 'path', label: words.settings.betweens.path },
            { value: 'jump', label: words.settings.betweens.jump },
          ]}
          value={draft.between}
          onChange={(between) => onChange({ between })}
        />
        <p className={styles.hint}>{words.settings.betweenHints[draft.between]}</p>
      </div>
      <Select
        label={words.settings.candlePath}
        options={CANDLE_PATHS.map((value) => ({ value, label: words.settings.candlePaths[value] }))}
        value={hasCandles ? draft.candlePath : 'close-only'}
        isDisabled={!hasCandles}
        hint={hasCandles ? undefined : words.settings.noCandles}
        onChange={(candlePath) => onChange({ candlePath })}
      />
    </div>
  )
}

import type { ReactNode } from 'react'
import { useAppStore } from '../../../store/useAppStore.ts'
import { createFormat } from '../../../ui/format/createFormat.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { numberStyles } from '../../../ui/format/numberStyle.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { SegmentedControl } from '../../../ui/primitives/SegmentedControl.tsx'
import { Select } from '../../../ui/primitives/Select.tsx'
import { Switch } from '../../../ui/primitives/Switch.tsx'
import { numberStyleOf } from './numberStyleOf.ts'
import { preferenceWords as words } from './preferenceWords.ts'
import styles from './SettingsForm.module.css'

/** Theme, colours, numbers, pausing: each takes effect at once. */
export function SettingsForm({ close }: { readonly close: () => void }) {
  const { theme, pnlColors, locale, level } = useAppStore((state) => state.settings)
  const pauses = useAppStore((state) => state.playback.pauseAtLiquidation)
  const { setSettings, setPauseAtLiquidation, openExplain } = useAppStore((state) => state.actions)
  const format = useFormat()
  return (
    <div className={styles.form}>
      <Choice label={words.theme}>
        <SegmentedControl label={words.theme} isWide options={optionsOf(words.themes)} value={theme} onChange={(next) => setSettings({ theme: next })} />
      </Choice>
      <Choice label={words.pnl}>
        <SegmentedControl label={words.pnl} isWide options={optionsOf(words.pnls)} value={pnlColors} onChange={(next) => setSettings({ pnlColors: next })} />
        <p className={styles.example} aria-hidden="true">
          <span className={styles.profit}>{format.money('1250', { signed: true })}</span> <span className={styles.loss}>{format.money('-1250', { signed: true })}</span>
        </p>
      </Choice>
      <Select
        label={words.numbers}
        options={numberStyles.map((style) => ({ value: style, label: createFormat(style).money('12345.678') }))}
        value={numberStyleOf(locale)}
        onChange={(style) => setSettings({ locale: style })}
      />
      <Choice label={words.level}>
        <SegmentedControl label={words.level} isWide options={optionsOf(words.levels)} value={level} onChange={(next) => setSettings({ level: next })} />
        <p className={styles.hint}>{words.levelHint}</p>
      </Choice>
      <div>
        <Switch isSpread label={words.pause} isChecked={pauses} onChange={setPauseAtLiquidation} />
        <p className={styles.hint}>{words.pauseHint}</p>
      </div>
      <Button
        onClick={() => {
          close()
          openExplain({ type: 'glossary' })
        }}
      >
        {words.glossary}
      </Button>
    </div>
  )
}

function Choice({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <p className={styles.label} aria-hidden="true">{label}</p>
      {children}
    </div>
  )
}

function optionsOf<Value extends string>(labels: Readonly<Record<Value, string>>): readonly { readonly value: Value; readonly label: string }[] {
  return (Object.entries(labels) as [Value, string][]).map(([value, label]) => ({ value, label }))
}

import type { ReactNode } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'
import { createFormat } from '../../ui/format/createFormat.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { numberStyles } from '../../ui/format/numberStyle.ts'
import { Button } from '../../ui/primitives/Button.tsx'
import { Icon } from '../../ui/primitives/Icon.tsx'
import { Popover } from '../../ui/primitives/Popover.tsx'
import { SegmentedControl } from '../../ui/primitives/SegmentedControl.tsx'
import { Select } from '../../ui/primitives/Select.tsx'
import { Switch } from '../../ui/primitives/Switch.tsx'
import { menuWords as words } from './menuWords.ts'
import { numberStyleOf } from './preferences/numberStyleOf.ts'
import styles from './SettingsMenu.module.css'

/** Theme, colours, numbers, pausing: each takes effect at once. */
export function SettingsMenu() {
  return (
    <Popover
      label={words.preferences.label}
      variant="ghost"
      align="end"
      hasChevron={false}
      trigger={
        <>
          <Icon name="theme" />
          <span className="visually-hidden">{words.preferences.label}</span>
        </>
      }
    >
      {(close) => <SettingsForm close={close} />}
    </Popover>
  )
}

function SettingsForm({ close }: { readonly close: () => void }) {
  const { theme, pnlColors, locale, level } = useAppStore((state) => state.settings)
  const pauses = useAppStore((state) => state.playback.pauseAtLiquidation)
  const { setSettings, setPauseAtLiquidation, openExplain } = useAppStore((state) => state.actions)
  const format = useFormat()
  return (
    <div className={styles.form}>
      <Choice label={words.preferences.theme}>
        <SegmentedControl label={words.preferences.theme} isWide options={optionsOf(words.preferences.themes)} value={theme} onChange={(next) => setSettings({ theme: next })} />
      </Choice>
      <Choice label={words.preferences.pnl}>
        <SegmentedControl label={words.preferences.pnl} isWide options={optionsOf(words.preferences.pnls)} value={pnlColors} onChange={(next) => setSettings({ pnlColors: next })} />
        <p className={styles.example} aria-hidden="true">
          <span className={styles.profit}>{format.money('1250', { signed: true })}</span> <span className={styles.loss}>{format.money('-1250', { signed: true })}</span>
        </p>
      </Choice>
      <Select
        label={words.preferences.numbers}
        options={numberStyles.map((style) => ({ value: style, label: createFormat(style).money('12345.678') }))}
        value={numberStyleOf(locale)}
        onChange={(style) => setSettings({ locale: style })}
      />
      <Choice label={words.preferences.level}>
        <SegmentedControl label={words.preferences.level} isWide options={optionsOf(words.preferences.levels)} value={level} onChange={(next) => setSettings({ level: next })} />
        <p className={styles.hint}>{words.preferences.levelHint}</p>
      </Choice>
      <div>
        <Switch isSpread label={words.preferences.pause} isChecked={pauses} onChange={setPauseAtLiquidation} />
        <p className={styles.hint}>{words.preferences.pauseHint}</p>
      </div>
      <Button
        onClick={() => {
          close()
          openExplain({ type: 'glossary' })
        }}
      >
        {words.preferences.glossary}
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

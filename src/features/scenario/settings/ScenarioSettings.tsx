import { useState } from 'react'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Button } from '../../../ui/primitives/Button.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { TextField } from '../../../ui/primitives/TextField.tsx'
import type { CurrentScenario } from '../start/CurrentScenario.ts'
import { Problems } from '../start/Problems.tsx'
import { words } from '../words.ts'
import styles from './ScenarioSettings.module.css'
import { type SettingsDraft, settingsChange, settingsDraft, walletOf } from './settingsDraft.ts'
import { TapeSettings } from './TapeSettings.tsx'

/** Title, wallet and how prices are played: typed first, told what changes, then applied as one step of Undo. */
export function ScenarioSettings({ current }: { readonly current: CurrentScenario }) {
  const format = useFormat()
  const { changeSettings } = useAppStore((state) => state.actions)
  const problems = useAppStore((state) => state.scenario.problems)
  const [edit, setEdit] = useState<Partial<SettingsDraft>>({})
  const [hasFailed, setHasFailed] = useState(false)
  const draft = { ...settingsDraft(current, format), ...edit }
  const change = (part: Partial<SettingsDraft>): void => setEdit({ ...edit, ...part })
  const { fields, patch } = settingsChange(current, draft, format)
  const hasWallet = walletOf(draft.wallet, format) !== undefined
  const apply = async (): Promise<void> => {
    const isApplied = await changeSettings(patch)
    setHasFailed(!isApplied)
    if (isApplied) setEdit({})
  }
  const replays = fields.some((field) => field !== 'title' && field !== 'positionMode')
  return (
    <>
      <div className={styles.grid}>
        <TextField label={words.settings.title} value={draft.title} onChange={(title) => change({ title })} />
        <NumberField
          label={words.settings.wallet}
          value={draft.wallet}
          unit={current.info.currency.code}
          error={hasWallet ? undefined : words.settings.walletError}
          onChange={(wallet) => change({ wallet })}
        />
      </div>
      <TapeSettings current={current} draft={draft} onChange={change} />
      {hasFailed ? <Problems problems={problems} /> : null}
      <div className={styles.footer}>
        <p className={styles.consequence} role="status">
          {fields.length === 0 ? words.settings.nothing : words.settings.replay(replays ? current.document.commands.length : 0)}
        </p>
        {fields.length === 0 ? null : <Button onClick={() => setEdit({})}>{words.settings.discard}</Button>}
        <Button variant="primary" reason={fields.length === 0 ? words.settings.nothing : hasWallet ? undefined : words.start.incomplete} onClick={() => void apply()}>
          {words.settings.apply}
        </Button>
      </div>
    </>
  )
}

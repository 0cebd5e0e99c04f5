import { SegmentedControl, type SegmentOption } from '../../ui/primitives/SegmentedControl.tsx'
import { useIsNarrow, useMediaQuery } from '../../ui/theme/useMediaQuery.ts'
import type { EventScope } from './TableTab.ts'
import styles from './TablesPanel.module.css'
import { words } from './words/words.ts'

export interface AccountSwitchProps {
  readonly value: EventScope
  /** Events can be those of every account. */
  readonly hasAll: boolean
  readonly onChange: (value: EventScope) => void
}

/** Yours | All isolated | All cross, and for events all of them. */
export function AccountSwitch({ value, hasAll, onChange }: AccountSwitchProps) {
  const isNarrow = useIsNarrow()
  /** Three or four choices beside six tabs. */
  const isShort = useMediaQuery('(max-width: 1100px)') && !isNarrow
  const options: readonly SegmentOption<EventScope>[] = [
    ...(hasAll ? [{ value: 'all' as const, label: isShort ? words.allShort : words.allAccounts }] : []),
    { value: 'as-set', label: words.twins['as-set'] },
    { value: 'all-isolated', label: isShort ? words.isolated : words.twins['all-isolated'], mode: 'isolated' },
    { value: 'all-cross', label: isShort ? words.cross : words.twins['all-cross'], mode: 'cross' },
  ]
  return (
    <div className={styles.account}>
      <span className={styles.accountLabel} aria-hidden="true">{words.account}</span>
      <SegmentedControl label={words.account} size="small" isWide={isNarrow} options={options} value={value} onChange={onChange} />
    </div>
  )
}

import { useMemo, useState } from 'react'
import { builtinRules } from '../../../engine/index.ts'
import type { AppState } from '../../../store/AppState.ts'
import { ruleDiffRules } from '../../../store/selectors/ruleDiffInputs.ts'
import { builtinDocument } from '../../../store/rules/rulesDesk.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { SegmentedControl } from '../../../ui/primitives/SegmentedControl.tsx'
import { Select, type SelectOption } from '../../../ui/primitives/Select.tsx'
import { Switch } from '../../../ui/primitives/Switch.tsx'
import { daysSince, OLD_DAYS } from '../library/age.ts'
import { rulesChoices } from '../library/RulesChoice.ts'
import styles from './diff.module.css'
import { FigureWords } from '../../../ui/primitives/FigureWords.tsx'
import { ageFigure } from '../form/ruleFigures.ts'
import { diffWords } from './diffWords.ts'

type RuleDiffSet = AppState['ruleDiff']['a']
type Contract = 'linear' | 'inverse'

/** What is compared: two sets, the walls, and what becomes of orders above a limit. Every change is played at once. */
export function DiffChoices() {
  const { a, b, walls, lowersLeverage } = useAppStore((state) => state.ruleDiff)
  const { setRuleDiff } = useAppStore((state) => state.actions)
  const { options, isOtherHidden, contract, setOf } = useOptions()
  return (
    <section className={styles.choices} aria-label={diffWords.title}>
      <Select label={diffWords.a} options={[...options, ...documentOption(a, (name) => name)]} value={keyOf(a)} onChange={(key) => void setRuleDiff({ a: setOf(key, a) })} />
      <Select
        label={diffWords.b}
        options={[...(b === undefined ? [{ value: '', label: diffWords.choose }] : []), ...options, ...documentOption(b, diffWords.document)]}
        value={b === undefined ? '' : keyOf(b)}
        hint={isOtherHidden ? diffWords.otherKindHint[contract === 'linear' ? 'inverse' : 'linear'] : undefined}
        onChange={(key) => {
          if (key !== '') void setRuleDiff({ b: setOf(key, b) })
        }}
      />
      <div className={styles.more}>
        <SegmentedControl
          label={diffWords.walls}
          options={(['as-set', 'all-isolated', 'all-cross'] as const).map((value) => ({ value, label: diffWords.wallNames[value], mode: ({ 'as-set': undefined, 'all-isolated': 'isolated', 'all-cross': 'cross' } as const)[value] }))}
          value={walls}
          onChange={(next) => void setRuleDiff({ walls: next })}
        />
        <Switch label={diffWords.lower} isChecked={lowersLeverage} onChange={(next) => void setRuleDiff({ lowersLeverage: next })} />
      </div>
      <Age set={a} />
      <Age set={b} />
    </section>
  )
}

interface Options {
  readonly options: readonly SelectOption<string>[]
  /** Whether there are sets that cannot be chosen. */
  readonly isOtherHidden: boolean
  readonly contract: Contract
  readonly setOf: (key: string, now: RuleDiffSet | undefined) => RuleDiffSet
}

function useOptions(): Options {
  const saved = useAppStore((state) => state.rules.saved)
  const own = useAppStore((state) => state.scenario.info?.rules.name ?? '')
  const contract = useAppStore((state) => state.scenario.info?.rules.contract ?? 'linear')
  const choices = rulesChoices(saved, undefined)
  const options = choices.map((choice) => {
    const kind = choice.type === 'builtin' ? builtinRules.get(choice.id)?.contract : choice.type === 'saved' ? choice.saved.document.contract : undefined
    const isOther = (kind ?? 'linear') !== contract
    return { value: choice.key, label: isOther ? `${choice.name} (${diffWords.otherKind[kind ?? 'linear']})` : choice.name, group: choice.group, isDisabled: isOther }
  })
  return {
    options: [{ value: 'scenario', label: diffWords.scenario(own), group: diffWords.groups.here }, ...options],
    isOtherHidden: options.some(({ isDisabled }) => isDisabled),
    contract,
    setOf(key, now) {
      const choice = choices.find((each) => each.key === key)
      if (choice?.type === 'builtin') return { type: 'builtin', id: choice.id }
      if (choice?.type === 'saved') return { type: 'saved', id: choice.saved.id }
      return key === 'document' && now !== undefined ? now : { type: 'scenario' }
    },
  }
}

/** The set of the editor has no name in the list; it stays as long as it is chosen. */
function documentOption(set: RuleDiffSet | undefined, called: (name: string) => string): readonly SelectOption<string>[] {
  return set?.type === 'document' ? [{ value: 'document', label: called(set.document.name ?? ''), group: diffWords.groups.here }] : []
}

function keyOf(set: RuleDiffSet): string {
  return set.type === 'builtin' || set.type === 'saved' ? `${set.type}:${set.id}` : set.type
}

/** That a set is old, where it is. */
function Age({ set }: { readonly set: RuleDiffSet | undefined }) {
  const stated = useAppStore((state) => ruleDiffRules(state, set))
  const [now] = useState(() => Date.now())
  const { name = '', date } = useMemo(() => (typeof stated === 'string' ? builtinDocument(stated) : stated), [stated]) ?? {}
  const days = date === undefined ? undefined : daysSince(date, now)
  if (date === undefined || days === undefined || days <= OLD_DAYS) return null
  return <div className={styles.wide}><InlineWarning><FigureWords text={diffWords.old(name, date, days)} figures={[{ text: name, figure: undefined }, ageFigure(days, date, now, name)]} /></InlineWarning></div>
}

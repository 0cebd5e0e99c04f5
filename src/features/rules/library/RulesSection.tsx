import { useEffect, useState } from 'react'
import { useAppStore } from '../../../store/useAppStore.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Select } from '../../../ui/primitives/Select.tsx'
import { words } from '../words.ts'
import { ContractOffer, type ContractOfferProps } from './ContractOffer.tsx'
import { ImportRules } from './ImportRules.tsx'
import styles from './library.module.css'
import { OwnActions } from './OwnActions.tsx'
import { documentOfChoice, rulesChoices, usedKey, type RulesChoice, type RulesFile } from './RulesChoice.ts'
import { RulesDetail } from './RulesDetail.tsx'
import { useUseRules } from './useUseRules.ts'

/** Every set of rules: what it says, how old it is, what it would change; use it, copy it, keep one's own. */
export function RulesSection({ onClose }: { readonly onClose: () => void }) {
  const saved = useAppStore((state) => state.rules.saved)
  const document = useAppStore((state) => state.scenario.document)
  const instruments = useAppStore((state) => state.scenario.info?.instruments)
  const { readRules, editRules, openRuleDiff } = useAppStore((state) => state.actions)
  const playBy = useUseRules()
  const [shown, setShown] = useState<string>()
  useEffect(() => {
    void readRules()
  }, [readRules])
  const choices = rulesChoices(saved, document?.rules)
  const used = usedKey(choices, document?.rules)
  const choice = chosenOf(choices, shown, used)
  if (choice === undefined) return null
  const isUsed = choice.key === used
  const file = documentOfChoice(choice)
  const mismatch = isUsed ? undefined : otherContract(file, instruments)
  const reason = isUsed ? words.library.isUsed : mismatch?.reason
  const open = (isCopy: boolean): void => {
    onClose()
    void editRules(sourceOf(choice), { isCopy })
  }
  const apply = (): void => {
    if (file !== undefined) void playBy(choice.type === 'builtin' ? choice.id : file, choice.name, document?.commands.length ?? 0)
  }
  return (
    <div className={styles.section}>
      <div className={styles.top}>
        <Select
          label={words.library.list}
          aside={isUsed ? words.library.inUse : undefined}
          options={choices.map(({ key, name, group }) => ({ value: key, label: key === used ? `${name} (${words.library.inUse.toLowerCase()})` : name, group }))}
          value={choice.key}
          onChange={setShown}
        />
        <ImportRules onImported={(id) => setShown(`saved:${id}`)} />
      </div>
      {file === undefined ? null : <RulesDetail key={choice.key} document={file} isUsed={isUsed} />}
      {mismatch === undefined ? null : <ContractOffer {...mismatch} onClose={onClose} />}
      <div className={styles.actions}>
        {choice.type === 'saved' ? <OwnActions saved={choice.saved} onRemoved={() => setShown(undefined)} /> : null}
        <span className={styles.gap} />
        {choice.type === 'saved' ? <Button icon="pencil" onClick={() => open(false)}>{words.library.edit}</Button> : null}
        <Button icon="copy" onClick={() => open(true)}>{choice.type === 'saved' ? words.library.copyOwn : words.library.copy}</Button>
        <Button
          reason={isUsed ? words.library.isUsed : reason}
          onClick={() => {
            onClose()
            void openRuleDiff({ a: { type: 'scenario' }, b: sourceOf(choice) })
          }}
        >
          {words.library.compare}
        </Button>
        <Button variant="primary" reason={reason} onClick={apply}>{words.library.use}</Button>
      </div>
    </div>
  )
}

/** What was looked at, else what is in use. */
function chosenOf(choices: readonly RulesChoice[], shown: string | undefined, used: string): RulesChoice | undefined {
  return choices.find(({ key }) => key === shown) ?? choices.find(({ key }) => key === used) ?? choices[0]
}

/** Where a choice is found. */
function sourceOf(choice: RulesChoice) {
  if (choice.type === 'saved') return { type: 'saved', id: choice.saved.id } as const
  return choice.type === 'builtin' ? ({ type: 'builtin', id: choice.id } as const) : ({ type: 'document', document: choice.document } as const)
}

/** Why rules for contracts in the coin cannot play a scenario in the quote currency, and the other way round. */
function otherContract(file: RulesFile | undefined, instruments: readonly { readonly type: string }[] = []): Pick<ContractOfferProps, 'reason' | 'contract'> | undefined {
  const contract = file?.contract ?? 'linear'
  const other = instruments.find(({ type }) => type !== 'spot' && type !== contract)
  return other === undefined ? undefined : { reason: words.library.otherContract[contract], contract }
}

import { CRISES } from '../../../store/catalog/crises.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Checkbox } from '../../../ui/primitives/Checkbox.tsx'
import { Disclosure } from '../../../ui/primitives/Disclosure.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { newSeed } from '../model/changedModel.ts'
import { PathPreview } from '../preview/PathPreview.tsx'
import { useKeptDraft } from '../keptDrafts.ts'
import type { CurrentScenario } from '../start/CurrentScenario.ts'
import { StartFooter } from '../start/StartFooter.tsx'
import styles from './CrisesSection.module.css'
import { crisesWords as words } from './crisesWords.ts'
import { CrisisList } from './CrisisList.tsx'
import { crisisDays, type CrisisChoice, crisisTape, hasRealSeries, isOnExchanges, rulesName } from './crisisTape.ts'
import { FactTable } from './FactTable.tsx'

export type CrisesSectionProps = {
  readonly current: CurrentScenario
  readonly onStarted: () => void
  /** To the form by which the real prices come. */
  readonly onGo: (section: 'exchange' | 'real' | 'files', days?: { readonly from: string; readonly to: string }) => void
}

/** Days everybody remembers, built from what is known of them, and the way to the real ones. */
export function CrisesSection({ current, onStarted, onGo }: CrisesSectionProps) {
  const format = useFormat()
  const [choice, setChoice] = useKeptDraft<CrisisChoice>('crises', current.document.tape, () => ({ id: CRISES[0]?.id ?? '', seed: String(CRISES[0]?.seed ?? 1), hasRules: false }))
  const { id, seed, hasRules } = choice
  const crisis = CRISES.find((each) => each.id === id)
  const setSeed = (next: string): void => setChoice({ ...choice, seed: next })
  if (crisis === undefined) return null
  const fitting = rulesName(crisis)
  const { error, tape } = crisisTape(crisis, choice, format)
  return (
    <>
      <InlineWarning tone="info">{words.label}</InlineWarning>
      <CrisisList
        crises={CRISES}
        selected={id}
        onSelect={(next) => setChoice({ id: next.id, seed: String(next.seed), hasRules })}
      />
      <p className={styles.story} data-name="">{crisis.story}</p>
      <PathPreview tape={tape} />
      <div className={styles.seed}>
        <NumberField label={words.seed} value={seed} error={error} hint={words.seedHint} onChange={setSeed} />
        <Button icon="restart" aria-label="Another seed" onClick={() => setSeed(newSeed(seed))}>Another</Button>
      </div>
      <Disclosure key={crisis.id} summary={words.facts} isInitiallyOpen>
        <FactTable title={crisis.title} facts={crisis.facts} />
      </Disclosure>
      <section className={styles.real} aria-label={words.real}>
        <h3 className={styles.realTitle}>{words.real}</h3>
        <p data-name="">{crisis.real}</p>
        <div className={styles.ways}>
          {isOnExchanges(crisis) ? <Button size="small" onClick={() => onGo('exchange', crisisDays(crisis))}>{words.exchange}</Button> : null}
          {hasRealSeries(crisis) ? <Button size="small" onClick={() => onGo('real')}>{words.bundled}</Button> : null}
          <Button size="small" onClick={() => onGo('files')}>{words.files}</Button>
        </div>
      </section>
      {fitting === undefined || current.document.rules === crisis.rules ? null : (
        <p className={styles.rules}><Checkbox label={words.rules(fitting)} isChecked={hasRules} onChange={(next) => setChoice({ ...choice, hasRules: next })} /></p>
      )}
      <StartFooter current={current} tape={tape} label={words.start} onStarted={onStarted} />
    </>
  )
}

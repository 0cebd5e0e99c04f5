import { useState } from 'react'
import { exampleLongs } from '../../../store/catalog/exampleLongs.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { SegmentedControl } from '../../../ui/primitives/SegmentedControl.tsx'
import { confirmation, consequences, type TradesChoice, words } from '../words.ts'
import type { CurrentScenario, NewTape, ScenarioDocument } from './CurrentScenario.ts'
import { scenarioOn } from './scenarioOn.ts'
import styles from './StartFooter.module.css'
import { type TradesOn, tradesOn } from './tradesOn.ts'

export type StartFooterProps = {
  readonly current: CurrentScenario
  /** Absent while the form above cannot be read. */
  readonly tape: NewTape | undefined
  readonly label: string
  readonly onStarted: () => void
}

/** Which trades come along, what that changes, and the button; asks before work of one's own is left behind. */
export function StartFooter({ current, tape, label, onStarted }: StartFooterProps) {
  const [wanted, setWanted] = useState<TradesChoice>()
  const [isAsking, setIsAsking] = useState(false)
  const { status, isEdited } = useAppStore((state) => state.scenario)
  const { openDocument, play } = useAppStore((state) => state.actions)
  const fit: TradesOn = tape === undefined ? { kept: [], dropped: [], gone: [], isShorter: false } : tradesOn(current.document.commands, tape)
  const choice = wanted === 'keep' && fit.kept.length === 0 ? 'none' : (wanted ?? (fit.kept.length > 0 ? 'keep' : 'none'))
  const lost = choice === 'keep' ? fit.dropped.length : current.document.commands.length

  const start = async (): Promise<void> => {
    if (tape === undefined) return
    if (isEdited && lost > 0 && !isAsking) return setIsAsking(true)
    setIsAsking(false)
    // What a refusal says, the dialog of refused documents shows.
    const commands = commandsOf(choice, fit, current, tape)
    if (!(await openDocument(scenarioOn(current, tape, commands)))) return
    onStarted()
    // With nothing open yet the first bar waits for a trade.
    if (commands.length > 0) play()
  }
  return (
    <div className={styles.footer}>
      <div className={styles.choice}>
        <span aria-hidden="true" className={styles.label}>{words.trades.label}</span>
        <SegmentedControl
          label={words.trades.label}
          options={[
            { value: 'keep', label: words.trades.keep(fit.kept.length), reason: keepReason(current, fit) },
            { value: 'examples', label: words.trades.examples },
            { value: 'none', label: words.trades.none },
          ]}
          value={choice}
          onChange={(next) => {
            setWanted(next)
            setIsAsking(false)
          }}
        />
      </div>
      {isAsking ? (
        <div role="alert" className={styles.ask}>
          <InlineWarning>{confirmation(current, choice, fit)}</InlineWarning>
        </div>
      ) : <p className={styles.consequences}>{tape === undefined ? '' : consequences(current, choice, fit).join(' ')}</p>}
      <div className={styles.actions}>
        {isAsking ? <Button onClick={() => setIsAsking(false)}>{words.trades.cancel}</Button> : null}
        <Button
          variant="primary"
          reason={tape === undefined ? words.start.incomplete : status === 'opening' ? words.start.opening : undefined}
          onClick={() => void start()}
        >
          {isAsking ? words.trades.confirm : label}
        </Button>
      </div>
    </div>
  )
}

function keepReason({ document }: CurrentScenario, { kept }: TradesOn): string | undefined {
  if (document.commands.length === 0) return words.trades.noneYet
  return kept.length === 0 ? words.trades.noneToKeep : undefined
}

function commandsOf(choice: TradesChoice, fit: TradesOn, { document }: CurrentScenario, tape: NewTape): ScenarioDocument['commands'] {
  if (choice === 'keep') return fit.kept
  return choice === 'examples' ? exampleLongs(tape.instruments.map(({ symbol }) => symbol), document.wallet) : []
}

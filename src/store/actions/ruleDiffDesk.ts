import type { RunAnswer } from '../../workers/run/runClient.ts'
import type { Kit } from '../Kit.ts'
import { filesOf } from '../scenarios/filesOf.ts'
import { ruleDiffInputs, selectIsRuleDiffStale } from '../selectors/ruleDiffInputs.ts'
import type { RuleDiffInputs } from '../slices/RuleDiffState.ts'

export interface RuleDiffDesk {
  readonly cancel: () => void
  readonly compare: () => Promise<void>
  /** Compares where the answer shown is not of what is chosen. */
  readonly refresh: () => Promise<void>
}

/** The scenario under two sets of rules, played by a worker of its own: the play on the screen does not wait for it. Loaded with the first comparison. */
export function ruleDiffDesk(kit: Kit, readRules: () => Promise<void>): RuleDiffDesk {
  const { get } = kit
  let control: AbortController | undefined

  const cancel = (): void => {
    control?.abort()
    control = undefined
    if (get().ruleDiff.status === 'running') kit.patch('ruleDiff', { status: 'idle', progress: 0 })
  }

  const compare = async (): Promise<void> => {
    cancel()
    const mine = new AbortController()
    control = mine
    // At once: until the rules are read, the dialog would say that nothing is compared.
    kit.patch('ruleDiff', { status: 'running', progress: 0, problems: [] })
    await readRules()
    if (mine.signal.aborted) return
    const inputs = ruleDiffInputs(get())
    if (inputs === undefined) {
      cancel()
      return
    }
    const answer = await ask(inputs, mine.signal)
    if (mine.signal.aborted) return
    control = undefined
    if (answer.type === 'rule-diff') kit.patch('ruleDiff', { status: 'idle', result: { of: inputs, report: answer.report } })
    else if (answer.type === 'refused') kit.patch('ruleDiff', { status: 'refused', problems: answer.problems })
    else kit.patch('ruleDiff', { status: 'failed', problems: [answer.type === 'failed' ? answer.message : 'it was given up'] })
  }

  /** Once more where the worker died on the way; the client gives up by itself when it dies again and again. */
  const ask = async ({ scenario, ...rules }: RuleDiffInputs, signal: AbortSignal): Promise<RunAnswer> => {
    const tape = await kit.shelf.supply(filesOf(scenario))
    const onProgress = (done: number, total: number): void => {
      if (!signal.aborted) kit.patch('ruleDiff', { progress: done / total })
    }
    for (;;) {
      const answer = await kit.comparer.ask({ type: 'rule-diff', source: scenario, tape, ...rules }, { signal, onProgress })
      if (answer.type !== 'dropped' || signal.aborted) return answer
      kit.patch('ruleDiff', { progress: 0 })
    }
  }

  const refresh = async (): Promise<void> => {
    await readRules()
    const { result, b } = get().ruleDiff
    if (b !== undefined && (result === undefined || selectIsRuleDiffStale(get()))) await compare()
  }

  return { cancel, compare, refresh }
}

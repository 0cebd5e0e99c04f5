import { useCallback, useMemo } from 'react'
import type { CalculateDesk } from '../../store/slices/CalculateState.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import type { Calculation } from './Calculator.tsx'
import { useRules } from './inputs/useRules.ts'
import type { ContextOf } from './questions.ts'
import { useMarketOf } from './useMarket.ts'
import { useQuestions } from './useQuestions.ts'

export interface DeskOptions extends Pick<Calculation, 'onSent' | 'isReadOnly'> {
  /** Whether the sets of rules to choose from are wanted. */
  readonly wantsRules: boolean
}

/** What was typed, and what the engine says to it, for everything on the screen. */
export function useDeskCalculation(desk: CalculateDesk, { onSent, isReadOnly, wantsRules }: DeskOptions): Calculation {
  const format = useFormat()
  const marketOf = useMarketOf()
  const { rulesOf, list } = useRules(wantsRules || desk.inputs.rules !== '')
  const contextOf = useCallback<ContextOf>(
    (inputs) => {
      const chosen = rulesOf(inputs)
      return { inputs, market: marketOf(inputs), format, rules: chosen.document, makerRate: chosen.fees?.maker }
    },
    [rulesOf, marketOf, format],
  )
  const { errors } = useQuestions(desk, contextOf)
  const answers = useAppStore((state) => state.calculate.answers)
  const isAsking = useAppStore((state) => state.calculate.isAsking)
  const trouble = useAppStore((state) => state.calculate.trouble)
  const { changeCalculate } = useAppStore((state) => state.actions)
  return useMemo<Calculation>(
    () => ({ desk, change: changeCalculate, context: contextOf(desk.inputs), contextOf, rules: rulesOf(desk.inputs), ruleList: list, answers, errors, isAsking, trouble, onSent, isReadOnly }),
    [desk, changeCalculate, contextOf, rulesOf, list, answers, errors, isAsking, trouble, onSent, isReadOnly],
  )
}

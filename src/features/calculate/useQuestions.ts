import { useEffect, useMemo, useRef } from 'react'
import type { CalculateAnswer, CalculateDesk } from '../../store/slices/CalculateState.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { lossAxis, steadyAxis, type LossAxis } from './hero/lossQuestions.ts'
import { questionPlan, type ContextOf, type Known, type QuestionPlan } from './questions.ts'
import { figureOf, plainOf } from './useCard.ts'

/** Asks the engine whenever what is typed, or the account beside it, has changed. */
export function useQuestions(desk: CalculateDesk, contextOf: ContextOf): QuestionPlan {
  const answers = useAppStore((state) => state.calculate.answers)
  const isOpen = useAppStore((state) => state.scenario.status === 'open' && state.view.frame !== undefined)
  const revision = useAppStore((state) => state.view.frame?.revision)
  const tick = useAppStore((state) => state.playback.tick)
  const { askCalculate } = useAppStore((state) => state.actions)
  const tiers = useAppStore((state) => state.scenario.info?.rules.tiers)
  const { market } = contextOf(desk.inputs)
  const table = tiers?.[market.symbol] ?? tiers?.default
  const maxLeverage = Number(table?.[0]?.maxLeverage ?? '50')
  const axis = useRef<LossAxis>(undefined)
  const known = useMemo(() => {
    const found = knownOf(answers['wall'], { isCurved: market.type === 'inverse', maxLeverage, before: axis.current })
    axis.current = found.lossAxis ?? axis.current
    return found
  }, [answers, market.type, maxLeverage])
  const plan = useMemo(() => questionPlan(desk, contextOf, known), [desk, contextOf, known])
  const text = JSON.stringify(plan.questions)
  useEffect(() => {
    if (isOpen) askCalculate(plan.questions)
    // The text stands for the questions: they are made anew with every answer.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [text, isOpen, revision, tick, askCalculate])
  return plan
}

/** What the charts of the wall are drawn around. */
function knownOf(wall: CalculateAnswer | undefined, { isCurved, maxLeverage, before }: { readonly isCurved: boolean; readonly maxLeverage: number; readonly before: LossAxis | undefined }): Known {
  const report = wall?.outcome.ok === true ? wall.outcome.report : undefined
  const [size, entry, liquidation] = ['size', 'entryPrice', 'liquidationPrice'].map((id) => plainOf(figureOf(report, id)))
  return {
    wallSize: size,
    wallEntry: entry,
    lossAxis: entry === undefined || liquidation === undefined ? undefined : steadyAxis(before, lossAxis(Number(entry), Number(liquidation), isCurved), Number(entry), Number(liquidation)),
    maxLeverage,
  }
}

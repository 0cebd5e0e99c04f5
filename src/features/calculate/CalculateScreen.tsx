import { useCallback, useEffect, useMemo, useState } from 'react'
import type { CalculateDesk } from '../../store/slices/CalculateState.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { InlineWarning } from '../../ui/primitives/InlineWarning.tsx'
import { Skeleton } from '../../ui/primitives/Skeleton.tsx'
import styles from './CalculateScreen.module.css'
import { CalculationProvider, type Calculation } from './Calculator.tsx'
import { BookCard } from './cards/BookCard.tsx'
import { MarginCard } from './cards/MarginCard.tsx'
import { MoreCards } from './cards/MoreCards.tsx'
import { RowsCard } from './cards/RowsCard.tsx'
import { StopCard } from './cards/StopCard.tsx'
import { ComparePanel } from './compare/ComparePanel.tsx'
import { WallHero } from './hero/WallHero.tsx'
import { InputBar } from './inputs/InputBar.tsx'
import { InputsForm } from './inputs/InputsForm.tsx'
import { useRules } from './inputs/useRules.ts'
import type { ContextOf } from './questions.ts'
import { useMarketOf } from './useMarket.ts'
import { useQuestions } from './useQuestions.ts'
import { words } from './words.ts'

export interface CalculateScreenProps {
  /** After a trade has gone to the ticket. */
  readonly onSent?: (side: 'buy' | 'sell') => void
}

const nothing = (): void => undefined

/** The calculators. */
export function CalculateScreen({ onSent = nothing }: CalculateScreenProps) {
  const desk = useAppStore((state) => state.calculate.desk)
  const { readCalculate } = useAppStore((state) => state.actions)
  useEffect(() => {
    void readCalculate()
  }, [readCalculate])
  return <main className={styles.screen}>{desk === undefined ? <Skeleton label={words.loading} height={240} lines={4} /> : <Calculators desk={desk} onSent={onSent} />}</main>
}

function Calculators({ desk, onSent }: { readonly desk: CalculateDesk; readonly onSent: (side: 'buy' | 'sell') => void }) {
  const [isEditing, setIsEditing] = useState(false)
  const format = useFormat()
  const marketOf = useMarketOf()
  const { rulesOf, list } = useRules(isEditing || desk.inputs.rules !== '')
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
  const calculation = useMemo<Calculation>(
    () => ({ desk, change: changeCalculate, context: contextOf(desk.inputs), contextOf, rules: rulesOf(desk.inputs), ruleList: list, answers, errors, isAsking, trouble, onSent }),
    [desk, changeCalculate, contextOf, rulesOf, list, answers, errors, isAsking, trouble, onSent],
  )
  return (
    <CalculationProvider value={calculation}>
      <InputBar isEditing={isEditing} onEdit={() => setIsEditing(!isEditing)} />
      {isEditing ? <InputsForm /> : null}
      {trouble === undefined ? null : <InlineWarning tone="error">{words.status.trouble(trouble)}</InlineWarning>}
      <WallHero />
      <ComparePanel />
      <div className={styles.cards}>
        <BookCard />
        <MarginCard />
        <StopCard />
        <RowsCard id="leverages" />
      </div>
      <MoreCards />
    </CalculationProvider>
  )
}

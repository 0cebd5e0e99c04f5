import { useEffect, useState } from 'react'
import type { CalculateDesk } from '../../store/slices/CalculateState.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { InlineWarning } from '../../ui/primitives/InlineWarning.tsx'
import { Skeleton } from '../../ui/primitives/Skeleton.tsx'
import styles from './CalculateScreen.module.css'
import { CalculationProvider } from './Calculator.tsx'
import { BookCard } from './cards/BookCard.tsx'
import { MarginCard } from './cards/MarginCard.tsx'
import { MoreCards } from './cards/MoreCards.tsx'
import { RowsCard } from './cards/RowsCard.tsx'
import { StopCard } from './cards/StopCard.tsx'
import { ComparePanel } from './compare/ComparePanel.tsx'
import { WallHero } from './hero/WallHero.tsx'
import { InputBar } from './inputs/InputBar.tsx'
import { InputsForm } from './inputs/InputsForm.tsx'
import { useDeskCalculation } from './useDeskCalculation.ts'
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
  return <main className={styles.screen} data-print-page="">{desk === undefined ? <Skeleton label={words.loading} height={240} lines={4} /> : <Calculators desk={desk} onSent={onSent} />}</main>
}

function Calculators({ desk, onSent }: { readonly desk: CalculateDesk; readonly onSent: (side: 'buy' | 'sell') => void }) {
  const [isEditing, setIsEditing] = useState(false)
  const calculation = useDeskCalculation(desk, { onSent, isReadOnly: false, wantsRules: isEditing })
  const { trouble } = calculation
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

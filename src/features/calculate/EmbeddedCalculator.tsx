import { useEffect } from 'react'
import type { CalculateDesk } from '../../store/slices/CalculateState.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { InlineWarning } from '../../ui/primitives/InlineWarning.tsx'
import { Skeleton } from '../../ui/primitives/Skeleton.tsx'
import { CalculationProvider } from './Calculator.tsx'
import { WallHero } from './hero/WallHero.tsx'
import { useDeskCalculation } from './useDeskCalculation.ts'
import { words } from './words.ts'

const nothing = (): void => undefined

/** The calculator of the wall for a page of somebody else's: everything is read, nothing is moved. */
export function EmbeddedCalculator() {
  const desk = useAppStore((state) => state.calculate.desk)
  const { readCalculate } = useAppStore((state) => state.actions)
  useEffect(() => {
    void readCalculate()
  }, [readCalculate])
  return desk === undefined ? <Skeleton label={words.loading} height={240} lines={4} /> : <Wall desk={desk} />
}

function Wall({ desk }: { readonly desk: CalculateDesk }) {
  const calculation = useDeskCalculation(desk, { onSent: nothing, isReadOnly: true, wantsRules: false })
  return (
    <CalculationProvider value={calculation}>
      {calculation.trouble === undefined ? null : <InlineWarning tone="error">{words.status.trouble(calculation.trouble)}</InlineWarning>}
      <WallHero />
    </CalculationProvider>
  )
}

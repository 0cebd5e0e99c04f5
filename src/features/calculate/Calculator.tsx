import { createContext, useContext } from 'react'
import type { CalculateAnswer, CalculateDesk } from '../../store/slices/CalculateState.ts'
import type { ListedRules } from './inputs/rulesList.ts'
import type { ChosenRules } from './inputs/useRules.ts'
import type { CardContext } from './cards/documentOf.ts'
import type { ContextOf } from './questions.ts'

/** Everything that the parts of the screen read. */
export interface Calculation {
  readonly desk: CalculateDesk
  readonly change: (change: (desk: CalculateDesk) => CalculateDesk) => void
  /** Of the form as it stands. */
  readonly context: CardContext
  readonly contextOf: ContextOf
  readonly rules: ChosenRules
  readonly ruleList: readonly ListedRules[]
  readonly answers: Readonly<Record<string, CalculateAnswer>>
  readonly errors: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly isAsking: boolean
  readonly trouble: string | undefined
  /** After a trade has gone to the ticket: the side whose button places it. */
  readonly onSent: (side: 'buy' | 'sell') => void
  /** Shown in a page of somebody else's: nothing can be typed, pulled or sent. */
  readonly isReadOnly: boolean
}

const CalculationContext = createContext<Calculation | undefined>(undefined)

export const CalculationProvider = CalculationContext.Provider

export function useCalculation(): Calculation {
  const calculation = useContext(CalculationContext)
  if (calculation === undefined) throw new Error('useCalculation stands outside of CalculationProvider')
  return calculation
}

import { useCallback, useEffect, useState } from 'react'
import type { CalculateInputs } from '../../../store/slices/CalculateState.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import type { ListedRules } from './rulesList.ts'

/** The rules that inputs name. */
export interface ChosenRules {
  /** As a document takes them; absent: those of the open scenario. */
  readonly document: unknown
  readonly name: string
  readonly contract: 'linear' | 'inverse' | undefined
  readonly fees: { readonly taker: string; readonly maker: string } | undefined
}

export type RulesOf = (inputs: Pick<CalculateInputs, 'rules'>) => ChosenRules

export const SAVED = 'saved:'

/** Finds rules by the inputs' key. The venues' tables are fetched when something other than the scenario's rules is wanted. */
export function useRules(isListWanted: boolean): { readonly rulesOf: RulesOf; readonly list: readonly ListedRules[] } {
  const scenarioRules = useAppStore((state) => state.scenario.info?.rules)
  const saved = useAppStore((state) => state.rules.saved)
  const { readRules } = useAppStore((state) => state.actions)
  const [list, setList] = useState<readonly ListedRules[]>([])
  useEffect(() => {
    if (!isListWanted || list.length > 0) return
    void readRules()
    void import('./rulesList.ts').then(({ rulesList }) => setList(rulesList()))
  }, [isListWanted, list.length, readRules])
  const rulesOf = useCallback<RulesOf>(
    ({ rules: key }) => {
      if (key === '') return { document: undefined, name: scenarioRules?.name ?? '', contract: scenarioRules?.contract, fees: scenarioRules?.fees }
      const own = key.startsWith(SAVED) ? saved.find(({ id }) => id === key.slice(SAVED.length)) : undefined
      if (own !== undefined) return { document: own.document, name: own.document.name ?? own.id, contract: own.document.contract, fees: feesOf(own.document.fees) }
      const listed = list.find(({ id }) => id === key)
      return { document: key.startsWith(SAVED) ? undefined : key, name: listed?.name ?? key, contract: listed?.contract, fees: listed }
    },
    [scenarioRules, saved, list],
  )
  return { rulesOf, list }
}

function feesOf(fees: { readonly taker?: string | undefined; readonly maker?: string | undefined } | undefined): ChosenRules['fees'] {
  return fees?.taker === undefined || fees.maker === undefined ? undefined : { taker: fees.taker, maker: fees.maker }
}

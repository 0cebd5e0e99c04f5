import { useEffect } from 'react'
import { useAppStore } from '../../../store/useAppStore.ts'
import type { CurrentScenario } from '../start/CurrentScenario.ts'
import { ExchangeForm } from './ExchangeForm.tsx'
import { LoadedView } from './LoadedView.tsx'
import { LoadingView } from './LoadingView.tsx'
import { TroubleView } from './TroubleView.tsx'

export type ExchangeSectionProps = {
  readonly current: CurrentScenario
  readonly onStarted: () => void
  /** The way by file, where the exchange does not answer. */
  readonly onPriceFiles: (files: readonly File[]) => void
  /** Days the form begins with, where one comes from somewhere that names them. */
  readonly period?: { readonly from: string; readonly to: string } | undefined
}

/** Prices from an exchange: the question, the loading, what came or why nothing did. */
export function ExchangeSection({ current, onStarted, onPriceFiles, period }: ExchangeSectionProps) {
  const status = useAppStore((state) => state.exchange.status)
  const { lookUpExchange } = useAppStore((state) => state.actions)
  useEffect(() => {
    void lookUpExchange()
  }, [lookUpExchange])
  switch (status) {
    case 'idle':
      return <ExchangeForm onStarted={onStarted} period={period} />
    case 'loading':
      return <LoadingView />
    case 'loaded':
      return <LoadedView current={current} onStarted={onStarted} />
    case 'refused':
      return <TroubleView onPriceFiles={onPriceFiles} />
  }
}

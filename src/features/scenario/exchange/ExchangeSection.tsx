import { useEffect, useRef } from 'react'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { StatusRegion } from '../../../ui/primitives/StatusRegion.tsx'
import type { CurrentScenario } from '../start/CurrentScenario.ts'
import { ExchangeForm } from './ExchangeForm.tsx'
import styles from './exchange.module.css'
import { LoadedView } from './LoadedView.tsx'
import { LoadingView } from './LoadingView.tsx'
import { TroubleView } from './TroubleView.tsx'
import { exchangeWords as words } from './words.ts'

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
  const format = useFormat()
  const status = useAppStore((state) => state.exchange.status)
  const rows = useAppStore((state) => state.exchange.result?.parts.reduce((sum, { report }) => sum + report.rows, 0))
  const { lookUpExchange, leaveExchange } = useAppStore((state) => state.actions)
  const section = useKeptFocus(status)
  useEffect(() => {
    void lookUpExchange()
    return leaveExchange
  }, [lookUpExchange, leaveExchange])
  return (
    <div ref={section} role="group" aria-label={words.section} tabIndex={-1} className={styles.section}>
      <StatusRegion message={rows === undefined ? '' : words.came(format.exact(rows))} />
      {status === 'idle' ? <ExchangeForm onStarted={onStarted} period={period} /> : null}
      {status === 'loading' ? <LoadingView /> : null}
      {status === 'loaded' ? <LoadedView current={current} onStarted={onStarted} /> : null}
      {status === 'refused' ? <TroubleView onPriceFiles={onPriceFiles} /> : null}
    </div>
  )
}

/** Where the pressed button goes with its view, the focus stays here and not at the top of the page. */
function useKeptFocus(status: string) {
  const section = useRef<HTMLDivElement>(null)
  const before = useRef(status)
  useEffect(() => {
    if (before.current !== status && (document.activeElement === null || document.activeElement === document.body)) section.current?.focus()
    before.current = status
  }, [status])
  return section
}

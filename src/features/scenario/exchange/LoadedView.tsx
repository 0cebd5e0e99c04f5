import { useMemo } from 'react'
import { venueName } from '../../../store/exchange/exchangeVenues.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { utcDate } from '../../../ui/format/timeFormats.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import type { CurrentScenario, NewTape } from '../start/CurrentScenario.ts'
import { StartFooter } from '../start/StartFooter.tsx'
import { listed } from '../words.ts'
import styles from './exchange.module.css'
import { type ExchangeState, reportNotes } from './loadTexts.ts'
import { PartTable } from './PartTable.tsx'
import { exchangeWords as words } from './words.ts'

export type LoadedViewProps = { readonly current: CurrentScenario; readonly onStarted: () => void }

/** What came, what is odd about it, and the button that plays it. */
export function LoadedView({ current, onStarted }: LoadedViewProps) {
  const format = useFormat()
  const { request, result, keepTrouble } = useAppStore((state) => state.exchange)
  const { endExchange } = useAppStore((state) => state.actions)
  const tape = useMemo(() => newTape(request, result), [request, result])
  if (result === undefined) return null
  const notes = [...result.notes, ...reportNotes(result.parts, format)]
  return (
    <div className={styles.loading}>
      <PartTable parts={result.parts} />
      {notes.length === 0 ? null : <ul className={styles.notes}>{notes.map((note) => <li key={note}>{note}</li>)}</ul>}
      {keepTrouble === undefined ? null : <InlineWarning>{words.notKept[keepTrouble]}</InlineWarning>}
      {result.problem === undefined ? null : <InlineWarning tone="error">{result.problem}</InlineWarning>}
      <div>
        <Button size="small" onClick={endExchange}>{words.loaded.other}</Button>
      </div>
      <StartFooter
        current={current}
        tape={tape}
        label={words.loaded.start}
        onStarted={() => {
          endExchange()
          onStarted()
        }}
      />
    </div>
  )
}

/** Absent where the parts do not go together. */
function newTape(request: ExchangeState['request'], result: ExchangeState['result']): NewTape | undefined {
  if (request === undefined || result === undefined || result.problem !== undefined) return undefined
  const symbols = [...new Set(result.parts.filter(({ kind }) => kind !== 'funding').map(({ instrument }) => instrument))]
  const last = request.to % 86_400_000 === 0 ? request.to - 1 : request.to
  return {
    title: `${listed(symbols, 4)} on ${venueName(request.venue)}, ${utcDate(request.from)} to ${utcDate(last)}`,
    tape: result.tape,
    // Orders trade at the last price, so the tick is fine enough for every price of the instrument.
    instruments: symbols.map((symbol) => ({ symbol, decimals: Math.max(...result.parts.flatMap(({ instrument, decimals }) => (instrument === symbol ? [decimals] : []))) })),
    lastTick: undefined,
  }
}

import { useState } from 'react'
import { REAL_SERIES } from '../../../store/catalog/realSeries.ts'
import { TextField } from '../../../ui/primitives/TextField.tsx'
import type { CurrentScenario } from '../start/CurrentScenario.ts'
import { StartFooter } from '../start/StartFooter.tsx'
import { words } from '../words.ts'
import styles from './RealSection.module.css'
import { rangeErrors, realTape, slicesOf } from './realSlices.ts'
import { SliceList } from './SliceList.tsx'

const GROUPS = REAL_SERIES.map((series) => ({ series, slices: slicesOf(series) }))
const FIRST = 'spx@2020-03-16'

export type RealSectionProps = { readonly current: CurrentScenario; readonly onStarted: () => void }

/** Real prices that come with the program: notable months, or any period of a series. */
export function RealSection({ current, onStarted }: RealSectionProps) {
  const first = GROUPS.flatMap(({ slices }) => slices).find(({ id }) => id === FIRST)
  const [draft, setDraft] = useState({ sliceId: FIRST, seriesId: first?.series ?? 'spx', from: first?.from ?? '', to: first?.to ?? '' })
  const series = REAL_SERIES.find(({ id }) => id === draft.seriesId)
  if (series === undefined) return null
  const errors = rangeErrors(series, draft.from, draft.to)
  return (
    <>
      <SliceList
        groups={GROUPS}
        selected={draft.sliceId}
        onSelect={({ id, series: seriesId, from, to }) => setDraft({ sliceId: id, seriesId, from, to })}
      />
      <div className={styles.range}>
        <TextField label={words.real.from} value={draft.from} error={errors.from} onChange={(from) => setDraft({ ...draft, sliceId: '', from })} />
        <TextField label={words.real.to} value={draft.to} error={errors.to} onChange={(to) => setDraft({ ...draft, sliceId: '', to })} />
        <p className={styles.whole}>
          <strong>{series.title}</strong>
          {words.real.range(series.first, series.last)}
        </p>
      </div>
      <p className={styles.description}>{series.description} {words.real.contract}</p>
      <p className={styles.source}>{words.real.source(series.source)}</p>
      <StartFooter current={current} tape={realTape(series, draft.from, draft.to)} label={words.real.start} onStarted={onStarted} />
    </>
  )
}

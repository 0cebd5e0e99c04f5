import { useId } from 'react'
import type { RealSeries } from '../../../store/catalog/realSeries.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { words } from '../words.ts'
import styles from './RealSection.module.css'
import type { RealSlice } from './realSlices.ts'

export type SliceListProps = {
  readonly groups: readonly { readonly series: RealSeries; readonly slices: readonly RealSlice[] }[]
  readonly selected: string
  readonly onSelect: (slice: RealSlice) => void
}

/** Every series with its notable days; native radio buttons, so the arrow keys walk through all of them. */
export function SliceList({ groups, selected, onSelect }: SliceListProps) {
  const name = useId()
  const format = useFormat()
  return (
    <div role="radiogroup" aria-label={words.real.slices} className={styles.list}>
      {groups.map(({ series, slices }) => (
        <div key={series.id} role="group" aria-label={series.title}>
          <h3 className={styles.series} aria-hidden="true">{series.title}</h3>
          {slices.map((slice) => (
            <label key={slice.id} className={styles.slice}>
              <input type="radio" className={styles.radio} name={name} value={slice.id} checked={slice.id === selected} onChange={() => onSelect(slice)} />
              <span className={styles.day}>{slice.day ?? words.real.whole}</span>
              <span className={styles.story}>{slice.label ?? words.real.range(slice.from, slice.to)}</span>
              <span className={styles.move}>{slice.move === undefined ? '' : format.percent(slice.move, { signed: true })}</span>
            </label>
          ))}
        </div>
      ))}
    </div>
  )
}

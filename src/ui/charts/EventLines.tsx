import styles from './chart.module.css'

export type EventLinesProps = {
  readonly marks: readonly { readonly id: string; readonly x: number }[]
  readonly top: number
  readonly bottom: number
}

/** Dotted verticals that tie the ✕ marks of stacked charts together. */
export function EventLines({ marks, top, bottom }: EventLinesProps) {
  return marks.map((mark) => <path key={mark.id} className={styles.event} d={`M${Math.floor(mark.x) + 0.5} ${top}V${bottom}`} />)
}

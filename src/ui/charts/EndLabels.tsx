import { classNames } from '../theme/classNames.ts'
import styles from './chart.module.css'
import type { PlacedLabel } from './endLabels.ts'
import { textWidth } from './textWidth.ts'

export function EndLabels({ labels, isNarrow }: { readonly labels: readonly PlacedLabel[]; readonly isNarrow: boolean }) {
  return (
    <g className={styles.outlined}>
      {labels.map((label) => (
        label.isInline ? <InlineLabel key={label.account} label={label} /> : <StackedLabel key={label.account} label={label} isNarrow={isNarrow} />
      ))}
    </g>
  )
}

function InlineLabel({ label }: { readonly label: PlacedLabel }) {
  const y = label.y + 12
  const valueX = label.x + Math.max(84, textWidth(label.name, 13, true) + 8)
  return (
    <g>
      <text className={classNames(styles.body, styles.strong, accountClass(label))} x={label.x} y={y} data-name={nameOf(label)}>{label.name}</text>
      <text className={classNames(styles.body, styles.ink)} x={valueX} y={y} data-figure={label.figure}>{label.value}</text>
      {label.note === undefined ? null : <text className={styles.label} x={valueX + textWidth(label.value, 13) + 4} y={y}>{label.note}</text>}
    </g>
  )
}

function StackedLabel({ label, isNarrow }: { readonly label: PlacedLabel; readonly isNarrow: boolean }) {
  const y = label.y + 12
  if (label.account === 'gap') {
    return (
      <text className={styles.label} x={label.x} y={y}>
        {label.name}
        <tspan className={classNames(styles.body, styles.ink)} {...(isNarrow ? { x: label.x, dy: 15 } : { dx: 8 })} data-figure={label.figure}>{label.value}</tspan>
      </text>
    )
  }
  return (
    <g>
      <text className={classNames(!isNarrow && styles.body, styles.strong, accountClass(label))} x={label.x} y={y} data-name={nameOf(label)}>{label.name}</text>
      <text className={classNames(styles.body, styles.ink)} x={label.x} y={y + 15} data-figure={label.figure}>{label.value}</text>
      {label.note === undefined ? null : <text className={styles.label} x={label.x} y={y + 30}>{label.note}</text>}
    </g>
  )
}

/** What another play is called may hold a number. */
function nameOf({ account }: PlacedLabel): '' | undefined {
  return account === 'other' ? '' : undefined
}

function accountClass(label: PlacedLabel): string | undefined {
  return label.account === 'gap' ? styles.label : styles[label.account]
}

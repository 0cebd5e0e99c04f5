import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { RatioBar } from '../../../ui/primitives/RatioBar.tsx'

export interface RatioCellProps {
  /** Absent where the pool has no equity left. */
  readonly ratio: string | undefined
  readonly label: string
  /** The key under which it is explained, where what it stands in has none. */
  readonly figure?: string | undefined
}

export function RatioCell({ ratio, label, figure }: RatioCellProps) {
  const format = useFormat()
  const bar = <RatioBar ratio={ratio === undefined ? null : Number(ratio)} text={format.percent(ratio)} label={label} />
  return figure === undefined ? bar : <span data-figure={figure}>{bar}</span>
}

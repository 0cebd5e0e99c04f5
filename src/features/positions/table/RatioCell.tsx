import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { RatioBar } from '../../../ui/primitives/RatioBar.tsx'

export interface RatioCellProps {
  /** Absent where the pool has no equity left. */
  readonly ratio: string | undefined
  readonly label: string
}

export function RatioCell({ ratio, label }: RatioCellProps) {
  const format = useFormat()
  return <RatioBar ratio={ratio === undefined ? null : Number(ratio)} text={format.percent(ratio)} label={label} />
}

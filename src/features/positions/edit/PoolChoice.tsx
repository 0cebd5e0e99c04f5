import type { OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { SegmentedControl, type SegmentOption } from '../../../ui/primitives/SegmentedControl.tsx'
import { Select } from '../../../ui/primitives/Select.tsx'
import { editWords } from '../words/editWords.ts'
import type { CommandOf } from './EditDialogProps.ts'

type Pool = CommandOf<'move-position'>['to']

export interface PoolChoiceProps {
  readonly row: OpenPositionRow
  readonly buckets: readonly string[]
  readonly to: Pool | 'new'
  readonly onChoose: (to: Pool) => void
  readonly onNew: () => void
}

type Kind = 'isolated' | 'cross' | 'bucket'

/** Own wall, shared pool, or a bucket: one that exists or a new one. */
export function PoolChoice({ row, buckets, to, onChoose, onNew }: PoolChoiceProps) {
  const words = editWords.move
  const others = buckets.filter((bucket) => bucket !== row.bucket)
  const [first] = others
  const pick = (kind: Kind): void => {
    if (kind !== 'bucket') onChoose(kind)
    else if (first === undefined) onNew()
    else onChoose(`bucket:${first}`)
  }
  const kind: Kind = to === 'isolated' || to === 'cross' ? to : 'bucket'
  const options: readonly SegmentOption<Kind>[] = [
    { value: 'isolated', label: words.isolated, mode: 'isolated', reason: row.mode === 'isolated' ? words.here : undefined },
    { value: 'cross', label: words.cross, mode: 'cross', reason: row.mode === 'cross' ? words.here : undefined },
    { value: 'bucket', label: others.length === 0 ? words.newBucket : words.someBucket, mode: 'bucket' },
  ]
  return (
    <>
      <SegmentedControl label={words.to} isWide options={options} value={kind} onChange={pick} />
      {kind === 'bucket' && others.length > 0 ? (
        <Select
          label={words.to}
          isLabelHidden
          options={[...others.map((bucket) => ({ value: `bucket:${bucket}`, label: words.bucket(bucket) })), { value: 'new', label: words.newBucket }]}
          value={to}
          onChange={(value) => (value === 'new' ? onNew() : onChoose(value as Pool))}
        />
      ) : null}
    </>
  )
}

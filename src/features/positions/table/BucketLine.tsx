import { figureTag } from '../../../store/figures/figureTag.ts'
import type { BucketHead } from '../../../store/selectors/selectBucketHeads.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { IconButton } from '../../../ui/primitives/IconButton.tsx'
import { ModeBadge } from '../../../ui/primitives/ModeBadge.tsx'
import { bucketWords } from '../words/bucketWords.ts'
import { words } from '../words/words.ts'
import type { PositionActions } from './PositionActions.ts'
import styles from './positions.module.css'
import { RatioCell } from './RatioCell.tsx'

export interface BucketProps {
  readonly head: BucketHead
}

export function BucketName({ head }: BucketProps) {
  return <span className={styles.name}><span className={styles.bucket}>{head.bucket}</span><ModeBadge mode="bucket" /></span>
}

/** What the positions below share: equity, requirement, ratio. */
export function BucketWords({ head }: BucketProps) {
  const format = useFormat()
  return (
    <span className={styles.span}>
      <span>{bucketWords.count(head.positions)}</span>
      <span>{bucketWords.equity} <Figure amount={head.equity} figure={figureTag('pool.equity', head)}>{format.money(head.equity)}</Figure></span>
      <span>{bucketWords.maintenance} <Figure figure={figureTag('pool.maintenanceMargin', head)}>{format.money(head.maintenanceMargin)}</Figure></span>
      <span className={styles.spanRatio}>{bucketWords.ratio} <RatioCell figure={figureTag('pool.marginRatio', head)} ratio={head.marginRatio} label={`${words.columns.marginRatio}, ${head.bucket}`} /></span>
    </span>
  )
}

export function BucketActions({ head, actions }: BucketProps & { readonly actions: PositionActions }) {
  return (
    <IconButton
      icon="pencil"
      size="small"
      label={`${words.editMargin}, ${bucketWords.name(head.bucket)}`}
      reason={actions.readOnly}
      onClick={() => actions.editBucket(head.bucket)}
    />
  )
}

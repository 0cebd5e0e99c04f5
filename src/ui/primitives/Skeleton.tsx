import styles from './Skeleton.module.css'

export type SkeletonProps = { readonly label: string; readonly height: number | string; readonly lines?: number }

/** The place of what is on its way. Same height as what comes, so nothing jumps. */
export function Skeleton({ label, height, lines = 0 }: SkeletonProps) {
  return (
    <div className={styles.skeleton} style={{ height }} role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, index) => <span key={index} className={styles.line} style={{ width: `${70 - (index % 3) * 18}%` }} />)}
    </div>
  )
}

import styles from './chart.module.css'

export type EventCrossProps = { readonly x: number; readonly y: number; readonly radius: number; readonly isSquare?: boolean }

/** ✕ on a patch of background, so that no line runs through it. */
export function EventCross({ x, y, radius, isSquare = false }: EventCrossProps) {
  const reach = radius * 2
  return (
    <g>
      {isSquare
        ? <rect className={styles.halo} x={x - reach} y={y - reach} width={2 * reach} height={2 * reach} />
        : <circle className={styles.halo} cx={x} cy={y} r={reach} />}
      <path className={styles.flood} d={`M${x - radius} ${y - radius}l${reach} ${reach}m0 ${-reach}l${-reach} ${reach}`} />
    </g>
  )
}

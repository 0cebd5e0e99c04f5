import type { ShockChoice } from '../../../store/catalog/shockChoices.ts'
import styles from './ScriptSection.module.css'

const WIDTH = 56
const HEIGHT = 20
/** All on one scale, so that a fall of 10 % looks half as deep as one of 20 %. */
const DEEPEST = -0.4
const HIGHEST = 0.05

/** The shape of a preset, small. A jump is a break in the line. */
export function ShockPicture({ preset }: { readonly preset: ShockChoice }) {
  const last = preset.corners.at(-1)?.[0] ?? 1
  const x = (tick: number): string => ((tick / last) * WIDTH).toFixed(1)
  const y = (move: number): string => (((HIGHEST - move) / (HIGHEST - DEEPEST)) * HEIGHT).toFixed(1)
  const path = preset.corners.map(([tick, move], i) => `${i === 0 || preset.jumps.includes(tick) ? 'M' : 'L'}${x(tick)} ${y(move)}`).join('')
  return (
    <svg className={styles.picture} width={WIDTH} height={HEIGHT} viewBox={`0 -1 ${WIDTH} ${HEIGHT + 2}`} aria-hidden="true">
      <path className={styles.start} d={`M0 ${y(0)}H${WIDTH}`} />
      <path className={styles.line} d={path} />
    </svg>
  )
}

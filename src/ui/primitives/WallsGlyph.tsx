import { classNames } from '../theme/classNames.ts'
import type { Mode } from './ModeBadge.tsx'
import styles from './WallsGlyph.module.css'

export type WallsPool = {
  readonly id: string
  readonly mode: Mode
  readonly members: readonly { readonly id: string; readonly letter: string; readonly isFlooded: boolean }[]
}

export type WallsGlyphProps = {
  readonly pools: readonly WallsPool[]
  /** The picture as a sentence: "BTC and ETH share a pool, SOL has its own wall and is liquidated". */
  readonly label: string
  readonly maxWidth?: number
}

const HEIGHT = 18
const GAP = 2
const roomy = { cell: 22, flooded: 28, hasLetters: true }
const tight = { cell: 14, flooded: 14, hasLetters: true }
const dense = { cell: 6, flooded: 6, hasLetters: false }

/** The product's sentence as a picture: each pool a compartment, its positions letters, ✕ a flooded one. */
export function WallsGlyph({ pools, label, maxWidth = 88 }: WallsGlyphProps) {
  const sizes = [roomy, tight, dense].find((candidate) => totalWidth(pools, candidate) <= maxWidth) ?? dense
  const width = Math.max(1, totalWidth(pools, sizes))
  let left = 0
  return (
    <svg className={styles.glyph} width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
      {pools.map((pool) => {
        const x = left
        left += poolWidth(pool, sizes) + GAP
        return <Compartment key={pool.id} pool={pool} x={x} sizes={sizes} />
      })}
    </svg>
  )
}

function poolWidth(pool: WallsPool, sizes: typeof roomy): number {
  return pool.members.reduce((sum, member) => sum + (member.isFlooded ? sizes.flooded : sizes.cell), 0) || sizes.cell
}

function totalWidth(pools: readonly WallsPool[], sizes: typeof roomy): number {
  return pools.reduce((sum, pool) => sum + poolWidth(pool, sizes) + GAP, -GAP)
}

function Compartment({ pool, x, sizes }: { readonly pool: WallsPool; readonly x: number; readonly sizes: typeof roomy }) {
  const isDrowned = pool.members.length > 0 && pool.members.every((member) => member.isFlooded)
  const width = poolWidth(pool, sizes)
  let left = x
  return (
    <g>
      <rect
        className={classNames(styles.wall, styles[pool.mode], isDrowned && styles.drowned)}
        x={x + 0.75}
        y={0.75}
        width={width - 1.5}
        height={HEIGHT - 1.5}
        rx={2}
      />
      {pool.members.map((member) => {
        const at = left
        left += member.isFlooded ? sizes.flooded : sizes.cell
        return <Position key={member.id} letter={member.letter} isFlooded={member.isFlooded} x={at} sizes={sizes} />
      })}
    </g>
  )
}

type PositionProps = { readonly letter: string; readonly isFlooded: boolean; readonly x: number; readonly sizes: typeof roomy }

/** Roomy: letter, then ✕. Tight: the ✕ takes the letter's place. Dense: a dot, or a small ✕. */
function Position({ letter, isFlooded, x, sizes }: PositionProps) {
  const isRoomy = sizes === roomy
  const middle = x + sizes.cell / 2
  const reach = sizes.hasLetters ? 2.5 : 1.5
  const cross = isRoomy ? x + 19.5 : middle
  return (
    <>
      {sizes.hasLetters && (isRoomy || !isFlooded)
        ? <text className={classNames(styles.letter, isFlooded && styles.lost)} x={isRoomy && isFlooded ? x + 10 : middle} y={13}>{letter}</text>
        : null}
      {!sizes.hasLetters && !isFlooded ? <circle className={styles.dot} cx={middle} cy={HEIGHT / 2} r={1.25} /> : null}
      {isFlooded
        ? <path className={styles.cross} d={`M${cross - reach} ${9 - reach}l${2 * reach} ${2 * reach}m0 ${-2 * reach}l${-2 * reach} ${2 * reach}`} />
        : null}
    </>
  )
}

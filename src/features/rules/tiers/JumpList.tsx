import { Decimal } from '../../../engine/index.ts'
import type { TierJump } from '../../../store/rules/tierFacts.ts'
import { FigureWords } from '../../../ui/primitives/FigureWords.tsx'
import { jumpFigures } from './jumpFigures.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import styles from '../editor/editor.module.css'
import { words } from '../words.ts'

/** Where the requirement jumps and by how much: allowed, and worth knowing. */
export function JumpList({ jumps }: { readonly jumps: readonly TierJump[] }) {
  const format = useFormat()
  if (jumps.length === 0) return null
  return (
    <ul className={styles.jumps}>
      {jumps.map(({ row, at, below, above }) => {
        const by = format.money(new Decimal(above).minus(below).toFixed(), { signed: true })
        return (
        <li key={row}>
            <FigureWords text={words.tiers.jump(format.exact(at), format.exact(below), format.exact(above), by)} figures={jumpFigures({ jumps }, row, format)} />
        </li>
        )
      })}
    </ul>
  )
}

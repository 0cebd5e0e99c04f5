import { Decimal } from '../../../engine/index.ts'
import type { TierJump } from '../../../store/rules/tierFacts.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import styles from '../editor/editor.module.css'
import { words } from '../words.ts'

/** Where the requirement jumps and by how much: allowed, and worth knowing. */
export function JumpList({ jumps }: { readonly jumps: readonly TierJump[] }) {
  const format = useFormat()
  if (jumps.length === 0) return null
  return (
    <ul className={styles.jumps}>
      {jumps.map(({ row, at, below, above }) => (
        <li key={row}>
          {words.tiers.jump(format.exact(at), format.exact(below), format.exact(above), format.money(new Decimal(above).minus(below).toFixed(), { signed: true }))}
        </li>
      ))}
    </ul>
  )
}

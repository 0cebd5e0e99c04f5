import { Decimal } from '../../../engine/index.ts'
import type { TierJump } from '../../../store/rules/tierFacts.ts'
import { FigureWords } from '../../../ui/primitives/FigureWords.tsx'
import { ruleFigure } from '../form/ruleFigures.ts'
import { figureTag } from '../../../store/figures/figureTag.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import styles from '../editor/editor.module.css'
import { words } from '../words.ts'

/** Where the requirement jumps and by how much: allowed, and worth knowing. */
export function JumpList({ jumps }: { readonly jumps: readonly TierJump[] }) {
  const format = useFormat()
  if (jumps.length === 0) return null
  return (
    <ul className={styles.jumps}>
      {jumps.map(({ row, at, below, above, lower, upper }) => {
        const place = `tier ${row + 1}`
        const by = format.money(new Decimal(above).minus(below).toFixed(), { signed: true })
        const asked = (each: TierJump['lower']): string => figureTag('rules.requirement', { place, notional: at, ...each })
        const figures = [
          { text: by, figure: figureTag('rules.jump', { place, from: below, to: above }) },
          { text: format.exact(at), figure: ruleFigure('amount', at, { place }) },
          { text: format.exact(below), figure: asked(lower) },
          { text: format.exact(above), figure: asked(upper) },
        ]
        return (
        <li key={row}>
            <FigureWords text={words.tiers.jump(format.exact(at), format.exact(below), format.exact(above), by)} figures={figures} />
        </li>
        )
      })}
    </ul>
  )
}

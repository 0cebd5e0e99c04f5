import { evaluate, type Explanation } from '../../../engine/index.ts'
import { Formula } from '../math/Formula.tsx'
import { formulaNumber } from '../valueText.ts'
import { checkWord } from '../words/checkWords.ts'
import { words } from '../words/words.ts'
import styles from './drawer.module.css'
import type { FigureLook } from './useFigureLook.ts'

interface CheckSectionProps {
  readonly checks: Explanation['checks']
  readonly look: FigureLook
}

/** What has to hold at the value, both sides worked out. */
export function CheckSection({ checks, look }: CheckSectionProps) {
  const number = (value: Parameters<typeof formulaNumber>[0]): string => formulaNumber(value, look.format)
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{words.check}</h3>
      {checks.map(({ name, left, right }) => {
        const sides = [left, right] as const
        return (
          <div key={name}>
            <p className={styles.note}>{checkWord(name)}</p>
            {sides.map((side, index) => (
              <Formula key={index} nameOf={look.leafName} legName={look.legName} number={number} sides={[{ type: 'symbols', of: side }, { type: 'number', text: number(evaluate(side).toSignificantDigits(9)) }]} />
            ))}
          </div>
        )
      })}
    </section>
  )
}

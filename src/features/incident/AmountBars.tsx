import { FigureWords, type SaidFigure } from '../../ui/primitives/FigureWords.tsx'
import { classNames } from '../../ui/theme/classNames.ts'
import styles from './AmountBars.module.css'

export type BarTone = 'isolated' | 'cross' | 'bucket' | 'level' | 'loss' | 'profit'

export interface AmountBar {
  readonly id: string
  readonly label: string
  readonly from: number
  readonly to: number
  readonly text: string
  /** The key under which it is explained. */
  readonly figure?: string | undefined
  readonly tone: BarTone
  /** Under a rule: what the bars above come to. */
  readonly isResult?: boolean
}

export interface AmountBarsProps {
  readonly caption: string
  readonly bars: readonly AmountBar[]
  /** A level across all bars, with its words above. */
  readonly level?: { readonly at: number; readonly text: string; readonly figures?: readonly SaidFigure[] } | undefined
}

/** Amounts as lengths on one axis that contains zero, each with its figure. */
export function AmountBars({ caption, bars, level }: AmountBarsProps) {
  const ends = [0, ...bars.flatMap((bar) => [bar.from, bar.to]), ...(level === undefined ? [] : [level.at])]
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  const share = (value: number): number => (most === least ? 0 : ((value - least) / (most - least)) * 100)
  const levelAt = level === undefined ? undefined : share(level.at)
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <colgroup><col className={styles.labels} /><col /><col className={styles.figures} /></colgroup>
      <tbody>
        {level === undefined || levelAt === undefined ? null : (
          <tr>
            <td />
            <td className={styles.plot}><span className={styles.words} style={levelAt > 50 ? { right: `${100 - levelAt}%` } : { left: `${levelAt}%` }}><FigureWords text={level.text} figures={level.figures ?? []} /></span></td>
            <td />
          </tr>
        )}
        {bars.map((bar) => (
          <tr key={bar.id} className={classNames(bar.isResult === true && styles.result)}>
            <th scope="row" className={styles.label}>{bar.label}</th>
            <td className={styles.plot}>
              <span
                className={classNames(styles.bar, styles[bar.tone])}
                style={{ left: `${share(Math.min(bar.from, bar.to))}%`, width: `${Math.abs(share(bar.to) - share(bar.from))}%` }}
              />
              {levelAt === undefined ? null : <span className={styles.mark} style={{ left: `${levelAt}%` }} />}
            </td>
            <td className={classNames(styles.figure, bar.tone === 'loss' && styles.down, bar.tone === 'profit' && styles.up)}><span data-figure={bar.figure}>{bar.text}</span></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

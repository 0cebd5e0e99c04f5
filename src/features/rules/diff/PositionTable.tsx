import { Decimal } from '../../../engine/index.ts'
import { barNames } from '../../../ui/charts/tickNames.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Icon } from '../../../ui/primitives/Icon.tsx'
import type { IconName } from '../../../ui/primitives/iconPaths.ts'
import styles from './diff.module.css'
import { changeFigure, deathFigure, sideFigure } from './diffFigures.ts'
import type { LegFate } from './DiffSay.ts'
import { fateOf } from './diffSentences.ts'
import { spanWords, type DiffPartProps } from './DiffSummary.tsx'
import { diffWords } from './diffWords.ts'
import { useShowTick } from './useShowTick.ts'

const OUTCOME_ICONS: Readonly<Record<LegFate['outcome'], IconName>> = { open: 'check', closed: 'minus', reduced: 'warning', liquidated: 'close', refused: 'lock', waiting: 'more' }

/** Every position under both sets, and the difference. */
export function PositionTable({ report, say }: DiffPartProps) {
  const { a, b } = report
  if (a.fates.length === 0) return null
  return (
    <section>
      <h3 className={styles.title}>{diffWords.positions}</h3>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={diffWords.positions}>
          <thead>
            <tr>
              <td />
              {diffWords.positionColumns.map((column, index) => <th key={column} scope="col" className={index === 0 ? undefined : styles.figure} title={column === 'Price' ? diffWords.price : undefined}>{column}</th>)}
            </tr>
          </thead>
          {a.fates.map((fate) => <Position key={fate.leg} a={fate} b={fateOf(b.fates, fate.leg) ?? fate} say={say} />)}
        </table>
      </div>
    </section>
  )
}

type PositionProps = { readonly a: LegFate; readonly b: LegFate; readonly say: DiffPartProps['say'] }

function Position({ a, b, say }: PositionProps) {
  const [from, to] = [a.death, b.death]
  const differs = from !== undefined && to !== undefined
  return (
    <tbody>
      <tr className={styles.group}><th scope="rowgroup" colSpan={5} data-name="">{say.leg(a.leg)}</th></tr>
      <FateRow name="A" fate={a} say={say} />
      <FateRow name="B" fate={b} say={say} />
      <tr className={styles.difference}>
        <th scope="row">{diffWords.difference}</th>
        <td />
        <td className={styles.figure}>{differs ? spanWords(to.at - from.at) : diffWords.none}</td>
        <td className={styles.figure}>{differs ? <span data-figure={changeFigure('priceChange', from.price, to.price, a.leg)}>{say.priceChange(from, to)}</span> : diffWords.none}</td>
        <td className={styles.figure}><span data-figure={changeFigure('pnlChange', a.pnl, b.pnl, a.leg)}>{say.money(new Decimal(b.pnl).minus(a.pnl).toFixed(), { signed: true })}</span></td>
      </tr>
    </tbody>
  )
}

function FateRow({ name, fate, say }: { readonly name: 'A' | 'B'; readonly fate: LegFate; readonly say: PositionProps['say'] }) {
  const show = useShowTick()
  const { outcome, parts, death, pnl } = fate
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <span className={styles.outcome}>
          <Icon name={OUTCOME_ICONS[outcome]} size={12} />
          <span>{diffWords.outcomes[outcome]}{parts > 1 ? ` ${diffWords.parts(parts)}` : ''}</span>
        </span>
      </td>
      <td className={styles.figure}>
        {death === undefined ? diffWords.none : (
          <Button size="small" isTight aria-label={diffWords.show(`${barNames.full(death.tick)}, ${say.leg(fate.leg)} under ${name}`)} onClick={() => show(death.tick, fate.leg)}>
            {barNames.full(death.tick)}
          </Button>
        )}
      </td>
      <td className={styles.figure}>{death === undefined ? diffWords.none : <span data-figure={deathFigure(death, { side: name })}>{say.price(death)}</span>}</td>
      <td className={styles.figure}><span data-figure={sideFigure('pnl', pnl, { side: name, leg: fate.leg })}>{say.money(pnl, { signed: true })}</span></td>
    </tr>
  )
}

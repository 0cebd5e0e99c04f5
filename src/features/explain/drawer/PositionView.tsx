import { useCallback, useMemo, useState } from 'react'
import { figureKey, type FigureId, type FigureRef } from '../../../engine/index.ts'
import type { ExplainView, PlainExplanation } from '../../../store/slices/ExplainState.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useFollow } from '../useFollow.ts'
import { noneWord } from '../words/noneWords.ts'
import { words } from '../words/words.ts'
import styles from './drawer.module.css'
import { useFigureLook } from './useFigureLook.ts'

type Field<Family extends string> = Extract<FigureId, `${Family}.${string}`>

const GROUPS: readonly { readonly title: string; readonly figures: readonly Field<'position'>[]; readonly pool?: readonly Field<'pool'>[] }[] = [
  { title: 'Liquidation', figures: ['position.liquidation', 'position.liquidationDistance', 'position.liquidationTogether', 'position.bankruptcy', 'position.marginRatio'] },
  { title: 'What it takes', figures: ['position.notional', 'position.leverage', 'position.margin', 'position.initialMargin', 'position.tier', 'position.maintenanceMarginRate', 'position.maintenanceMargin', 'position.exitCosts'] },
  { title: 'Its pool', figures: [], pool: ['pool.cash', 'pool.equity', 'pool.requirement', 'pool.freeCollateral', 'pool.removable'] },
  { title: 'Result so far', figures: ['position.unrealizedPnl', 'position.roe', 'position.realizedPnl', 'position.fees', 'position.funding', 'position.result'] },
  { title: 'Break-even and carry', figures: ['position.breakEven', 'position.fundingRate', 'position.nextFunding'], pool: ['pool.carryPayments', 'pool.carryPerPayment', 'pool.carryAt'] },
]

/** Every figure of one position, those that have no room in the table too; each opens its explanation. */
export function PositionView({ twin, leg }: Pick<Extract<ExplainView, { type: 'position' }>, 'twin' | 'leg'>) {
  const pool = useAppStore((state) => state.view.detail?.account.positions.find((each) => each.leg === leg)?.pool)
  const { openExplain, explainAll } = useAppStore((state) => state.actions)
  const look = useFigureLook()
  const [known, setKnown] = useState<ReadonlyMap<string, PlainExplanation>>(new Map())
  const groups = useMemo(() => GROUPS.map((group) => ({
    title: group.title,
    refs: [...group.figures.map((id): FigureRef => ({ id, of: { twin, leg } })), ...(pool === undefined ? [] : (group.pool ?? []).map((id): FigureRef => ({ id, of: { twin, pool } })))],
  })), [twin, leg, pool])
  const ask = useCallback(async () => {
    const answers = await explainAll(groups.flatMap(({ refs }) => refs))
    setKnown(new Map(answers.flatMap((answer) => (answer === undefined ? [] : [[figureKey(answer.figure), answer] as const]))))
  }, [explainAll, groups])
  useFollow(ask)
  return (
    <>
      <div className={styles.section}><p className={styles.value}>{words.position(leg.split('@')[0] ?? leg)}</p></div>
      {groups.map(({ title, refs }) => (
        <section key={title} className={styles.section} aria-label={title}>
          <h3 className={styles.heading}>{title}</h3>
          <ul className={styles.list}>
            {refs.map((figure) => {
              const explanation = known.get(figureKey(figure))
              return (
                <li key={figure.id}>
                  <button type="button" className={styles.item} onClick={() => openExplain({ type: 'figure', figure }, { isDeeper: true })}>
                    <span>{look.nameOf(figure)}</span>
                    <span className={styles.shown}>{explanation === undefined ? '…' : explanation.none === undefined ? look.textOf(explanation) : noneWord(explanation.none)}</span>
                  </button>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </>
  )
}

import { figureTag } from '../../store/figures/figureTag.ts'
import type { AppState } from '../../store/AppState.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { Button } from '../../ui/primitives/Button.tsx'
import { Figure } from '../../ui/primitives/Figure.tsx'
import { FigureTable } from '../../ui/primitives/FigureTable.tsx'
import { Term } from './Term.tsx'
import { words } from './words.ts'

const selectAssets = (state: AppState) => state.view.detail?.more.assets
const selectTwin = (state: AppState) => state.view.detail?.twin
const selectGive = (state: AppState) => state.actions.give
const ACTION_WIDTH = 52

/** Assets that serve as collateral of the account shown in the tables: what they are worth, and how much of it counts. */
export function AssetsTable() {
  const assets = useAppStore(selectAssets) ?? []
  const twin = useAppStore(selectTwin) ?? 'as-set'
  const give = useAppStore(selectGive)
  const format = useFormat()
  if (assets.length === 0) return null
  const reason = twin === 'as-set' ? undefined : words.assets.readOnly
  return (
    <FigureTable
      caption={words.assets.title(words.columns[twin])}
      isCaptionVisible
      columns={[
        { id: 'amount', header: words.assets.amount },
        { id: 'value', header: words.assets.value },
        { id: 'haircut', header: <Term term="haircut" meaning={words.assets.meaning}>{words.assets.haircut}</Term> },
        { id: 'sell', header: <span className="visually-hidden">{words.assets.sell}</span>, width: ACTION_WIDTH },
      ]}
      rows={assets.map(({ leg, asset, amount, price, value, haircut, haircutShare }) => ({
        id: leg,
        label: asset,
        cells: [
          <Figure key="amount" figure={figureTag('position.qty', { twin, leg })}>{format.quantity(amount)}</Figure>,
          <Term key="value" figure={figureTag('position.notional', { twin, leg })} meaning={words.assets.worth(format.quantity(amount), format.price(price, { tickSize: '0.0001' }), format.money(value))}>{format.money(value)}</Term>,
          <Term key="haircut" figure={figureTag('position.haircutShare', { twin, leg })} meaning={words.assets.counts(format.money(value), format.percent(haircutShare), format.money(haircut))}>{format.percent(haircutShare)}</Term>,
          reason === undefined
            ? <Button key="sell" size="small" isTight onClick={() => void give({ type: 'close-position', leg, share: '1' })}>{words.assets.sell}<span className="visually-hidden"> {asset}</span></Button>
            : <Figure key="sell" tone="quiet">—</Figure>,
        ],
      }))}
    />
  )
}

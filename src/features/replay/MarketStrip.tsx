import type { ReactNode } from 'react'
import { figureTag } from '../../store/figures/figureTag.ts'
import { selectMarketStrip } from '../../store/selectors/selectMarketStrip.ts'
import type { MarketStrip as Market } from '../../store/selectors/rows/MarketStrip.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { duration } from '../../ui/format/timeFormats.ts'
import { Figure } from '../../ui/primitives/Figure.tsx'
import { Icon } from '../../ui/primitives/Icon.tsx'
import { Menu } from '../../ui/primitives/Menu.tsx'
import styles from './MarketStrip.module.css'

/** The selected instrument: mark, change, funding, first tier; and the assumptions everything below stands on. */
export function MarketStrip() {
  const market = useAppStore(selectMarketStrip)
  const select = useAppStore((state) => state.actions.selectInstrument)
  const format = useFormat()
  if (market === undefined) return <section className={styles.strip} aria-label="Market" />
  const tone = market.change === 0 ? undefined : market.change > 0 ? 'profit' : 'loss'
  return (
    <section className={styles.strip} aria-label="Market">
      <Menu
        label="Market"
        trigger={{ text: market.instrument }}
        items={market.instruments.map((each) => ({
          id: each.instrument,
          label: each.instrument,
          detail: `${format.price(each.mark)} ${format.percent(each.change, { signed: true })}`,
          isChecked: each.instrument === market.instrument,
          onSelect: () => select(each.instrument),
        }))}
      />
      <dl className={styles.facts}>
        <Fact name="Mark">
          <Figure tone="strong" amount={market.mark} figure={figureTag('market.mark', market)}>
            {format.price(market.mark, { tickSize: market.tickSize })}
          </Figure>{' '}
          <Figure tone={tone} figure={figureTag('market.change', market)}>{format.percent(market.change, { signed: true })}</Figure>
        </Fact>
        {(['index', 'last'] as const).map((kind) => {
          const price = market[kind]
          return price === undefined ? null : (
            <Fact key={kind} name={PRICE_NAMES[kind]}>
              <Figure amount={price} figure={figureTag(`market.${kind}`, market)}>{format.price(price, { tickSize: market.tickSize })}</Figure>
            </Fact>
          )
        })}
        {market.index === undefined && market.last === undefined ? null : <Fact name="Liquidated by">{PRICE_NAMES[market.trigger]}</Fact>}
        <Fact name={market.funding?.isPaid === true ? 'Last funding' : 'Funding'}><FundingRate market={market} /></Fact>
        <Fact name="MMR">
          <span data-figure={figureTag('market.maintenanceRate', market)}>{format.percent(market.maintenanceMarginRate)}</span> <small>{`tier 1 of ${String(market.tiers.length)}`}</small>
        </Fact>
        <Fact name="Max leverage"><span data-figure={figureTag('market.maxLeverage', market)}>{format.leverage(market.maxLeverage)}</span></Fact>
      </dl>
      <p className={styles.assumptions}>
        <Icon name="info" />
        <span data-name="">{market.rulesSummary}{market.funding?.isPaid === true ? ' Funding is paid as the prices bring it.' : ''}{market.between === 'jump' ? ' Decided at bar closes.' : ''}</span>
      </p>
    </section>
  )
}

const PRICE_NAMES = { mark: 'Mark', index: 'Index', last: 'Last' } as const

function FundingRate({ market }: { readonly market: Market }) {
  const format = useFormat()
  const { funding } = market
  if (funding === undefined) return 'Off'
  if (funding.rate === undefined) return 'None paid yet'
  return <><span data-figure={figureTag('market.restingFundingRate', market)}>{format.rate(funding.rate, { signed: true })}</span> / {duration(funding.intervalMillis)}</>
}

/** The term each fact is, for the glossary. */
const TERMS: Readonly<Record<string, string>> = { Mark: 'mark-price', Index: 'index-price', Last: 'last-price', Funding: 'funding-rate', 'Last funding': 'funding-rate', MMR: 'mmr', 'Max leverage': 'leverage', 'Liquidated by': 'liq-price' }

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt data-term={TERMS[name]}>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

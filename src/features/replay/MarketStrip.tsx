import type { ReactNode } from 'react'
import { selectMarketStrip } from '../../store/selectors/selectMarketStrip.ts'
import type { MarketStrip as Market } from '../../store/selectors/rows/MarketStrip.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import type { Format } from '../../ui/format/createFormat.ts'
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
          <Figure tone="strong" amount={market.mark}>
            {format.price(market.mark, { tickSize: market.tickSize })}
          </Figure>{' '}
          <Figure tone={tone}>{format.percent(market.change, { signed: true })}</Figure>
        </Fact>
        {(['index', 'last'] as const).map((kind) => {
          const price = market[kind]
          return price === undefined ? null : (
            <Fact key={kind} name={PRICE_NAMES[kind]}>
              <Figure amount={price}>{format.price(price, { tickSize: market.tickSize })}</Figure>
            </Fact>
          )
        })}
        {market.index === undefined && market.last === undefined ? null : <Fact name="Liquidated by">{PRICE_NAMES[market.trigger]}</Fact>}
        <Fact name="Funding">{fundingText(market, format)}</Fact>
        <Fact name="MMR">
          {format.percent(market.maintenanceMarginRate)} <small>tier 1 of {market.tiers.length}</small>
        </Fact>
        <Fact name="Max leverage">{format.leverage(market.maxLeverage)}</Fact>
      </dl>
      <p className={styles.assumptions}>
        <Icon name="info" />
        <span>{market.between === 'jump' ? `${market.rulesSummary} Decided at bar closes.` : market.rulesSummary}</span>
      </p>
    </section>
  )
}

const PRICE_NAMES = { mark: 'Mark', index: 'Index', last: 'Last' } as const

function fundingText(market: Market, format: Format): string {
  return market.funding === undefined ? 'Off' : `${format.rate(market.funding.rate, { signed: true })} / ${duration(market.funding.intervalMillis)}`
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

import styles from './PriceChart.module.css'

const keys = [['Entry', undefined], ['Liq. price', '4 3'], ['Bankruptcy price', '1 3']] as const

/** Line styles in words. With candles also the link their library's licence asks for. */
export function PriceLegend({ hasCandles, trigger }: { readonly hasCandles: boolean; readonly trigger: string | undefined }) {
  return (
    <ul className={styles.legend} aria-label="Lines">
      {keys.map(([name, dash]) => (
        <li key={name} className={styles.key}>
          <svg width={18} height={8} aria-hidden="true"><path d="M0 4H18" strokeDasharray={dash} /></svg>
          {name}
        </li>
      ))}
      {trigger === undefined ? null : (
        <li className={styles.key}>
          <svg width={18} height={8} aria-hidden="true"><path className={styles.trigger} d="M0 4H18" /></svg>
          {trigger}
        </li>
      )}
      {hasCandles ? (
        <li>
          <a className={styles.maker} href="https://www.tradingview.com/" target="_blank" rel="noreferrer">Charts by TradingView</a>
        </li>
      ) : null}
    </ul>
  )
}

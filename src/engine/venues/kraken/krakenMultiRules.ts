import { quote, rate } from '../../units/quantities.ts'
import { defineRules, tierRows } from '../defineRules.ts'
import type { HaircutTable } from '../Rules.ts'

const HOUR = 3_600_000

/**
 * Class A by USD of notional, continuous by its amounts: c_n = c_(n-1) + floor_n (m_n - m_(n-1)):
 * 1 M x 1 % = 10,000; + 2 M x 0.5 % = 20,000; + 5 M x 2.5 % = 145,000; + 10 M x 5 % = 645,000; + 20 M x 5 % = 1,645,000; + 60 M x 10 % = 7,645,000.
 */
const CLASS_A = tierRows(
  ['0', '0.01', '0', '50', '0.02'],
  ['1000000', '0.02', '10000', '25', '0.04'],
  ['2000000', '0.025', '20000', '20', '0.05'],
  ['5000000', '0.05', '145000', '10', '0.1'],
  ['10000000', '0.1', '645000', '5', '0.2'],
  ['20000000', '0.15', '1645000', '3.33', '0.3'],
  ['60000000', '0.25', '7645000', '2', '0.5'],
)

function flat(haircut: string): HaircutTable {
  return { by: 'value', slices: [{ floor: quote('0'), haircut: rate(haircut) }] }
}

/** 2 % and a conversion fee of 0.25 %: 1 - 0.98 x 0.9975. (SPEC.md, KR7) */
const CONVERTED = flat('0.02245')
const FIAT = flat('0')
const ALTCOIN = flat('0.2')

/** Kraken Derivatives, multi-collateral linear perpetuals; every contract as class A. */
export const krakenMultiRules = defineRules({
  id: 'kraken-multi',
  name: 'Kraken Multi-M',
  summary: 'Linear, USD account with several collateral assets at flat haircuts; tiers by USD of notional; what is left is returned.',
  date: '2026-03-17',
  source: 'Kraken Support: Multi-Collateral Margin Schedule; Margining & Liquidations; haircut announcement of 28 February 2025; Futures API, get wallets',
  fees: { maker: rate('0.0002'), taker: rate('0.0005') },
  funding: { type: 'premium', intervalMillis: HOUR, periodMillis: 24 * HOUR, interest: rate('0'), clamp: rate('0'), cap: rate('0.0025'), premium: rate('0'), price: 'index' },
  tiers: { default: CLASS_A },
  tierRates: 'by-part',
  maintenanceOn: 'mark',
  comparison: 'at-or-below',
  liquidation: {
    trigger: 'mark',
    sharedPool: 'whole-pool',
    partial: { type: 'whole' },
    orderPrice: { type: 'mark', slippage: rate('0') },
    feeRate: rate('0'),
    feeTo: 'venue',
    residual: 'return',
  },
  insuranceFund: { balance: quote('0'), scope: 'venue' },
  deleveraging: { type: 'ranked', ranking: 'profit-times-leverage' },
  collateral: {
    XBT: CONVERTED,
    BTC: CONVERTED,
    EUR: CONVERTED,
    AUD: FIAT,
    CAD: FIAT,
    AAVE: ALTCOIN,
    NEAR: ALTCOIN,
    RENDER: ALTCOIN,
    RUNE: ALTCOIN,
    STX: ALTCOIN,
    SUI: ALTCOIN,
    TAO: ALTCOIN,
    XTZ: ALTCOIN,
  },
})

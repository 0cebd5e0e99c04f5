import { quote, rate } from '../../units/quantities.ts'
import { defineRules, tierRows } from '../defineRules.ts'
import type { HaircutTable } from '../Rules.ts'

const HOUR = 3_600_000

function flat(haircut: string): HaircutTable {
  return { by: 'value', slices: [{ floor: quote('0'), haircut: rate(haircut) }] }
}

const FIVE = flat('0.05')
const FIFTEEN = flat('0.15')
const TWENTY = flat('0.2')
const THIRTY = flat('0.3')
const FORTY = flat('0.4')
const FIFTY = flat('0.5')

/** BIT (bit.com), unified margin: one USD account, a flat haircut for each asset, everything that is not listed counts nothing. */
export const bitcomRules = defineRules({
  id: 'bitcom',
  name: 'BIT unified margin',
  summary: 'USD account with flat haircuts by asset; liquidated bit by bit when the margin balance is below maintenance.',
  date: '2023-03-01',
  source: 'BIT Help Center: What is Haircut Ratio; Terms and formulas of UM; What is Margin Call; How much is Forced Liquidation Fees; How is Funding Rate calculated',
  fees: { maker: rate('0.0002'), taker: rate('0.0005') },
  funding: { type: 'premium', intervalMillis: HOUR, periodMillis: 8 * HOUR, interest: rate('0'), clamp: rate('0.0005'), cap: undefined, premium: rate('0'), price: 'mark' },
  tiers: { default: tierRows(['0', '0.01', '0', '50', '0.02']) },
  comparison: 'below',
  liquidation: {
    trigger: 'mark',
    sharedPool: 'largest-requirement-first',
    partial: { type: 'shortage', buffer: rate('0'), initialShare: rate('1'), fullAfterMillis: 0, fullBelow: quote('0'), cooldownMillis: 0 },
    orderPrice: { type: 'mark', slippage: rate('0') },
    feeRate: rate('0.005'),
    feeTo: 'insurance-fund',
    residual: 'return',
  },
  collateral: {
    USDT: flat('0.001'),
    BTC: flat('0.02'),
    ETH: flat('0.02'),
    BCH: FIVE,
    ADA: FIFTEEN,
    BNB: FIFTEEN,
    DOGE: FIFTEEN,
    LINK: FIFTEEN,
    LTC: FIFTEEN,
    TRX: FIFTEEN,
    XRP: FIFTEEN,
    AVAX: TWENTY,
    DOT: TWENTY,
    ETC: THIRTY,
    FIL: THIRTY,
    GALA: THIRTY,
    MANA: THIRTY,
    MATIC: THIRTY,
    MKR: THIRTY,
    NEAR: THIRTY,
    SAND: THIRTY,
    SHIB: THIRTY,
    TON: flat('0.8'),
    AAVE: FORTY,
    COMP: FORTY,
    CRV: FORTY,
    SUSHI: FORTY,
    UNI: FORTY,
    XLM: FORTY,
    YFI: FORTY,
    AXS: FIFTY,
    CHZ: FIFTY,
    FTM: FIFTY,
    GRT: FIFTY,
    SOL: FIFTY,
  },
})

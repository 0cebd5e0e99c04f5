import { quote, rate } from '../../units/quantities.ts'
import { defineRules, tierRows } from '../defineRules.ts'

/**
 * ZTX_USDT, the table the venue's API documentation prints, its deductions included (60, 120, 370, 720). It stands for
 * every contract that has no table here. The documentation ends it at 100,000 USDT, the position limit.
 */
const ztxTiers = tierRows(
  ['0', '0.01', '0', '50', '0.02'],
  ['20000', '0.013', '60', '40', '0.025'],
  ['30000', '0.015', '120', '35', '0.02857'],
  ['50000', '0.02', '370', '30', '0.03333'],
  ['70000', '0.025', '720', '25', '0.04'],
)

/**
 * BTC_USDT as its public API answered on 2026-08-09. The row from 1,500,000 is missing in the copy read; its rate and
 * deduction follow from the rows around it (2,500 = 1,500 + 2,000,000 x 0.0005), its leverage is between theirs.
 * Rows above 3,000,000 USDT were not seen: the last one goes on.
 */
const btcUsdtTiers = tierRows(
  ['0', '0.003', '0', '200', '0.005'],
  ['500000', '0.0035', '250', '150.01', '0.006666'],
  ['1000000', '0.004', '750', '125', '0.008'],
  ['1500000', '0.0045', '1500', '111.11', '0.009'],
  ['2000000', '0.005', '2500', '100', '0.01'],
)

/** Gate perpetual futures: maintenance by slices on the mark, the closing fee inside initial and maintenance margin. Sources in SPEC.md. */
export const gateRules = defineRules({
  id: 'gate',
  name: 'Gate perpetual',
  summary: 'Maintenance margin by slices on the mark; the fee of closing, 0.075 %, in initial and maintenance margin; one tier down at a time.',
  date: '2026-08-09',
  source: 'Gate help centre (initial margin, risk limit, liquidation process) and API v4 documentation; see venues/gate/SPEC.md',
  fees: { maker: rate('0'), taker: rate('0.00075') },
  funding: {
    type: 'premium',
    intervalMillis: 8 * 3_600_000,
    periodMillis: 8 * 3_600_000,
    interest: rate('0.0001'),
    clamp: rate('0.0005'),
    cap: rate('0.003'),
    premium: rate('0'),
    price: 'mark',
  },
  tiers: { default: ztxTiers, BTCUSDT: btcUsdtTiers, BTC_USDT: btcUsdtTiers },
  initialWithExitCost: true,
  initialOn: 'entry-if-isolated',
  exitCost: { rate: rate('0.00075'), on: 'mark', fixed: quote('0'), combine: 'sum' },
  liquidation: {
    partial: { type: 'tier-step-down', tiers: 1, fromTier: 2 },
    orderPrice: { type: 'bankruptcy' },
    feeRate: rate('0.00075'),
    feeTo: 'venue',
  },
  insuranceFund: { balance: quote('1000000'), scope: 'venue' },
  deleveraging: { type: 'ranked', ranking: 'profit-times-leverage' },
})

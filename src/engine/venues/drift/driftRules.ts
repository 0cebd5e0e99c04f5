import { quote, rate } from '../../units/quantities.ts'
import { defineRules, tierRows } from '../defineRules.ts'

const HOUR = 3_600_000
const SLOT = 400

/** One haircut for every amount. */
function flat(haircut: string) {
  return { by: 'value', slices: [{ floor: quote('0'), haircut: rate(haircut) }] } as const
}

/** Drift v2 on Solana: cross account, rates that grow with the root of the size, the shortage sold over 25 slots. SPEC.md. */
export const driftRules = defineRules({
  id: 'drift',
  name: 'Drift v2',
  summary: 'Initial 10 %, maintenance 5 %, both growing with the root of the size; only the shortage is liquidated, little by little, at the oracle less a fee.',
  date: '2026-11-22',
  source: 'drift-labs/protocol-v2 (programs/drift, sdk) and the Drift docs. Live parameters are on chain. Details: venues/drift/SPEC.md',
  fees: { maker: rate('-0.0002'), taker: rate('0.001') },
  // A 24th of the premium every hour.
  funding: {
    type: 'premium',
    intervalMillis: HOUR,
    periodMillis: 24 * HOUR,
    interest: rate('0'),
    clamp: rate('0'),
    cap: undefined,
    premium: rate('0'),
    price: 'index',
  },
  tiers: { default: tierRows(['0', '0.05', '0', '10', '0.1']) },
  sizeScaling: { default: { type: 'sqrt', factor: rate('0.00005') } },
  comparison: 'below',
  liquidation: {
    trigger: 'index',
    sharedPool: 'largest-requirement-first',
    // The buffer of 2 % of the notional, as a share of a requirement of 5 %.
    partial: {
      type: 'shortage',
      buffer: rate('0.4'),
      initialShare: rate('0.1'),
      fullAfterMillis: 0.9 * 25 * SLOT,
      fullBelow: quote('50'),
      cooldownMillis: SLOT,
    },
    orderPrice: { type: 'mark', slippage: rate('0.01') },
    feeRate: rate('0.01'),
    feeOn: 'mark',
    feeTo: 'insurance-fund',
    residual: 'return',
  },
  insuranceFund: { balance: quote('0'), scope: 'instrument' },
  collateral: { USDC: flat('0'), SOL: flat('0.1') },
})

import { tierRows } from '../defineRules.ts'

/*
 * Binance USD-M leverage brackets of 2021-03-18. Source: announcement "Updates to Leverage and Margin Tiers of Binance
 * Futures Contracts"; it prints no maintenance amounts, these were derived by continuity (`../shared/tiers.json`).
 */

/** BTCUSDT. */
export const btcUsdt2021Tiers = tierRows(
  ['0', '0.004', '0', '125'],
  ['50000', '0.005', '50', '100'],
  ['250000', '0.01', '1300', '50'],
  ['1000000', '0.025', '16300', '20'],
  ['10000000', '0.05', '266300', '10'],
  ['20000000', '0.1', '1266300', '5'],
  ['50000000', '0.125', '2516300', '4'],
  ['100000000', '0.15', '5016300', '3'],
  ['200000000', '0.25', '25016300', '2'],
  ['300000000', '0.5', '100016300', '1'],
)

/** XEM, COTI, CHR, MANA, HBAR and ALICE in USDT: the low-cap group. */
export const lowCap2021Tiers = tierRows(
  ['0', '0.01', '0', '50'],
  ['5000', '0.025', '75', '20'],
  ['25000', '0.05', '700', '10'],
  ['100000', '0.1', '5700', '5'],
  ['250000', '0.125', '11950', '2'],
  ['1000000', '0.5', '386950', '1'],
)

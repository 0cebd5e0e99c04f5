import { tierRows } from '../defineRules.ts'

/*
 * KuCoin risk limits, USDT of position value: floor, maintenance rate, no deduction (the rate is the whole position's, so
 * the requirement jumps at a boundary), maximum leverage, least initial rate.
 */

/**
 * XBTUSDTM, answer of GET /api/v1/contracts/risk-limit/XBTUSDTM as documented on 2026-03-10. The copy ends at level 3
 * (2,000,000 USDT); the last row goes on.
 */
export const kucoinBtcTiers = tierRows(['0', '0.004', '0', '125', '0.008'], ['500000', '0.005', '0', '100', '0.01'], ['1000000', '0.007', '0', '75', '0.0133'])

/** For every contract without a table here: 1 % and 50 times, what a position payload of XRPUSDTM states (`maintMarginReq` 0.01). */
export const kucoinDefaultTiers = tierRows(['0', '0.01', '0', '50', '0.02'])

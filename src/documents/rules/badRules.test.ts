import { describe, expect, it } from 'vitest'
import { builtinRules } from '../../engine/index.ts'
import { problemLines, type Parsed } from '../Problem.ts'
import { parseRules } from './parseRules.ts'

/** Bad rules and the exact words they are answered with; every message names the place and what was given. */
function said(parsed: Parsed<unknown>): readonly string[] {
  return parsed.ok ? ['accepted', ...problemLines(parsed.warnings)] : problemLines(parsed.error)
}

const RULE_IDS = [...builtinRules.keys()].join(', ')

describe('rules', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['unknown base', { schema: 1, extends: 'nyse' }, [`extends: no built-in rules are called "nyse"; there are ${RULE_IDS}`]],
    ['two intervals', { schema: 1, extends: 'plain', funding: { type: 'fixed', rate: '0.0001', intervalHours: 8, intervalMillis: 1 } }, ['funding: one of intervalHours and intervalMillis was expected']],
    ['percent for a fraction', { schema: 1, extends: 'plain', fees: { taker: '50' } }, ['fees.taker: a number below 1e1 was expected, "50" was given']],
    ['a date that is none', { schema: 1, extends: 'plain', date: '31.1.2025' }, ['date: a date like 2025-01-31 was expected']],
    ['an empty table', { schema: 1, extends: 'plain', tiers: { default: [] } }, ['tiers.default: at least one row was expected']],
    ['two periods', { schema: 1, extends: 'plain', funding: { type: 'premium', intervalHours: 8, interest: '0', clamp: '0' } }, ['funding: one of periodHours and periodMillis was expected']],
    ['a kind of funding there is not', { schema: 1, extends: 'plain', funding: { type: 'mean' } }, ['funding.type: "none" or "fixed" or "premium" was expected, "mean" was given']],
    ['a key of another kind of funding', { schema: 1, extends: 'plain', funding: { type: 'fixed', intervalHours: 8, rate: '0', clamp: '0' } }, ['funding.clamp: unknown key; known here: type, intervalHours, intervalMillis, rate, price']],
    ['a key of another kind of choice than the extended one', { schema: 1, extends: 'plain', funding: { rate: '0.1' }, sizeScaling: { BTC: { slope: '0.1' } } }, [
      'funding.rate: the extended choice is "none", which has no such key; state the "type" that has it',
      'sizeScaling.BTC.slope: the extended choice is "none", which has no such key; state the "type" that has it',
    ]],
    ['half an hour', { schema: 1, extends: 'standard', funding: { intervalHours: 0.5 } }, ['funding.intervalHours: whole hours were expected; shorter spans as milliseconds']],
    ['a price there is not', { schema: 1, extends: 'standard', funding: { price: 'close' } }, ['funding.price: "mark" or "index" or "last" was expected, "close" was given']],
    ['tables by something else', { schema: 1, extends: 'plain', tiersBy: 'lots' }, ['tiersBy: "notional" or "size" or "contracts" was expected, "lots" was given']],
    ['a boundary of its own', { schema: 1, extends: 'plain', tierBoundary: 'both' }, ['tierBoundary: "cap-inclusive" or "floor-inclusive" was expected, "both" was given']],
    ['initial below maintenance', { schema: 1, extends: 'plain', tiers: { BTC: [{ maintenanceRate: '0.05', initialRate: '0.04' }] } }, ['tiers.BTC[0].maintenanceRate: maintenance is above initial in row 1: 0.05 against 0.04']],
    ['initial above all', { schema: 1, extends: 'plain', tiers: { BTC: [{ maintenanceRate: '0.05', initialRate: '1.5' }] } }, ['accepted', 'tiers.BTC[0].initialRate: row 1 asks for 150 % of the value; a rate is a fraction, 1.5 % would be 0.015']],
    ['a scaling without its slope', { schema: 1, extends: 'plain', sizeScaling: { BTC: { type: 'linear' } } }, ['sizeScaling.BTC.slope: missing; state it, or take what is left out from a built-in set with "extends"']],
    ['a scaling there is not', { schema: 1, extends: 'plain', sizeScaling: { default: { type: 'cubic' } } }, ['sizeScaling.default.type: "none" or "linear" or "sqrt" was expected, "cubic" was given']],
    ['initial on nothing', { schema: 1, extends: 'plain', initialOn: 'last' }, ['initialOn: "mark" or "entry" or "entry-if-isolated" was expected, "last" was given']],
    ['yes for true', { schema: 1, extends: 'plain', initialWithExitCost: 'yes' }, ['initialWithExitCost: true or false was expected, "yes" was given']],
    ['ends the wrong way round', { schema: 1, extends: 'plain', openInterest: { BTC: { lower: '5', upper: '4' } } }, ['openInterest.BTC.upper: an upper end above the lower end 5 was expected, or 0 for none; 4 was given']],
    ['one end', { schema: 1, extends: 'plain', openInterest: { BTC: { lower: '5' } } }, ['openInterest.BTC.upper: missing; state it, or take what is left out from a built-in set with "extends"']],
    ['more than all stays', { schema: 1, extends: 'plain', transferFloor: '1.1' }, ['transferFloor: a number of at most 1 was expected, "1.1" was given']],
    ['isolated otherwise', { schema: 1, extends: 'plain', isolatedMargin: 'fixed' }, ['isolatedMargin: "adjustable" or "add-only" was expected, "fixed" was given']],
    ['a minimum below nothing', { schema: 1, extends: 'plain', minimumMaintenance: '-5' }, ['minimumMaintenance: a number of at least 0 was expected, "-5" was given']],
    ['a step below nothing', { schema: 1, extends: 'plain', marginStep: '-1' }, ['marginStep: a number of at least 0 was expected, "-1" was given']],
    ['a comparison there is not', { schema: 1, extends: 'plain', comparison: 'above' }, ['comparison: "at-or-below" or "below" was expected, "above" was given']],
    ['a rounding there is not', { schema: 1, extends: 'plain', liquidationPriceRounding: 'up' }, ['liquidationPriceRounding: "earlier" or "later" or "nearest" was expected, "up" was given']],
    ['costs at another price', { schema: 1, extends: 'plain', exitCost: { on: 'index' } }, ['exitCost.on: "mark" or "entry" or "mark-bankruptcy" or "entry-bankruptcy" or "margin-bankruptcy" or "pool-bankruptcy" was expected, "index" was given']],
    ['costs combined otherwise', { schema: 1, extends: 'plain', exitCost: { combine: 'max' } }, ['exitCost.combine: "sum" or "larger" was expected, "max" was given']],
    ['two forms of one thing', { schema: 1, extends: 'plain', exitFeeInTest: true, exitCost: { rate: '0.1' } }, ['exitFeeInTest: the old form of exitCost; state exitCost alone']],
    ['a highest price of nothing', { schema: 1, extends: 'plain', maximumPrice: { BTC: '0' } }, ['maximumPrice.BTC: a number above 0 was expected, "0" was given']],
    ['a cool-down otherwise', { schema: 1, extends: 'plain', liquidation: { partial: { type: 'share', share: '1', inCooldown: 'hold' } } }, ['liquidation.partial.inCooldown: "wait" or "whole" was expected, "hold" was given']],
    ['a trigger there is not', { schema: 1, extends: 'plain', liquidation: { trigger: 'bid' } }, ['liquidation.trigger: "mark" or "index" or "last" was expected, "bid" was given']],
    ['an order of closing there is not', { schema: 1, extends: 'plain', liquidation: { sharedPool: 'random' } }, ['liquidation.sharedPool: "whole-pool" or "worst-loss-first" or "largest-requirement-first" was expected, "random" was given']],
    ['a share of more than all', { schema: 1, extends: 'plain', liquidation: { partial: { type: 'share', share: '2' } } }, ['liquidation.partial.share: a number of at most 1 was expected, "2" was given']],
    ['half a tier', { schema: 1, extends: 'plain', liquidation: { partial: { type: 'tier-step-down', tiers: 0.5 } } }, ['liquidation.partial.tiers: a whole number was expected']],
    ['a pause of less than nothing', { schema: 1, extends: 'plain', liquidation: { partial: { type: 'share', share: '1', cooldownMillis: -1 } } }, ['liquidation.partial.cooldownMillis: at least 0 milliseconds were expected']],
    ['a fillable price without a spread', { schema: 1, extends: 'plain', liquidation: { orderPrice: { type: 'fillable' } } }, ['liquidation.orderPrice.spread: missing; state it, or take what is left out from a built-in set with "extends"']],
    ['slippage of more than all', { schema: 1, extends: 'plain', liquidation: { orderPrice: { type: 'mark', slippage: '1.5' } } }, ['liquidation.orderPrice.slippage: a number of at most 1 was expected, "1.5" was given']],
    ['a backstop above the requirement', { schema: 1, extends: 'plain', liquidation: { backstopBelow: '1.5' } }, ['liquidation.backstopBelow: a number of at most 1 was expected, "1.5" was given']],
    ['a fund for each trader', { schema: 1, extends: 'plain', insuranceFund: { scope: 'trader' } }, ['insuranceFund.scope: "venue" or "instrument" was expected, "trader" was given']],
    ['a fund below nothing', { schema: 1, extends: 'plain', insuranceFund: '-1' }, ['insuranceFund: a number of at least 0 was expected, "-1" was given']],
    ['a ranking there is not', { schema: 1, extends: 'plain', deleveraging: { type: 'ranked', ranking: 'alphabet' } }, ['deleveraging.ranking: "profit-times-leverage" or "leveraged-profit" or "profit-and-leverage" was expected, "alphabet" was given']],
    ['ranked by nothing', { schema: 1, extends: 'plain', deleveraging: { type: 'ranked' } }, ['deleveraging.ranking: missing; state it, or take what is left out from a built-in set with "extends"']],
    ['a haircut in percent', { schema: 1, extends: 'plain', collateral: { BTC: '5' } }, ['collateral.BTC: a number of at most 1 was expected, "5" was given']],
    ['slices from the middle', { schema: 1, extends: 'plain', collateral: { BTC: { slices: [{ floor: '5', haircut: '0' }] } } }, ['collateral.BTC.slices[0].floor: the first slice starts at 0, row 1 starts at 5']],
    ['slices by nothing', { schema: 1, extends: 'plain', collateral: { BTC: { by: 'weight', slices: [{ haircut: '0' }] } } }, ['collateral.BTC.by: "value" or "quantity" was expected, "weight" was given']],
    ['half of it, with nothing to extend', { schema: 1, fees: { maker: 0 }, tiers: { BTC: [{ maintenanceRate: '0.01' }] } }, [
      'tiers.default: missing; state it, or take what is left out from a built-in set with "extends"',
      'fees.taker: missing; state it, or take what is left out from a built-in set with "extends"',
    ]],
  ])('%s', (_, input, lines) => expect(said(parseRules(input))).toEqual(lines))
})

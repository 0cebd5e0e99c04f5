import { isZero } from '../rowText.ts'
import { capital } from './capital.ts'
import { missingMargin } from './missingMargin.ts'
import type { Refusal } from './Refusal.ts'
import type { Say } from './Say.ts'

type Sentences = { readonly [Code in Refusal['code']]: (reason: Extract<Refusal, { code: Code }>, say: Say) => string }

/** One sentence a code, with the numbers involved. A code without one does not compile. */
const sentences: Sentences = {
  'insufficient-margin': ({ required, available }, { format }) =>
    `${format.money(missingMargin(required, available), { rounding: 'ceil' })} more is needed: it takes ${format.money(required)}, and ${format.money(available)} is available.`,
  'leverage-above-limit': ({ leverage, limit }, { format }) =>
    `${format.leverage(leverage)} is more than the ${format.leverage(limit)} that a position of this size may have.`,
  'leverage-below-one': ({ leverage }, { format }) => `Leverage starts at 1x; ${format.leverage(leverage)} was asked for.`,
  'liquidated-on-fill': ({ equity, maintenance }, { format }) =>
    `It would be liquidated at once: the pool would hold ${format.money(equity)} and has to keep ${format.money(maintenance)}.`,
  'no-position': ({ leg }, say) => `There is no open position in ${say.leg(leg)}.`,
  'nothing-to-reduce': ({ leg }, say) => `There is nothing to reduce in ${say.leg(leg)}.`,
  'unknown-instrument': ({ instrument }) => `The tape has no prices of ${instrument}.`,
  'collateral-only': ({ instrument }) => `${instrument} is collateral: it can be sold, not traded.`,
  'other-currency': ({ instrument, currency, account }) => `${instrument} settles in ${currency}; this account is kept in ${account}. It needs an account of its own.`,
  'unknown-order': ({ orderId }) => `Order ${orderId} is not open.`,
  'duplicate-order': ({ orderId }) => `An order ${orderId} is open already.`,
  'price-required': () => 'A limit or stop order needs a price.',
  'limit-price-required': () => 'A stop limit order needs a limit price too.',
  'callback-required': () => 'A trailing stop needs a callback: how far the price comes back before it fires.',
  'callback-out-of-range': ({ callback }, { format }) => `A callback is more than 0% and less than 100%; ${format.percent(callback)} was asked for.`,
  'price-not-on-tick': ({ price, tickSize }, { format }) => `Prices here are multiples of ${format.exact(tickSize)}; ${format.exact(price)} is not.`,
  'price-not-positive': () => 'A price above 0 is needed.',
  'quantity-below-step': ({ step }, { format }) => `That is less than the smallest size, ${format.exact(step)}.`,
  'quantity-zero': () => 'The size is 0.',
  'amount-not-positive': () => 'An amount above 0 is needed.',
  'more-than-removable': ({ amount, removable }, { format }) =>
    isZero(removable)
      ? 'Nothing can be taken out now: all of it is needed as margin.'
      : `${format.money(missingMargin(amount, removable), { rounding: 'ceil' })} too much: at most ${format.money(removable, { rounding: 'floor' })} can be taken out now.`,
  'shared-by-walls': ({ pool }, say) =>
    pool === 'cross' ? 'Its margin is shared here: it has no wall to put margin behind.' : `There is no ${say.pool(pool)} in this account.`,
  'same-pool': ({ pool }, say) => `It is in ${say.pool(pool)} already.`,
  'position-exists-in-pool': ({ leg, pool }, say) => `${capital(say.pool(pool))} holds ${say.leg(leg)} already; a pool keeps one position a market.`,
  'leg-in-other-instrument': ({ instrument }) => `The position of that name is in ${instrument}.`,
  'walls-are-fixed': () => 'The walls of this account are fixed; only yours can be moved.',
  'wrong-side': ({ leg }, say) => `It would turn ${say.leg(leg)} to the other side, which hedge mode keeps apart.`,
}

/** Why something was refused, in words. */
export function rejectionWords(reason: Refusal, say: Say): string {
  const sentence = sentences[reason.code] as (reason: Refusal, say: Say) => string
  return sentence(reason, say)
}

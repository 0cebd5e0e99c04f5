import type { EditWarning } from '../edit/Edit.ts'
import type { Say } from './Say.ts'

type Sentences = { readonly [Code in EditWarning['code']]: (warning: Extract<EditWarning, { code: Code }>, say: Say, leg: string) => string }

/** A warning without words does not compile. */
const sentences: Sentences = {
  'stop-beyond-liquidation': ({ stop, liquidation }, say, leg) =>
    `Stop ${say.price(leg, stop)} lies beyond the liq. price ${say.price(leg, liquidation)}: it would never fire.`,
  'liquidated-on-fill': ({ equity, maintenance }, { format }) =>
    `It would be liquidated at once: ${format.money(equity)} in the pool, ${format.money(maintenance)} required.`,
  'insufficient-margin': ({ required, available, missing }, { format }) =>
    `${format.money(missing, { rounding: 'ceil' })} more is needed: it takes ${format.money(required)}, and ${format.money(available)} is available.`,
  'leverage-above-limit': ({ leverage, limit }, { format }) => `${format.leverage(leverage)} is more than the ${format.leverage(limit)} allowed at this size.`,
  'take-profit-wrong-side': ({ takeProfit, price }, say, leg) =>
    `Take profit ${say.price(leg, takeProfit)} is on the losing side of ${say.price(leg, price)}: it would close the position at once.`,
  'stop-wrong-side': ({ stop, price }, say, leg) =>
    `Stop ${say.price(leg, stop)} is on the winning side of ${say.price(leg, price)}: it would close the position at once.`,
  'fills-at-once': ({ price, last }, say, leg) => `${say.price(leg, price)} is reached already: it fills at ${say.price(leg, last)}.`,
  trails: ({ price, by }, say, leg) => `It follows the ${by === 'mark' ? 'mark' : `${by} price`}; now it would fire at ${say.price(leg, price)}.`,
  rests: ({ price, by, reserve }, say, leg) => `It rests until the ${by === 'mark' ? 'mark' : `${by} price`} reaches ${say.price(leg, price)}; ${say.format.money(reserve)} is held back for it.`,
  'price-off-tick': ({ value, nearest, tickSize }, { format }) =>
    `${format.exact(value)} is not a multiple of ${format.exact(tickSize)}; the nearest is ${format.exact(nearest)}.`,
  'position-leverage-stays': ({ leverage }, { format }) => `The position keeps its own leverage, ${format.leverage(leverage)}.`,
}

/** What will not do what it looks like, in words. */
export function warningWords(warning: EditWarning, say: Say, leg: string): string {
  const sentence = sentences[warning.code] as (warning: EditWarning, say: Say, leg: string) => string
  return sentence(warning, say, leg)
}

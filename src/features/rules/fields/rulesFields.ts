import type { RulesField } from './RulesField.ts'

const PRICES = [
  { value: 'mark', label: 'Mark price' },
  { value: 'index', label: 'Index price' },
  { value: 'last', label: 'Last price' },
]
const MARK_OR_ENTRY = [
  { value: 'mark', label: 'Value at the mark' },
  { value: 'entry', label: 'Value at entry' },
]
const YES_OR_NO = [
  { value: 'false', label: 'No' },
  { value: 'true', label: 'Yes' },
]

const TIERS: readonly RulesField[] = [
  {
    path: 'tiersBy', group: 'tiers', label: 'Tiers count', means: 'What “from” and “up to” of the tables measure.', kind: 'choice', begins: 'notional',
    options: [{ value: 'notional', label: 'Value in the account’s currency' }, { value: 'size', label: 'Units of the base asset' }, { value: 'contracts', label: 'Contracts' }],
  },
  {
    path: 'tierRates', group: 'tiers', label: 'A tier’s rates are for', means: 'By part, each rate counts for what lies inside its tier, and amounts are not used.', kind: 'choice', begins: 'whole',
    options: [{ value: 'whole', label: 'The whole position' }, { value: 'by-part', label: 'The part inside the tier' }],
  },
  {
    path: 'tierBoundary', group: 'tiers', label: 'Exactly on a boundary', means: 'Which tier a position belongs to whose value is the boundary itself.', kind: 'choice', begins: 'cap-inclusive',
    options: [{ value: 'cap-inclusive', label: 'The lower tier' }, { value: 'floor-inclusive', label: 'The upper tier' }],
  },
]

const MARGIN: readonly RulesField[] = [
  {
    path: 'contract', group: 'margin', label: 'Contracts are', means: 'Where an instrument does not say it itself. Inverse: margin, fees and profit in the coin.', kind: 'choice', begins: 'linear',
    options: [{ value: 'linear', label: 'Linear: in the quote currency' }, { value: 'inverse', label: 'Inverse: in the coin' }],
  },
  { path: 'initialOn', group: 'margin', label: 'Initial margin of', means: 'The value an open position’s initial margin is a share of.', kind: 'choice', begins: 'mark', options: [...MARK_OR_ENTRY, { value: 'entry-if-isolated', label: 'Value at entry where isolated, else at the mark' }] },
  { path: 'initialWithExitCost', group: 'margin', label: 'Initial margin includes exit costs', means: 'Whether the cost of closing is part of what opening takes.', kind: 'choice', begins: 'false', options: YES_OR_NO },
  { path: 'maintenanceOn', group: 'margin', label: 'Maintenance margin of', means: 'The value the maintenance rate applies to.', kind: 'choice', begins: 'mark', options: MARK_OR_ENTRY },
  { path: 'minimumMaintenance', group: 'margin', label: 'Least maintenance margin', means: 'Asked of every position, whatever its tier says.', kind: 'amount', begins: '0' },
  { path: 'marginStep', group: 'margin', label: 'Margins rounded up to', means: 'Initial and maintenance margin are stated in multiples of it. 0: every digit counts.', kind: 'amount', begins: '0' },
  { path: 'transferFloor', group: 'margin', label: 'Must stay when margin is taken out', means: 'Share of the value, where it is more than the initial margin.', kind: 'percent', begins: '0' },
  {
    path: 'isolatedMargin', group: 'margin', label: 'Margin of an isolated position', means: 'Whether it can be taken out again while the position is open.', kind: 'choice', begins: 'adjustable',
    options: [{ value: 'adjustable', label: 'Can be added and removed' }, { value: 'add-only', label: 'Can only be added' }],
  },
]

const EXIT: readonly RulesField[] = [
  { path: 'exitCost.rate', group: 'exit', label: 'Cost of closing', means: 'Share of the closed value that the liquidation test counts as spent.', kind: 'percent', begins: '0' },
  {
    path: 'exitCost.on', group: 'exit', label: 'Of the value at', means: 'The price the position is imagined to be closed at.', kind: 'choice', begins: 'mark',
    options: [
      { value: 'mark', label: 'Mark price' },
      { value: 'entry', label: 'Entry price' },
      { value: 'mark-bankruptcy', label: 'Bankruptcy price by leverage, from the mark' },
      { value: 'entry-bankruptcy', label: 'Bankruptcy price by leverage, from entry' },
      { value: 'margin-bankruptcy', label: 'Bankruptcy price by the isolated margin' }, { value: 'pool-bankruptcy', label: 'Bankruptcy price by the pool’s cash' },
    ],
  },
  { path: 'exitCost.fixed', group: 'exit', label: 'Fixed cost of closing', means: 'Paid once a position, whatever its size.', kind: 'amount', begins: '0' },
  {
    path: 'exitCost.combine', group: 'exit', label: 'With maintenance margin', means: 'Whether the requirement is both together or the larger of them.', kind: 'choice', begins: 'sum',
    options: [{ value: 'sum', label: 'Added to it' }, { value: 'larger', label: 'The larger of the two' }],
  },
]

const is = (path: string, ...values: readonly string[]) => (form: Readonly<Record<string, string>>): boolean => values.includes(form[path] ?? '')

const LIQUIDATION: readonly RulesField[] = [
  { path: 'liquidation.trigger', group: 'liquidation', label: 'Triggered by', means: 'The price the liquidation test looks at.', kind: 'choice', begins: 'mark', options: PRICES },
  {
    path: 'comparison', group: 'liquidation', label: 'Liquidated when equity is', means: 'Whether a pool dies when it holds exactly what is required.', kind: 'choice', begins: 'at-or-below',
    options: [{ value: 'at-or-below', label: 'At or below the requirement' }, { value: 'below', label: 'Below the requirement' }],
  },
  {
    path: 'liquidationPriceRounding', group: 'liquidation', label: 'Liquidation price rounded', means: 'To which tick it is rounded where it lies between two.', kind: 'choice', begins: 'earlier',
    options: [{ value: 'earlier', label: 'Toward the earlier liquidation' }, { value: 'later', label: 'Toward the later one' }, { value: 'nearest', label: 'To the nearest tick' }],
  },
  {
    path: 'liquidation.sharedPool', group: 'liquidation', label: 'A shared pool closes', means: 'Whole, or position by position until it is safe.', kind: 'choice', begins: 'whole-pool',
    options: [{ value: 'whole-pool', label: 'All at once' }, { value: 'worst-loss-first', label: 'Worst loss first' }, { value: 'largest-requirement-first', label: 'Largest requirement first' }],
  },
  {
    path: 'liquidation.partial.type', group: 'liquidation', label: 'Closed at a time', means: 'How much of a position goes before the pool is tested again.', kind: 'choice', begins: 'whole',
    options: [{ value: 'whole', label: 'The whole position' }, { value: 'tier-step-down', label: 'Down to a lower tier' }, { value: 'share', label: 'A share of it' }, { value: 'shortage', label: 'What frees the shortage' }],
  },
  { path: 'liquidation.partial.tiers', group: 'liquidation', label: 'Tiers down', means: 'The position is cut to the cap of the tier so many below.', kind: 'whole', begins: '1', when: is('liquidation.partial.type', 'tier-step-down') },
  { path: 'liquidation.partial.fromTier', group: 'liquidation', label: 'From tier', means: 'Below this tier the whole position is closed.', kind: 'whole', begins: '2', when: is('liquidation.partial.type', 'tier-step-down') },
  { path: 'liquidation.partial.share', group: 'liquidation', label: 'Share closed', means: 'Of the position, at a time.', kind: 'percent', begins: '0.25', when: is('liquidation.partial.type', 'share') },
  { path: 'liquidation.partial.above', group: 'liquidation', label: 'As long as it is worth more than', means: 'A smaller position is closed whole.', kind: 'amount', begins: '0', when: is('liquidation.partial.type', 'share') },
  { path: 'liquidation.partial.buffer', group: 'liquidation', label: 'More than the shortage by', means: 'Share of the requirement freed beyond what is missing.', kind: 'percent', begins: '0', when: is('liquidation.partial.type', 'shortage') },
  { path: 'liquidation.partial.initialShare', group: 'liquidation', label: 'Closed at once', means: 'Share of that amount in the first step; it grows with time.', kind: 'percent', begins: '1', when: is('liquidation.partial.type', 'shortage') },
  { path: 'liquidation.partial.fullAfterMillis', group: 'liquidation', label: 'All of it after', means: 'Time until the whole amount may be closed.', kind: 'seconds', begins: '0', when: is('liquidation.partial.type', 'shortage') },
  { path: 'liquidation.partial.fullBelow', group: 'liquidation', label: 'All at once below a shortage of', means: 'Small shortages are closed in one step.', kind: 'amount', begins: '0', when: is('liquidation.partial.type', 'shortage') },
  { path: 'liquidation.partial.cooldownMillis', group: 'liquidation', label: 'Pause after a part', means: 'Time in which the pool is not tested again.', kind: 'seconds', begins: '0', when: is('liquidation.partial.type', 'share', 'shortage') },
  {
    path: 'liquidation.partial.inCooldown', group: 'liquidation', label: 'What fails during the pause', means: 'Whether it waits for the end of the pause or is closed whole at once.', kind: 'choice', begins: '', isOptional: true, when: is('liquidation.partial.type', 'share'),
    options: [{ value: '', label: 'Waits' }, { value: 'wait', label: 'Waits, stated' }, { value: 'whole', label: 'Is closed whole' }],
  },
  {
    path: 'liquidation.orderPrice.type', group: 'liquidation', label: 'Price of the closing order', means: 'What the liquidated position is sold or bought at.', kind: 'choice', begins: 'mark',
    options: [{ value: 'mark', label: 'Trigger price, with slippage' }, { value: 'bankruptcy', label: 'Taken over at the bankruptcy price' }, { value: 'fillable', label: 'A price that slides with the loss (dYdX)' }],
  },
  { path: 'liquidation.orderPrice.slippage', group: 'liquidation', label: 'Slippage', means: 'How much worse than the trigger price the order is filled.', kind: 'percent', begins: '0', when: is('liquidation.orderPrice.type', 'mark') },
  { path: 'liquidation.orderPrice.adjustment', group: 'liquidation', label: 'Speed of the slide', means: 'Times the share of maintenance margin that is gone.', kind: 'number', begins: '1', when: is('liquidation.orderPrice.type', 'fillable') },
  { path: 'liquidation.orderPrice.spread', group: 'liquidation', label: 'Reach of the slide', means: 'Times the maintenance rate: the most the price may give way.', kind: 'number', begins: '1', when: is('liquidation.orderPrice.type', 'fillable') },
  { path: 'liquidation.backstopBelow', group: 'liquidation', label: 'Backstop below', means: 'Share of maintenance margin under which a backstop takes the whole pool. 0: there is none.', kind: 'percent', begins: '0' },
  { path: 'liquidation.feeRate', group: 'liquidation', label: 'Liquidation fee', means: 'Share of the liquidated value.', kind: 'percent', begins: '0' },
  {
    path: 'liquidation.feeOn', group: 'liquidation', label: 'Of the value at', means: 'The price the liquidated value is taken at.', kind: 'choice', begins: 'fill',
    options: [{ value: 'fill', label: 'The closing price' }, { value: 'mark', label: 'The mark' }, { value: 'entry', label: 'Entry' }],
  },
  {
    path: 'liquidation.feeTo', group: 'liquidation', label: 'Paid to', means: 'Who gets the liquidation fee.', kind: 'choice', begins: 'insurance-fund',
    options: [{ value: 'insurance-fund', label: 'The insurance fund' }, { value: 'venue', label: 'The venue' }],
  },
  {
    path: 'liquidation.residual', group: 'liquidation', label: 'Margin left over', means: 'What happens to cash left in a pool whose last position was liquidated.', kind: 'choice', begins: 'forfeit',
    options: [{ value: 'forfeit', label: 'Is forfeited' }, { value: 'return', label: 'Goes back to the wallet' }],
  },
]

const INSURANCE: readonly RulesField[] = [
  { path: 'insuranceFund.balance', group: 'insurance', label: 'Insurance fund at the start', means: 'Pays losses beyond the margin, as far as it reaches.', kind: 'amount', begins: '0' },
  {
    path: 'insuranceFund.scope', group: 'insurance', label: 'One fund for', means: 'Whether markets pay for each other.', kind: 'choice', begins: 'venue',
    options: [{ value: 'venue', label: 'The whole venue' }, { value: 'instrument', label: 'Each instrument' }],
  },
  {
    path: 'deleveraging.type', group: 'insurance', label: 'What the fund cannot pay', means: 'Whether counterparties on the other side are closed for it.', kind: 'choice', begins: 'none',
    options: [{ value: 'none', label: 'Is shown as a shortfall' }, { value: 'ranked', label: 'Is taken from ranked counterparties' }],
  },
  {
    path: 'deleveraging.ranking', group: 'insurance', label: 'Ranked by', means: 'Who is deleveraged first.', kind: 'choice', begins: 'profit-times-leverage', when: is('deleveraging.type', 'ranked'),
    options: [{ value: 'profit-times-leverage', label: 'Profit times effective leverage (BitMEX)' }, { value: 'leveraged-profit', label: 'Leveraged profit (Binance)' }, { value: 'profit-and-leverage', label: 'Price gain times leverage (Hyperliquid)' }],
  },
]

const FUNDING: readonly RulesField[] = [
  { path: 'fees.taker', group: 'funding', label: 'Taker fee', means: 'Share of the value traded at once: market orders, stops, closing.', kind: 'percent', begins: '0' },
  { path: 'fees.maker', group: 'funding', label: 'Maker fee', means: 'Share of the value of limit orders that waited. Below 0: a rebate.', kind: 'percent', begins: '0', isSigned: true },
  {
    path: 'funding.type', group: 'funding', label: 'Funding', means: 'Paid between longs and shorts while a position is open.', kind: 'choice', begins: 'none',
    options: [{ value: 'none', label: 'None' }, { value: 'fixed', label: 'A fixed rate' }, { value: 'premium', label: 'By premium and interest' }],
  },
  { path: 'funding.intervalMillis', group: 'funding', label: 'Every', means: 'Hours between two payments, counted from midnight UTC: 1, 4 or 8 at most venues.', kind: 'hours', begins: '28800000', when: is('funding.type', 'fixed', 'premium') },
  { path: 'funding.rate', group: 'funding', label: 'Rate of an interval', means: 'Above 0 longs pay shorts, below 0 shorts pay longs.', kind: 'percent', begins: '0.0001', when: is('funding.type', 'fixed'), isSigned: true },
  { path: 'funding.interest', group: 'funding', label: 'Interest', means: 'The part that does not depend on the market, for the span below.', kind: 'percent', begins: '0.0001', when: is('funding.type', 'premium'), isSigned: true },
  { path: 'funding.periodMillis', group: 'funding', label: 'Interest and premium are for', means: 'The span in hours that both rates belong to.', kind: 'hours', begins: '28800000', when: is('funding.type', 'premium') },
  { path: 'funding.clamp', group: 'funding', label: 'Interest less premium within', means: 'The difference counts at most this much, either way.', kind: 'percent', begins: '0.0005', when: is('funding.type', 'premium') },
  { path: 'funding.cap', group: 'funding', label: 'Rate at most', means: 'The most a payment may be, either way. Empty: no limit.', kind: 'percent', begins: '', when: is('funding.type', 'premium'), isOptional: true },
  { path: 'funding.premium', group: 'funding', label: 'Premium without an index', means: 'Used where the prices have no index to compare with.', kind: 'percent', begins: '0', when: is('funding.type', 'premium'), isSigned: true },
  { path: 'funding.price', group: 'funding', label: 'Paid on the value at', means: 'The price the payment is a share of.', kind: 'choice', begins: 'mark', options: PRICES, when: is('funding.type', 'fixed', 'premium') },
]

/** Every rule that is one value, group by group, in the order of the form. Tables of tiers, sizes and haircuts stand apart. */
export const RULES_FIELDS: readonly RulesField[] = [...TIERS, ...MARGIN, ...EXIT, ...LIQUIDATION, ...INSURANCE, ...FUNDING]

import type { OpenPositionRow, LevelCell, LiquidatedRow } from '../../../store/selectors/rows/PositionRow.ts'

/** Every fixed word of the tables and their dialogs. Sentences with figures are beside it, one file a subject. */
export const words = {
  tables: 'Tables',
  account: 'Account',
  tabs: { positions: 'Positions', orders: 'Orders', trades: 'Trades', funding: 'Funding', insurance: 'Insurance', events: 'Events' },
  twins: { 'as-set': 'Yours', 'all-isolated': 'All isolated', 'all-cross': 'All cross' },
  allAccounts: 'All accounts',
  everyAccount: 'Every account',
  bothTwins: 'Both twins',
  full: 'Every entry: also what fills and liquidations book',
  allShort: 'All',
  isolated: 'Isolated',
  cross: 'Cross',
  columns: {
    market: 'Market',
    size: 'Size',
    value: 'Value',
    entry: 'Entry',
    mark: 'Mark',
    liquidation: 'Liq. price',
    margin: 'Margin',
    marginRatio: 'Margin ratio',
    pnl: 'Unrealized PnL',
    funding: 'Funding',
    protection: 'TP/SL',
    bar: 'Bar',
    time: 'Time, UTC',
    account: 'Account',
    event: 'Event',
    position: 'Position',
    realized: 'Realized PnL',
    detail: 'Detail',
    type: 'Type',
    price: 'Price',
    distance: 'Distance',
    reserve: 'Held back',
    side: 'Side',
    fee: 'Fee',
    role: 'Role',
    cause: 'Cause',
    rate: 'Rate',
    amount: 'Payment',
    sum: 'Position so far',
    accounts: 'Accounts',
  },
  hints: {
    value: 'Size × mark price',
    liquidation: 'Where its pool is liquidated if only this market moves; rounded against you',
    margin: 'Collateral behind its own wall; shared pools show the initial margin it takes',
    marginRatio: 'Maintenance margin ÷ margin balance of the pool; 100% is liquidation',
    pnl: 'Size × (mark − entry), and as a share of the initial margin at entry',
    funding: 'Received (+) and paid (−) so far',
    reserve: 'Collateral held back while the order rests',
    distance: 'From the mark to the price of the order',
  },
  long: 'Long',
  short: 'Short',
  shared: 'Shared',
  trail: 'trail',
  autoMargin: 'auto-add',
  autoMarginMeans: 'The wallet adds margin before this position is liquidated',
  none: 'None',
  set: 'Set',
  tp: 'TP',
  sl: 'SL',
  close: 'Close',
  reverse: 'Reverse',
  move: 'Move to another pool',
  moveToOwnWall: 'Move to own wall',
  moveToShared: 'Move to another pool',
  editMargin: 'Add or remove margin',
  editLeverage: 'Change leverage',
  editProtection: 'Take profit and stop loss',
  explain: 'Explain',
  where: { here: 'This branch', there: 'The other', both: 'Both' },
  why: 'Why?',
  cancel: 'Cancel',
  liquidated: 'Liquidated',
  readOnly: 'only your account takes orders; this one follows them',
  opensIncident: 'opens the incident',
} as const

export const noneReasons: Readonly<Record<Extract<LevelCell, { type: 'none' }>['reason'], string>> = {
  'fully-collateralized': 'fully covered',
  hedged: 'hedged',
  'beyond-maximum-price': 'beyond all prices',
  'already-liquidatable': 'due now',
}

export const noneSentences: Readonly<Record<Extract<LevelCell, { type: 'none' }>['reason'], string>> = {
  'fully-collateralized': 'No liquidation price: its collateral covers every move against it.',
  hedged: 'No liquidation price: positions in the pool offset each other.',
  'beyond-maximum-price': 'It would be liquidated at a price that is beyond the highest one of the venue.',
  'already-liquidatable': 'The pool is at or below its requirement already: it is liquidated at the next price.',
}

export function sideWord(row: { readonly isLong: boolean }): string {
  return row.isLong ? words.long : words.short
}

/** BTC long, as the events and slips name it. */
export function legWords(row: Pick<OpenPositionRow | LiquidatedRow, 'base' | 'isLong'>): string {
  return `${row.base} ${sideWord(row).toLowerCase()}`
}

export const modeWords = { isolated: 'Isolated', cross: 'Cross', bucket: 'Bucket' } as const

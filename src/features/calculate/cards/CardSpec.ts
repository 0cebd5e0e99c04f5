import type { FieldId } from '../fields/FieldSpec.ts'

/** One calculator on the screen: which fields stand in it, and what may take whose place. */
export interface CardSpec {
  /** Key of its draft, its answer and its figures. */
  readonly id: CardId
  readonly calculator: string
  /** The pool its trade is in. */
  readonly mode: 'isolated' | 'cross'
  /** Given unless asked for, in the order of the form. */
  readonly inputs: readonly FieldId[]
  /** Solved unless given, the one that matters first. */
  readonly results: readonly FieldId[]
  /** For each input the results that may be given in its place, the most natural first. */
  readonly swaps: Partial<Record<FieldId, readonly FieldId[]>>
  /** What is asked for and given in its place before anybody chooses. */
  readonly start?: { readonly asked: readonly FieldId[]; readonly wanted: readonly FieldId[] }
  /** What stands in a field before anything is typed. */
  readonly begins: Partial<Record<FieldId, string>>
  /** Fields that may be empty: the engine then takes what the rules or the other fields say. */
  readonly optional: readonly FieldId[]
  /** Inputs whose text is this card's own although other cards share it. */
  readonly own?: readonly FieldId[]
  /** A list of fills stands in it. */
  readonly hasFills?: boolean
  /** The prices are those of a coin-margined contract of the instrument. */
  readonly isInverse?: boolean
  /** One row for each of these instead of one answer. */
  readonly rows?: 'leverages' | 'modes'
}

export type CardId = 'wall' | 'book' | 'margin' | 'stop' | 'leverages' | 'pnl' | 'target' | 'max-size' | 'average' | 'break-even' | 'bankruptcy' | 'carry' | 'inverse' | 'modes'

/** Text that several cards share stands in the inputs over all of them. */
export const SHARED: ReadonlySet<FieldId> = new Set(['entryPrice', 'wallet', 'size', 'leverage'])

const TRADE = ['size', 'entryPrice', 'leverage'] as const
const spec = (card: CardSpec): CardSpec => card

export const CARDS: Readonly<Record<CardId, CardSpec>> = {
  wall: spec({
    id: 'wall',
    calculator: 'wall',
    mode: 'isolated',
    inputs: ['maxLoss', 'fall', 'entryPrice'],
    results: ['collateral', 'leverage', 'size', 'liquidationPrice'],
    swaps: { fall: ['leverage', 'size'], maxLoss: ['size', 'leverage'] },
    begins: { maxLoss: '500', fall: '8' },
    optional: [],
  }),
  book: spec({
    id: 'book',
    calculator: 'liquidation',
    mode: 'isolated',
    inputs: [...TRADE],
    results: ['liquidationPrice', 'liquidationDistance', 'canLose'],
    swaps: { leverage: ['liquidationPrice', 'liquidationDistance'], size: ['liquidationPrice', 'liquidationDistance'], entryPrice: ['liquidationPrice'] },
    begins: {},
    optional: ['leverage'],
  }),
  margin: spec({
    id: 'margin',
    calculator: 'margin-for-liquidation',
    mode: 'isolated',
    inputs: ['addMargin', 'size', 'entryPrice', 'leverage'],
    results: ['liquidationPrice', 'marginAfter', 'leverageEffective', 'canLose'],
    swaps: { addMargin: ['liquidationPrice', 'marginAfter'] },
    start: { asked: ['addMargin'], wanted: ['liquidationPrice'] },
    begins: {},
    optional: ['leverage', 'liquidationPrice'],
  }),
  stop: spec({
    id: 'stop',
    calculator: 'stop-size',
    mode: 'isolated',
    inputs: ['riskShare', 'stopPrice', 'entryPrice'],
    results: ['size', 'limitedBy', 'lossAtStop', 'notional', 'highestLeverage'],
    swaps: { riskShare: ['size'], stopPrice: ['size'] },
    begins: { riskShare: '1' },
    optional: [],
  }),
  leverages: spec({
    id: 'leverages',
    calculator: 'compare',
    mode: 'isolated',
    inputs: ['size', 'entryPrice'],
    results: ['leverage', 'initialMargin', 'liquidationPrice', 'liquidationDistance', 'canLose'],
    swaps: {},
    begins: {},
    optional: [],
    rows: 'leverages',
  }),
  pnl: spec({
    id: 'pnl',
    calculator: 'pnl',
    mode: 'isolated',
    inputs: ['size', 'entryPrice', 'exitPrice', 'leverage', 'fundingRate', 'fundingPayments'],
    results: ['netPnl', 'netRoe', 'pnl', 'roe', 'fees', 'funding', 'initialMargin', 'notional', 'priceMove'],
    swaps: {
      exitPrice: ['netPnl', 'netRoe', 'pnl', 'roe', 'priceMove'],
      size: ['notional', 'netPnl', 'pnl', 'initialMargin'],
      leverage: ['netRoe', 'roe', 'initialMargin'],
      entryPrice: ['netPnl', 'netRoe', 'pnl', 'roe'],
      fundingRate: ['netPnl', 'netRoe'],
      fundingPayments: ['netPnl', 'netRoe'],
    },
    begins: {},
    optional: ['leverage', 'fundingRate', 'fundingPayments'],
  }),
  target: spec({
    id: 'target',
    calculator: 'target',
    mode: 'isolated',
    inputs: ['size', 'entryPrice', 'leverage', 'exitPrice'],
    results: ['roe', 'netRoe', 'pnl', 'netPnl', 'priceMove'],
    swaps: { exitPrice: ['roe', 'netRoe', 'pnl', 'netPnl'], leverage: ['roe', 'netRoe'], size: ['pnl', 'netPnl'], entryPrice: ['roe', 'netRoe'] },
    start: { asked: ['exitPrice'], wanted: ['roe'] },
    begins: { roe: '50' },
    optional: ['leverage'],
  }),
  'max-size': spec({
    id: 'max-size',
    calculator: 'max-size',
    mode: 'isolated',
    inputs: ['wallet', 'leverage', 'entryPrice'],
    results: ['size', 'notional', 'cost', 'limitedBy', 'liquidationPrice'],
    swaps: { wallet: ['size'], leverage: ['size'] },
    begins: {},
    optional: ['wallet', 'leverage'],
  }),
  average: spec({
    id: 'average',
    calculator: 'average-entry',
    mode: 'isolated',
    inputs: ['nextPrice', 'nextSize'],
    results: ['averageEntry', 'size', 'notional'],
    swaps: { nextSize: ['averageEntry', 'size', 'notional'], nextPrice: ['averageEntry'] },
    begins: {},
    optional: ['nextPrice', 'nextSize'],
    hasFills: true,
  }),
  'break-even': spec({
    id: 'break-even',
    calculator: 'break-even',
    mode: 'isolated',
    inputs: ['size', 'entryPrice', 'entryFeeRate', 'exitFeeRate', 'realized', 'fundingPaid'],
    results: ['breakEvenPrice', 'breakEvenMove', 'openingFee', 'closingFee'],
    swaps: {
      entryPrice: ['breakEvenPrice'],
      realized: ['breakEvenPrice'],
      fundingPaid: ['breakEvenPrice'],
      entryFeeRate: ['breakEvenPrice'],
      exitFeeRate: ['breakEvenPrice'],
      size: ['breakEvenPrice'],
    },
    begins: {},
    optional: ['entryFeeRate', 'exitFeeRate', 'realized', 'fundingPaid'],
  }),
  bankruptcy: spec({
    id: 'bankruptcy',
    calculator: 'liquidation',
    mode: 'isolated',
    inputs: [...TRADE, 'margin'],
    results: ['bankruptcyPrice', 'liquidationPrice', 'maintenanceMargin', 'maintenanceRate', 'tier', 'marginRatio', 'canLose'],
    swaps: { leverage: ['bankruptcyPrice', 'liquidationPrice'], margin: ['bankruptcyPrice', 'liquidationPrice'], size: ['bankruptcyPrice', 'liquidationPrice'], entryPrice: ['bankruptcyPrice', 'liquidationPrice'] },
    begins: {},
    optional: ['leverage', 'margin'],
  }),
  carry: spec({
    id: 'carry',
    calculator: 'carry',
    mode: 'isolated',
    inputs: ['size', 'entryPrice', 'leverage', 'margin', 'fundingRate'],
    results: ['millisToLiquidation', 'payments', 'perPayment'],
    swaps: { fundingRate: ['payments'], margin: ['payments'], size: ['payments'] },
    begins: {},
    optional: ['leverage', 'margin', 'fundingRate'],
  }),
  inverse: spec({
    id: 'inverse',
    calculator: 'pnl',
    mode: 'isolated',
    inputs: ['size', 'entryPrice', 'exitPrice', 'leverage'],
    results: ['netPnl', 'netRoe', 'pnl', 'roe', 'fees', 'initialMargin', 'notional'],
    swaps: { exitPrice: ['netPnl', 'netRoe', 'pnl', 'roe'], size: ['notional', 'netPnl', 'pnl'], leverage: ['netRoe', 'roe', 'initialMargin'], entryPrice: ['netPnl', 'pnl'] },
    begins: { size: '10000' },
    optional: ['leverage'],
    own: ['size'],
    isInverse: true,
  }),
  modes: spec({
    id: 'modes',
    calculator: 'compare',
    mode: 'isolated',
    inputs: [...TRADE],
    results: ['liquidationPrice', 'liquidationDistance', 'canLose', 'initialMargin', 'bankruptcyPrice'],
    swaps: {},
    begins: {},
    optional: ['leverage'],
    rows: 'modes',
  }),
}

/** In the order in which they stand under "More". */
export const MORE: readonly CardId[] = ['pnl', 'target', 'max-size', 'average', 'break-even', 'bankruptcy', 'carry', 'inverse', 'modes']

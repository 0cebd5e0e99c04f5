import type { EventRow } from '../../../../store/selectors/rows/TableRows.ts'

type Event = EventRow['event']

const at = { seq: 7, tick: 12, at: 720_000 }
const leg = 'SOL-PERP@isolated'
const pool = 'isolated:SOL-PERP@isolated'
const held = { leg, instrument: 'SOL-PERP', pool, positionSide: 'both', leverage: '20' } as const

/** One of every type: a new event does not compile until it stands here. */
export const eventSamples: { readonly [Type in Event['type']]: Extract<Event, { type: Type }> } = {
  deposited: { ...at, type: 'deposited', amount: '10000' },
  withdrawn: { ...at, type: 'withdrawn', amount: '100' },
  'command-refused': { ...at, type: 'command-refused', commandId: 'c4', command: 'place-order', reason: { code: 'insufficient-margin', required: '2000', available: '500' } },
  'order-placed': {
    ...at,
    type: 'order-placed',
    order: { ...held, id: 'c5', qty: '-10', type: 'limit', price: '160', direction: 'rise', reduceOnly: true, reserve: '0', takeProfit: undefined, stopLoss: undefined },
  },
  'order-triggered': {
    ...at,
    type: 'order-triggered',
    order: { ...held, id: 'c6', qty: '-10', type: 'limit', price: '160', direction: 'rise', reduceOnly: false, reserve: '80', takeProfit: undefined, stopLoss: undefined },
  },
  'auto-margin-set': { ...at, type: 'auto-margin-set', leg, on: true, upTo: '500' },
  'order-canceled': { ...at, type: 'order-canceled', orderId: 'c5', why: 'refused-at-fill', reason: { code: 'liquidated-on-fill', equity: '90', maintenance: '100' } },
  filled: {
    ...at, ...held, type: 'filled', orderId: 'c3', cause: 'market', qty: '10', price: '150', role: 'taker', fee: '0.75', realizedPnl: '0',
    instrumentType: 'linear', qtyAfter: '10', entryNotionalAfter: '1500', takeProfit: undefined, stopLoss: undefined,
  },
  'pool-opened': { ...at, type: 'pool-opened', pool, poolType: 'isolated' },
  'pool-closed': { ...at, type: 'pool-closed', pool },
  transferred: { ...at, type: 'transferred', from: 'cross', to: pool, amount: '2000', why: 'initial-margin' },
  'leverage-set': { ...at, type: 'leverage-set', leg, before: '20', after: '10' },
  'position-moved': { ...at, type: 'position-moved', leg, from: pool, to: 'bucket:hedge' },
  'protection-set': { ...at, type: 'protection-set', leg, takeProfit: '170', stopLoss: undefined },
  'funding-paid': { ...at, type: 'funding-paid', pool, rate: '0.0001', legs: [{ leg, mark: '150', amount: '-0.15' }] },
  'pool-breached': {
    ...at, type: 'pool-breached', pool, jumped: true, equity: '285.71', maintenanceMargin: '382.87',
    legs: [{ leg, instrument: 'SOL-PERP', qty: '266.66', mark: '143.57', unrealizedPnl: '-1714.29', maintenanceMargin: '382.87' }],
  },
  'position-liquidated': { ...at, type: 'position-liquidated', leg, instrument: 'SOL-PERP', pool, qty: '266.66', price: '143.57', realizedPnl: '-1714.29', fee: '0', feeTo: 'insurance-fund' },
  'residual-forfeited': { ...at, type: 'residual-forfeited', pool, amount: '285.71', shares: [{ leg, amount: '285.71' }] },
  'pool-cooling': { ...at, type: 'pool-cooling', pool, since: 0, until: 30_000 },
  'pool-cooled': { ...at, type: 'pool-cooled', pool },
  'fund-settled': { ...at, type: 'fund-settled', leg, instrument: 'SOL-PERP', pool, qty: '266.66', price: '142.50', mark: '143.57', amount: '285.33' },
  deleveraged: { ...at, type: 'deleveraged', counterparty: 'short-1', instrument: 'SOL-PERP', pool, leg, qty: '-100', price: '142.50', amount: '107', realizedPnl: '750', score: '2.5', rank: 1 },
  shortfall: { ...at, type: 'shortfall', pool, amount: '12', shares: [{ leg, amount: '12' }] },
  'bad-debt-covered': { ...at, type: 'bad-debt-covered', pool: 'cross', amount: '12', shares: [{ leg, amount: '12' }] },
}

import { describe, expect, it } from 'vitest'
import type { CommandDocument } from '../../documents/scenario/CommandDocument.ts'
import { SCENARIO_A, sessionAsk } from '../testing/sessionAsk.ts'
import type { EditPreview } from './EditPreview.ts'
import type { TicketDraft } from './TicketDraft.ts'
import type { SidePreview, TicketPreview } from './TicketPreview.ts'

const DRAFT: TicketDraft = {
  instrument: 'SOL-PERP', pool: 'isolated', leverage: '10', orderType: 'market', price: '', size: '38', sizeUnit: 'base', takeProfit: '', stopLoss: '', reduceOnly: false, positionSide: 'both',
}

async function ticket(fields: Partial<TicketDraft>, tick = 120, source = SCENARIO_A): Promise<TicketPreview> {
  const session = sessionAsk()
  await session.ask({ type: 'open', source, tape: undefined })
  const answer = await session.ask({ type: 'preview-ticket', tick, draft: { ...DRAFT, ...fields } })
  if (answer.type !== 'ticket-preview') throw new Error(JSON.stringify(answer))
  return answer.preview
}

async function edit(command: CommandDocument, tick = 120, source = SCENARIO_A): Promise<EditPreview> {
  const session = sessionAsk()
  await session.ask({ type: 'open', source, tape: undefined })
  const answer = await session.ask({ type: 'preview-edit', tick, command })
  if (answer.type !== 'edit-preview') throw new Error(JSON.stringify(answer))
  return answer.preview
}

function level(side: SidePreview): string {
  return side.liquidation?.type === 'price' ? side.liquidation.price : (side.liquidation?.reason ?? 'no position')
}

const standard = SCENARIO_A.replace('"rules":"plain"', '"rules":"standard"')

describe('ticket', () => {
  // SOL at 105, 38 of it at 10x behind its own wall: margin 399, 1 % maintenance, no fees.
  // Long: (38·105 − 399)/(38 − 0.38) = 95.4545, bankrupt at 94.50. Short: (3,990 + 399)/38.38 = 114.3564, bankrupt at 115.50.
  it('has both sides at once', async () => {
    const { buy, sell, mark } = await ticket({})
    expect([mark, level(buy), level(sell)]).toEqual(['105', '95.46', '114.35'])
    expect(buy).toMatchObject({ status: 'accepted', rests: false, leg: 'SOL-PERP@isolated', qty: '38', notional: '3990', fillPrice: '105', fee: '0', cost: '399', mostItCanLose: '399', bankruptcy: { price: '94.5' } })
    expect(sell).toMatchObject({ qty: '-38', cost: '399', bankruptcy: { price: '115.5' } })
    // (95.46 − 105)/105
    expect(Number(buy.liquidationDistance)).toBeCloseTo(-9.54 / 105, 10)
  })

  // A sell that becomes a limit order at 103 when 102 is there: it fills at 103. Both prices are needed, each on the tick.
  it('a stop-limit shows its fill at the limit, and wants both prices', async () => {
    const { sell, buy } = await ticket({ orderType: 'stop-limit', price: '102', limitPrice: '103' })
    expect(sell).toMatchObject({ status: 'accepted', rests: true, fillPrice: '103', warnings: [{ code: 'rests', price: '102', now: '105', reserve: '0' }] })
    // a buy's trigger of 102 is there already: it is a limit order at 103, which waits for the fall
    expect(buy).toMatchObject({ status: 'accepted', rests: true, fillPrice: '103', warnings: [{ code: 'rests', price: '103' }] })
    expect((await ticket({ orderType: 'stop-limit', price: '102', limitPrice: '' })).sell.status).toBe('empty')
    expect((await ticket({ orderType: 'stop-limit', price: '102', limitPrice: '103.001' })).sell.warnings).toContainEqual({ code: 'price-off-tick', field: 'limitPrice', value: '103.001', nearest: '103', tickSize: '0.01' })
  })

  // 2 % of 105 is 2.10: a sell fires at 102.90, a buy at 107.10; 3 away: 102 and 108. From 110 on: 110 less 2.20.
  it('a trailing stop shows where it would fire if the price turned now', async () => {
    const { buy, sell } = await ticket({ orderType: 'trailing-stop', callback: '2', callbackUnit: 'rate' })
    expect([sell.fillPrice, buy.fillPrice]).toEqual(['102.9', '107.1'])
    expect(sell.warnings).toEqual([{ code: 'trails', price: '102.9', by: 'mark', activation: undefined }])
    const away = await ticket({ orderType: 'trailing-stop', callback: '3', callbackUnit: 'distance' })
    expect([away.sell.fillPrice, away.buy.fillPrice]).toEqual(['102', '108'])
    const later = await ticket({ orderType: 'trailing-stop', callback: '2', callbackUnit: 'rate', activation: '110' })
    expect(later.sell.warnings).toEqual([{ code: 'trails', price: '107.8', by: 'mark', activation: '110' }])
    expect((await ticket({ orderType: 'trailing-stop', callback: '' })).sell.status).toBe('empty')
    expect((await ticket({ orderType: 'trailing-stop', callback: '100', callbackUnit: 'rate' })).sell.rejection).toEqual({ code: 'callback-out-of-range', callback: '1' })
  })

  // Wallet 8,000, uPnL 800 + 500, IM 2,080 + 950: available 6,270. The order takes 399 of the cash BTC and ETH share.
  // BTC: (20,000 − 8,000 − (500 − 47.5))/(0.995/3) = 34,816.58; with 7,601: 36,019.60. ETH likewise from 5,580.89 to 5,461.79.
  it('shows what it changes elsewhere: what is available, and the liq. prices of positions that share', async () => {
    const { buy } = await ticket({})
    expect(buy.change).toMatchObject({ available: { before: '6270', after: '5871' }, equity: { before: '9300', after: '9300' } })
    const others = buy.others.map(({ base, liquidation: { before, after } }) => [base, before?.type === 'price' ? before.price : '', after?.type === 'price' ? after.price : ''])
    expect(others).toEqual([
      ['BTC', '34816.59', '36019.6'],
      ['ETH', '5580.89', '5461.79'],
    ])
    // Shared pool: 151.5/9,300 = 1.63 % before, 151.5/8,901 = 1.70 % after.
    const shared = buy.change?.pools.find((pool) => pool.pool === 'cross')
    expect([Number(shared?.marginRatio.before), Number(shared?.marginRatio.after)]).toEqual([expect.closeTo(151.5 / 9300, 10), expect.closeTo(151.5 / 8901, 10)])
  })

  it('has the largest size, also while nothing is typed yet', async () => {
    const { buy } = await ticket({ size: '' })
    expect(buy.status).toBe('empty')
    // 6,270·10/105 = 597.142857…, nine digits, rounded down.
    expect(buy.maxQty).toBe('597.142857')
    expect(Number(buy.maxNotional)).toBeCloseTo(62_700, 3)
  })

  it('says how much is missing, to the last digit', async () => {
    const { buy } = await ticket({ size: '600' })
    expect(buy).toMatchObject({ status: 'refused', rejection: { code: 'insufficient-margin' }, change: undefined })
    // 600·105/10 − 6,270
    expect(buy.warnings).toMatchObject([{ code: 'insufficient-margin', required: '6300', available: '6270', missing: '30', maxQty: '597.142857' }])
  })

  it('takes a size in quote currency and charges the fee of the rules', async () => {
    // Standard rules: taker 0.05 %. 1,050 at the mark of bar 0 buys 7 at 150; margin 105, fee 0.525.
    const { buy } = await ticket({ size: '1050', sizeUnit: 'quote' }, 0, standard.replace(/"commands":\[.*\]/, '"commands":[]'))
    expect(buy).toMatchObject({ qty: '7', fee: '0.525', cost: '105.525', mostItCanLose: '105.525' })
  })

  it.each([
    ['a stop beyond the liquidation', { stopLoss: '95' }, 'buy', { code: 'stop-beyond-liquidation', stop: '95', liquidation: '95.46', nearest: '95.47' }],
    ['a stop of a short beyond it', { stopLoss: '115' }, 'sell', { code: 'stop-beyond-liquidation', liquidation: '114.35', nearest: '114.34' }],
    ['a stop on the wrong side', { stopLoss: '106' }, 'buy', { code: 'stop-wrong-side', price: '105' }],
    ['a take-profit on the wrong side', { takeProfit: '104' }, 'buy', { code: 'take-profit-wrong-side' }],
    ['a price off the tick', { stopLoss: '100.004' }, 'buy', { code: 'price-off-tick', field: 'stopLoss', nearest: '100', tickSize: '0.01' }],
    ['a limit that is reached already', { orderType: 'limit', price: '106' }, 'buy', { code: 'fills-at-once', last: '105' }],
    ['a limit that rests', { orderType: 'limit', price: '100' }, 'buy', { code: 'rests', reserve: '380' }],
  ] as const)('warns of %s', async (_, fields, side, warning) => {
    expect((await ticket(fields))[side].warnings).toContainEqual(expect.objectContaining(warning))
  })

  it('does not warn of a stop that fires in time', async () => {
    const { buy, sell } = await ticket({ stopLoss: '95.47' })
    expect(buy.warnings).toEqual([])
    expect(sell.warnings).toEqual([{ code: 'stop-wrong-side', stop: '95.47', price: '105' }])
  })

  it('shows a resting order as it will be once its own price is reached', async () => {
    const { buy } = await ticket({ orderType: 'limit', price: '100' })
    // (38·100 − 380)/37.62 = 90.9090…; the reserve is held back at once, the margin moves at the fill.
    expect(buy).toMatchObject({ rests: true, fillPrice: '100', cost: '380', mostItCanLose: '380' })
    expect(level(buy)).toBe('90.91')
    expect(buy.change).toMatchObject({ available: { before: '6270', after: '5890' }, equity: { before: '9300', after: '9300' } })
  })

  it('reduces with the opposite side, and offers no more than the position', async () => {
    const { buy, sell } = await ticket({ instrument: 'BTC-PERP', pool: 'cross', size: '1', reduceOnly: true })
    expect(buy.status).toBe('refused')
    expect(sell).toMatchObject({ status: 'accepted', leg: 'BTC-PERP@cross', maxQty: '0.33333333333333333333', qty: '-0.33333333333333333333' })
    // All of BTC closes at 62,400: 800 less the half quantum of 1e-12.
    expect(Number(sell.change?.realizedPnl)).toBeCloseTo(800, 9)
  })

  it('says that the position keeps its leverage', async () => {
    const { buy } = await ticket({ instrument: 'BTC-PERP', pool: 'cross', size: '0.01', leverage: '5' })
    expect(buy.warnings).toEqual([{ code: 'position-leverage-stays', leverage: '10' }])
  })
})

describe('edits of an open position', () => {
  it('says that strict rules let no margin out of an isolated position', async () => {
    const strict = SCENARIO_A.replace('"rules":"plain"', '"rules":{"schema":1,"extends":"plain","id":"strict","name":"Strict","isolatedMargin":"add-only"}')
    const remove = { type: 'remove-margin', leg: 'SOL-PERP@isolated', amount: '1' } as const
    expect((await edit(remove, 10, strict)).limits).toMatchObject({ removable: '0', isAddOnly: true })
    expect((await edit(remove, 10)).limits.isAddOnly).toBe(false)
    expect((await edit({ type: 'set-auto-margin', leg: 'SOL-PERP@isolated', on: true }, 10, strict)).status).toBe('accepted')
  })

  // BTC leaves the shared pool with IM − uPnL = 2,080 − 800 = 1,280.
  // Own wall: 1,280 + (P − 60,000)/3 = 0.005·P/3 ⇒ P = (60,000 − 3,840)/0.995 = 56,442.211.
  it('moves behind its own wall with the cash it needs', async () => {
    const { status, change } = await edit({ type: 'move-position', leg: 'BTC-PERP@cross', to: 'isolated' })
    expect(status).toBe('accepted')
    expect(change?.transfers).toMatchObject([{ from: 'cross', to: 'isolated:BTC-PERP@cross', why: 'moved' }])
    expect(Number(change?.transfers[0]?.amount)).toBeCloseTo(1280, 9)
    const [btc, eth] = ['BTC', 'ETH'].map((base) => change?.positions.find((each) => each.base === base))
    expect(btc).toMatchObject({ pool: { before: 'cross', after: 'isolated:BTC-PERP@cross' }, liquidation: { before: { price: '34816.59' }, after: { price: '56442.22' } } })
    // ETH alone in the shared pool: (6,720 + 10,000)/(10/3·1.005) = 4,991.04.
    expect(eth?.liquidation).toMatchObject({ before: { price: '5580.89' }, after: { price: '4991.04' } })
  })

  it('adds and removes margin within the limits it states', async () => {
    const isolated = SCENARIO_A.replaceAll('"pool":"cross"', '"pool":"isolated"')
    const more = await edit({ type: 'add-margin', leg: 'BTC-PERP@isolated', amount: '500' }, 60, isolated)
    expect(more.limits.addable).toBe('5000')
    // Pool 2,000 + 400 (bar 60: 61,200), IM 2,040: 360 can leave.
    expect(Number(more.limits.removable)).toBeCloseTo(360, 9)
    expect(more.change?.positions[0]).toMatchObject({ margin: { before: '2000', after: '2500' } })
    const tooMuch = await edit({ type: 'remove-margin', leg: 'BTC-PERP@isolated', amount: '361' }, 60, isolated)
    expect(tooMuch).toMatchObject({ status: 'refused', rejection: { code: 'more-than-removable' }, change: undefined })
  })

  it('warns of protection that cannot work, and waits for half-typed numbers', async () => {
    const stop = await edit({ type: 'set-protection', leg: 'BTC-PERP@cross', stopLoss: '30000' })
    expect(stop.warnings).toMatchObject([{ code: 'stop-beyond-liquidation', nearest: '34816.6' }])
    expect(await edit({ type: 'add-margin', leg: 'BTC-PERP@cross', amount: '' })).toMatchObject({ status: 'incomplete', change: undefined })
  })

  it('closes a part, with fee and result', async () => {
    const { change } = await edit({ type: 'close-position', leg: 'BTC-PERP@cross', share: '0.5' })
    expect(Number(change?.realizedPnl)).toBeCloseTo(400, 9)
    expect(change?.fees).toBe('0')
  })
})

import { describe, expect, it } from 'vitest'
import { problemLines } from '../Problem.ts'
import { parseBook } from '../book/parseBook.ts'
import { accountView, bookAccount } from '../../engine/index.ts'
import { calcAnswer } from './calcAnswer.ts'
import type { CalcReport } from './calcReport.ts'

const base = { schema: 1, entryPrice: '60000' }

function answered(name: string, document: object): { readonly report: CalcReport; readonly notes: readonly string[] } {
  const answer = calcAnswer(name, { ...base, ...document })
  if (!answer.ok) throw new Error(problemLines(answer.error).join('\n'))
  return { report: answer.value, notes: problemLines(answer.warnings) }
}

function refused(name: string, document: object): readonly string[] {
  const answer = calcAnswer(name, { ...base, ...document })
  return answer.ok ? ['accepted'] : problemLines(answer.error)
}

describe('a result that is given', () => {
  it('is refused where nothing is found from it, with what can be wanted', () => {
    expect(refused('max-size', { wallet: '1000', leverage: '10', initialMargin: '500' })).toEqual(['initialMargin: is a result of max-size from which nothing is found; leave it out. Wanted can be size'])
    expect(refused('liquidation', { size: '1', marginRatio: '0.5', canLose: '7' })).toEqual([
      'marginRatio: is a result of liquidation from which nothing is found; leave it out. Wanted can be notional, liquidationPrice, liquidationDistance, bankruptcyPrice',
      'canLose: is a result of liquidation from which nothing is found; leave it out. Wanted can be notional, liquidationPrice, liquidationDistance, bankruptcyPrice',
    ])
  })

  it.each(['mmr', 'MMR', 'maintenanceMarginRate', 'maintenanceRate'])('%s is the row of the tier', (key) => {
    // behind 6,000 a long of 1 at 60,000 is liquidated at P - 54,000 = 0.03 P
    const { report, notes } = answered('liquidation', { size: '1', leverage: '10', [key]: '3%' })
    expect([report.results['maintenanceRate'], report.results['liquidationPrice']]).toEqual(['0.03', '55670.1031'])
    expect(report.given['tier.maintenanceRate']).toBe('0.03')
    expect(notes).toEqual([`${key}: taken as tier.maintenanceRate: the row of the venue in place of the table of the rules`])
  })

  it('cum is what the row takes off; one that is stated twice is refused', () => {
    // P - 54,000 = 0.03 P - 970
    expect(answered('liquidation', { size: '1', leverage: '10', mmr: '0.03', cum: '970' }).report.results['liquidationPrice']).toBe('54670.1031')
    expect(refused('liquidation', { size: '1', maintenanceRate: '0.03', tier: { maintenanceRate: '0.04' } })).toEqual(['maintenanceRate: follows from the tier of the rules; state it as "tier": { "maintenanceRate": … } alone'])
  })
})

describe('a currency sign', () => {
  it('on a size means a value', () => {
    expect(answered('pnl', { size: '$12000', exitPrice: '66000' }).report.results).toMatchObject({ notional: '12000', pnl: '1200' })
    expect(answered('pnl', { instrument: { symbol: 'BTCUSD', type: 'inverse' }, qty: '$12000' }).report.given['size']).toBe('12000')
    expect(answered('average-entry', { entryPrice: undefined, fills: [{ price: '$100', size: '$200' }] }).report.results).toMatchObject({ size: '2', notional: '200' })
  })

  it('is refused where dollars are not what is counted', () => {
    expect(refused('pnl', { instrument: { symbol: 'X', quote: 'EUR' }, size: '$12000' })).toEqual(['size: 12000 USD was given; X is counted in X, its value in EUR'])
    expect(refused('liquidation', { instrument: { symbol: 'BTCUSD', type: 'inverse' }, size: '1', margin: '$100' })).toEqual(['margin: 100 USD was given; it is counted in BTC'])
    expect(refused('pnl', { size: '$5 BTC' })).toEqual(['size: a currency sign is for prices, money and values; "$5 BTC" was given'])
    expect(refused('pnl', { size: '1', leverage: '$5' })).toEqual(['leverage: a currency sign is for prices, money and values; "$5" was given'])
    expect(refused('average-entry', { fills: [{ price: '100', size: '1' }], nextPrice: '90', nextSize: '$90' })).toEqual(['nextSize: 90 USD was given; it is counted in BTC'])
  })

  it('a coin has two names, and a symbol may begin with the kind of contract', () => {
    expect(answered('pnl', { instrument: { symbol: 'PF_XBTUSD', quote: 'USD' }, qty: '5 BTC', entryPrice: '35000', exitPrice: '40000' }).report.results['pnl']).toBe('25000')
    expect(refused('pnl', { instrument: { symbol: 'PF_XBTUSD', quote: 'USD' }, qty: '5 ETH' })).toHaveLength(1)
  })
})

describe('percent', () => {
  it('of a tier, of rules and of a position beside is a fraction', () => {
    const { report } = answered('liquidation', { size: '1', leverage: '10', tier: { maintenanceRate: '0.5%', initialRate: '2 %' }, rules: { extends: 'plain', maintenanceOn: 'entry', exitCost: { rate: '0.05%', on: 'entry' }, fees: { taker: '0.04%' } } })
    // 6,000 behind it, 300 to keep and 30 for closing: 60,000 - 5,670
    expect([report.results['liquidationPrice'], report.results['openingFee']]).toEqual(['54330', '24'])
    expect(refused('liquidation', { size: '1', tier: { maintenanceRate: 'x%' } })).toHaveLength(1)
    expect(refused('liquidation', { size: '1', tier: { maintenanceRate: '0.5%', maintenanceAmount: '1%' } })).toHaveLength(1)
  })

  it('in a book too, and there the leverage of an initial rate is that of a calculation', () => {
    for (const initialRate of ['0.11%', '50%', '25%']) {
      const tier = { maintenanceRate: '0.022%', initialRate }
      const book = parseBook({ schema: 1, rules: 'plain', marks: { E: '1.17' }, positions: [{ instrument: 'E', pool: 'isolated', qty: '10000', entryPrice: '1.17', tier }] })
      if (!book.ok) throw new Error(problemLines(book.error).join('\n'))
      const { rules, instruments, marks, book: held } = book.value
      const [position] = accountView(bookAccount(held), { rules, instruments, marks }).positions
      const { results } = answered('liquidation', { instrument: 'E', qty: '10000', entryPrice: '1.17', tier }).report
      expect([initialRate, position?.initialMargin.toFixed()]).toEqual([initialRate, results['initialMargin']])
      // 11,700 at the rate
      expect(Number(results['initialMargin'])).toBeCloseTo({ '0.11%': 12.87, '50%': 5850, '25%': 2925 }[initialRate] ?? 0, 6)
    }
  })

  it('a leverage that is stated or wanted is not that of the tier', () => {
    const tier = { maintenanceRate: '0.005', initialRate: '0.02' }
    expect(answered('pnl', { size: '1', exitPrice: '66000', leverage: '5', tier }).report.results['initialMargin']).toBe('12000')
    expect(answered('pnl', { size: '1', exitPrice: '66000', roe: '1', tier }).report.solved).toEqual({ leverage: '10' })
    // 66,000 is 10 %: at the 50x of the tier five times
    expect(answered('target', { size: '1', roe: '5', tier }).report.solved).toEqual({ exitPrice: '66000' })
    expect(answered('max-size', { size: '1', tier }).report.solved).toEqual({ wallet: '1200' })
  })
})

describe('fees', () => {
  it('feeRate is also the cost of closing that rules count in at the taker fee', () => {
    // Bybit, order cost: 8,000 / 50 + 8,000 x 0.075 % + 7,840 x 0.075 %
    const order = { rules: 'bybit-uta', entryPrice: '8000', leverage: '50x', size: '1', feeRate: '0.075%' }
    const { report, notes } = answered('max-size', order)
    expect([report.solved['wallet'], notes]).toEqual(['171.88', ['feeRate: also in the cost of closing that the rules count in (exitCost): there it is the taker fee']])
    expect(answered('compare', { ...order, ruleSets: ['bybit-uta'], exitPrice: '9000' }).report.rows?.[0]?.results['liquidationPrice']).toBe(answered('liquidation', order).report.results['liquidationPrice'])
    expect(answered('max-size', { ...order, rules: { extends: 'bybit-uta', exitCost: { rate: '0' } } }).report.solved['wallet']).toBe('166')
  })
})

describe('funding until the exit', () => {
  it('is also that of a break-even', () => {
    // 94,200 x (1 + 0.05 % + 21 x 0.01 %) / (1 - 0.05 %), up to the tick
    const { report, notes } = answered('break-even', { entryPrice: '94200', size: '1', feeRate: '0.05%', fundingRate: '0.01%', fundingPayments: '21' })
    expect([report.results['breakEvenPrice'], notes]).toEqual(['94492.1661', []])
  })
})

describe('what is stated in other words', () => {
  it('margin x leverage is the value where no size is stated', () => {
    // 10,000 that rise by a tenth
    const { report, notes } = answered('pnl', { margin: '1000', leverage: '10x', exitPrice: '66000' })
    expect([report.results['pnl'], notes]).toEqual(['1000', ['margin: no size is stated, so the value is margin x leverage']])
    expect(answered('liquidation', { margin: '600', leverage: '10' }).report.results).toMatchObject({ notional: '6000', initialMargin: '600' })
    expect(answered('pnl', { margin: '1000', leverage: '10', size: '1', exitPrice: '66000' }).notes).toEqual(['margin: is not used by pnl'])
    // what a wanted result is for is not taken from elsewhere: 600 of profit on 6,000 a unit
    expect(answered('pnl', { margin: '1000', leverage: '10', exitPrice: '66000', pnl: '600' }).report.solved).toEqual({ size: '0.1' })
  })

  it('fills are noted where they are not used', () => {
    expect(answered('pnl', { size: '1', exitPrice: '66000', fills: [{ price: '1', size: '2' }] }).notes).toEqual(['fills: is not used by pnl; average-entry makes an entry price and a size of them'])
  })

  it('a leverage is also 1:50 and 50:1', () => {
    for (const leverage of ['1:50', '50:1', '1 : 50']) expect(answered('pnl', { size: '1', leverage }).report.given['leverage']).toBe('50')
    expect(refused('pnl', { size: '1', leverage: '2:50' })).toHaveLength(1)
    expect(refused('pnl', { size: '1:50' })).toHaveLength(1)
  })

  it('a risk in percent is a share of the wallet, extra margin is addMargin', () => {
    const { report, notes } = answered('stop-size', { wallet: '1000', risk: '1%', stopPrice: '59000' })
    expect([report.results['size'], notes]).toEqual(['0.01', ['risk: 1% is taken as riskShare, a share of the wallet']])
    expect(refused('margin-for-liquidation', { size: '1', extraMargin: '5' })).toEqual(['extraMargin: unknown key; did you mean "addMargin"?'])
  })
})

describe('stops', () => {
  it('a stop above the entry is that of a short where no side is stated', () => {
    const { report, notes } = answered('stop-size', { wallet: '10000', riskShare: '1%', entryPrice: '80', stopPrice: '100' })
    expect([report.results['size'], report.assumed['side'], notes]).toEqual(['5', 'short', ['stopPrice: above the entry price and no side is stated, so a short']])
    expect(answered('stop-size', { side: 'long', wallet: '10000', riskShare: '1%', entryPrice: '80', stopPrice: '100' }).report.results['size']).toMatchObject({ none: 'stop-on-the-wrong-side' })
  })

  it('may be stated by how far it is', () => {
    const stop = (document: object): CalcReport => answered('stop-size', { wallet: '10000', riskShare: '1%', entryPrice: '100', stopDistance: '20', ...document }).report
    expect([stop({}).assumed['stopPrice'], stop({}).results['size']]).toEqual(['80', '5'])
    expect(stop({ side: 'short' }).assumed['stopPrice']).toBe('120')
    expect(refused('stop-size', { wallet: '1', risk: '1', stopDistance: '5', stopPrice: '6' })).toEqual(['stopDistance: one of stopPrice and stopDistance was expected; both are there'])
    expect(refused('stop-size', { wallet: '1', risk: '1', stopDistance: '5', entryPrice: undefined })).toEqual(['entryPrice: missing; stopDistance is counted from it'])
    expect(refused('stop-size', { wallet: '1', risk: '1', stopDistance: '60000' })).toEqual(['stopDistance: 60000 below the entry price 60000 there is no price'])
    expect(answered('pnl', { size: '1', stopDistance: '5' }).notes).toEqual(['stopDistance: is not used by pnl'])
  })

  it('a size that is stated says both the risk and its share of the wallet', () => {
    const { results } = answered('stop-size', { wallet: '10000', entryPrice: '100', stopPrice: '80', size: '5' }).report
    expect([results['risk'], results['riskShare']]).toEqual(['100', '0.01'])
    expect(answered('stop-size', { entryPrice: '100', stopPrice: '80', size: '5' }).report.results).toMatchObject({ risk: '100' })
  })
})

describe('what is asked for where two things are missing', () => {
  it('of a wall that is wanted at a price the leverage, unless it is stated: then the margin', () => {
    // 60,000 less what is behind it: 6,000
    const wanted = { size: '1', bankruptcyPrice: '54000' }
    expect(answered('liquidation', wanted).report.solved).toEqual({ leverage: '10' })
    expect(answered('liquidation', { ...wanted, leverage: '5' }).report.solved).toEqual({ margin: '6000' })
    const { report, notes } = answered('liquidation', { ...wanted, solve: 'margin' })
    expect([report.solved, notes]).toEqual([{ margin: '6000' }, ['leverage: not stated, and not that of the margin which is found: what follows from it (initialMargin) is at the leverage assumed']])
  })

  it('of funding that nobody says the rate of', () => {
    const held = { size: '10000 USDT', entryPrice: '50000', payments: '1950', tier: { maintenanceRate: '0.005' } }
    // 2,000 - 50 are lost after 1,950 of 10,000 x rate: 0.01 %, a little more where it is liquidated at once
    expect(Number(answered('carry', { ...held, leverage: '5' }).report.solved['fundingRate'])).toBeCloseTo(0.0001, 6)
    expect(answered('carry', held).notes).toEqual(['fundingRate: missing, and Plain has none: without it no funding is paid'])
    expect(answered('carry', { ...held, leverage: '5', fundingRate: '0.01%', payments: undefined }).notes).toEqual([])
  })
})

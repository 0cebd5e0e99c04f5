import { describe, expect, it } from 'vitest'
import { rulesWith } from '../testing/fixtures.ts'
import { Decimal } from '../units/decimal.ts'
import { rate } from '../units/quantities.ts'
import { pnl } from './pnl.ts'
import { target } from './target.ts'
import { calculated, type SceneWords } from '../testing/calculatorScene.ts'

type Given = Readonly<Record<string, string>>

const of = (field: string, given: Given, words?: SceneWords): string => calculated(pnl, field, given, words)
const rounded = (text: string, places: number): string => new Decimal(text).toDecimalPlaces(places).toFixed()
const fees = rulesWith({ fees: { maker: rate('0.0002'), taker: rate('0.00055') } })

describe('pnl', () => {
  it('[A10] Bybit, USDT: short of 0.4 from 6,000 to 5,000, fee 0.055 %, 2.1 of funding: 400 - 1.32 - 1.10 - 2.10', () => {
    // Bybit help "P&L calculations (USDT Contract)", help.bybit.com/hc/en-us/articles/900000630066, as summed up at pastorq.com/7518.html, read 2026-11-22
    const trade = { size: '0.4', entryPrice: '6000', exitPrice: '5000', fundingRate: '-0.000875', fundingPayments: '1' }
    const short: SceneWords = { side: 'short', rules: fees }
    expect(of('pnl', trade, short)).toBe('400')
    expect(of('fees', trade, short)).toBe('2.42')
    // 2,400 x 0.0875 % = 2.1; a short pays a negative rate
    expect(of('funding', trade, short)).toBe('-2.1')
    expect(of('netPnl', trade, short)).toBe('395.48')
  })

  it('[A10] Bybit, inverse: long of 1,000 from 5,000 to 5,500', () => {
    // the same help, inverse contracts, help.bybit.com/hc/en-us/articles/900000404726, read 2026-11-22: 0.01819 BTC
    // (it rounds 1/5,000 - 1/5,500 = 0.0000181818 up before it multiplies by 1,000)
    expect(rounded(of('pnl', { size: '1000', entryPrice: '5000', exitPrice: '5500' }, { type: 'inverse' }), 9)).toBe('0.018181818')
  })

  it('[A10, A11] BitMEX, XBTUSD: 15,000 from 750 to 800 with one funding of 0.25 %: 1.25 - 0.05 = 1.2 XBT', () => {
    // bitmex.com/app/perpetualContractsGuideExamples, Long XBTUSD Perpetual Contract Example, read 2026-11-22
    const trade = { size: '15000', entryPrice: '750', exitPrice: '800', fundingRate: '0.0025', fundingPayments: '1' }
    const inverse: SceneWords = { type: 'inverse' }
    expect(of('notional', trade, inverse)).toBe('20')
    expect(of('pnl', trade, inverse)).toBe('1.25')
    expect(of('funding', trade, inverse)).toBe('-0.05')
    expect(of('netPnl', trade, inverse)).toBe('1.2')
  })

  it('[A10] BitMEX support: 500 and 1,500 contracts from 42,292.5, to within the eight places at which it cuts 100 / price', () => {
    // support.bitmex.com/hc/en-gb/articles/6205277211037, read 2026-11-22: 5 x (100/42292.5 - 100/42303) = 0.00000295, 15 x (… - 100/42107.5) = -0.0001557
    const gain = (size: string, exitPrice: string): Decimal => new Decimal(of('pnl', { size, entryPrice: '42292.5', exitPrice }, { type: 'inverse', tick: '0.5' }))
    expect(gain('500', '42303').minus('0.00000295').abs().lte('0.00000005')).toBe(true)
    expect(gain('1500', '42107.5').minus('-0.0001557').abs().lte('0.00000015')).toBe(true)
  })

  it('[A10] OKX: 10 contracts of 0.01 BTC from 100,000 to 160,000 gain 6,000', () => {
    // OKX "Calculation of expiry futures contracts' profit and loss", okx.com/help/iii-calculation-of-contract-profit-and-loss, example as kept at amorrr.com/7837.html, read 2026-11-22
    expect(of('pnl', { size: '0.1', entryPrice: '100000', exitPrice: '160000' })).toBe('6000')
  })

  it('[A12] Bybit calculator: long of 2 from 36,000 to 40,000 at 10x: 11.11 % of the value, 111.11 % of the margin of 7,200', () => {
    // bybit.com/en/help-center/article/Calculator-for-Perpetual-and-Futures, example of trader A, read 2026-11-22 (margin, gain and both shares by the formulas it states)
    const trade = { size: '2', entryPrice: '36000', exitPrice: '40000', leverage: '10' }
    expect([of('initialMargin', trade), of('pnl', trade)]).toEqual(['7200', '8000'])
    expect([rounded(of('priceMove', trade), 4), rounded(of('roe', trade), 4)]).toEqual(['0.1111', '1.1111'])
  })

  it('[A12] Binance calculator: its formulas for USDT-margined and coin-margined contracts', () => {
    // binance.com/en/support/faq/how-to-use-the-binance-futures-calculator-360036498511, read 2026-11-22:
    // ROI = side (1 - entry / exit) / IMR of a coin-margined contract, and PnL / margin of the other
    // long of 10 contracts of 100 USD from 50,000 to 40,000 at 5x: (1 - 1.25) x 5 = -1.25; margin 1,000 / 50,000 / 5 = 0.004
    const coin = { size: '1000', entryPrice: '50000', exitPrice: '40000', leverage: '5' }
    expect([of('initialMargin', coin, { type: 'inverse' }), of('roe', coin, { type: 'inverse' })]).toEqual(['0.004', '-1.25'])
    // short of 3 from 200 to 190 at 20x: margin 30, gain 30
    const linear = { size: '3', entryPrice: '200', exitPrice: '190', leverage: '20' }
    expect([of('initialMargin', linear, { side: 'short' }), of('roe', linear, { side: 'short' })]).toEqual(['30', '1'])
  })

  it('[A12] a leverage that the tier does not allow has no margin, and says how much it allows', () => {
    const trade = { size: '1', entryPrice: '100', exitPrice: '110', leverage: '101' }
    expect([of('initialMargin', trade), of('roe', trade), of('netRoe', trade), of('pnl', trade)]).toEqual(['outside-tier-table 100', 'outside-tier-table 100', 'outside-tier-table 100', '10'])
  })

  it('[A10] what is not given of fees is the taker fee of the rules, and of leverage 10', () => {
    const trade = { size: '1', entryPrice: '1000', exitPrice: '1000' }
    // 2 x 0.55; on a margin of 100
    expect([of('fees', trade, { rules: fees }), of('netRoe', trade, { rules: fees })]).toEqual(['1.1', '-0.011'])
    expect(of('fees', { ...trade, entryFeeRate: '0.0002' }, { rules: fees })).toBe('0.75')
    expect(of('netPnl', { size: '1', entryPrice: '1000' })).toBe('missing')
    expect(of('notional', { size: '1', entryPrice: '1000' })).toBe('1000')
  })
})

describe('target', () => {
  const exit = (given: Given, words?: SceneWords): string => calculated(target, 'exitPrice', given, words)

  it('[A12] Bybit calculator, inverse: 10,000 from 7,000 at 5x reach a return of 20 % around 7,292', () => {
    // help.bybit.com/hc/en-us/articles/360039260154, example 2, read 2026-11-22; 7,000 / (1 - 0.2 / 5) = 7,291.67
    expect(exit({ size: '10000', entryPrice: '7000', leverage: '5', roe: '0.2' }, { type: 'inverse', tick: '0.5' })).toBe('7292')
  })

  it('[A12] Binance calculator: entry x (1 + ROI / leverage) of a long, (1 - ROI / leverage) of a short, side x entry / (side - ROI / leverage) in coins', () => {
    // the FAQ named above: 50,000 x (1 + 1 / 10), 50,000 x (1 - 1 / 10); -50,000 / (-1 - 0.25 / 5)
    const trade = { size: '1', entryPrice: '50000', leverage: '10', roe: '1' }
    expect([exit(trade), exit(trade, { side: 'short' })]).toEqual(['55000', '45000'])
    // -50,000 / -1.05 = 47,619.04…: a short gains what is wanted a tick lower
    expect(exit({ size: '1000', entryPrice: '50000', leverage: '5', roe: '0.25' }, { type: 'inverse', side: 'short', tick: '0.1' })).toBe('47619')
  })

  it('[A13] both fees in: the first tick at which the return is not fallen short of', () => {
    // 10 x ((P - 1,000) - 0.00055 (P + 1,000)) / 1,000 >= 0.1, so P >= 1,010.55 / 0.99945 = 1,011.1061…
    const trade = { size: '1', entryPrice: '1000', leverage: '10', netRoe: '0.1' }
    expect(exit(trade, { rules: fees })).toBe('1011.11')
    // short: P <= 989.45 / 1.00055 = 988.906…
    expect(exit(trade, { rules: fees, side: 'short' })).toBe('988.9')
  })

  it('[A13] a gain that no price gives says how far it goes', () => {
    // a short of coins' worth 10 gains less than 10 of a fall to nothing
    expect(exit({ size: '1', entryPrice: '10', pnl: '11' }, { side: 'short' })).toBe('no-root')
    // a long of 100 USD at 50 holds 2 coins: it never gains them all
    expect(exit({ size: '100', entryPrice: '50', pnl: '2' }, { type: 'inverse' })).toBe('no-root')
    expect(calculated(target, 'leverage', { size: '1', entryPrice: '50', exitPrice: '50', roe: '1' })).toBe('no-effect')
  })
})

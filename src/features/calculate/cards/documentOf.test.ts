import { describe, expect, it } from 'vitest'
import type { CalculateDraft, CalculateInputs } from '../../../store/slices/CalculateState.ts'
import { createFormat } from '../../../ui/format/createFormat.ts'
import type { CalculateMarket } from '../CalculateMarket.ts'
import { comparedLeverages } from '../questions.ts'
import { CARDS } from './CardSpec.ts'
import { documentOf } from './documentOf.ts'

const inputs: CalculateInputs = {
  instrument: '', own: { symbol: '', type: 'linear', tickSize: '0.01', qtyStep: '0.0001' }, side: 'long', entryPrice: '', wallet: '', book: 'scenario', rules: '', fee: 'taker', size: '', leverage: '',
}
const market: CalculateMarket = {
  symbol: 'BTC-PERP', type: 'linear', base: 'BTC', quote: 'USDT', currency: 'USDT', sizeUnit: 'BTC', moneyDecimals: 2, tickSize: '0.01', qtyStep: '', isOpen: true, sharesAccount: true, mark: '60000', walletBalance: '10000', position: undefined,
}
const open: CalculateMarket = { ...market, mark: '61000', position: { leg: 'BTC-PERP@cross', side: 'long', size: '0.5', entryPrice: '59000', leverage: '20', margin: undefined } }
const empty: CalculateDraft = { fields: {}, asked: [], wanted: [] }
const ask = (card: keyof typeof CARDS, draft: Partial<CalculateDraft> = {}, about: { readonly inputs?: Partial<CalculateInputs>; readonly market?: CalculateMarket; readonly rules?: unknown } = {}) =>
  documentOf(CARDS[card], { ...empty, ...draft }, { inputs: { ...inputs, ...about.inputs }, market: about.market ?? market, format: createFormat('1,234.5'), rules: about.rules, makerRate: '0.0002' })

describe('a card as a document', () => {
  it('begins with the example of the wall, at the mark', () => {
    expect(ask('wall')).toEqual({ document: { schema: 1, calculator: 'wall', instrument: 'BTC-PERP', side: 'long', mode: 'isolated', maxLoss: '500', fall: '0.08', entryPrice: '60000' }, errors: {} })
  })
  it('leaves out what is asked for and gives what is wanted in its place', () => {
    const { document } = ask('wall', { fields: { leverage: '10x', maxLoss: '1k' }, asked: ['fall'], wanted: ['leverage'] })
    expect(document).toMatchObject({ maxLoss: '1000', leverage: '10', solve: 'fall' })
    expect(document).not.toHaveProperty('fall')
  })
  it('of two that are asked for none is named: both are missing', () => {
    const { document } = ask('wall', { fields: { leverage: '10', size: '0.1' }, asked: ['fall', 'maxLoss'], wanted: ['leverage', 'size'] })
    expect(document).toMatchObject({ leverage: '10', size: '0.1' })
    expect(document).not.toHaveProperty('solve')
  })
  it('a trade that nobody sized is worth 20,000; one that is open is the trade, in its own place, its mark beside it', () => {
    expect(ask('book').document).toMatchObject({ quoteNotional: '20000', entryPrice: '60000' })
    expect(ask('book', {}, { market: open }).document).toMatchObject({ size: '0.5', entryPrice: '59000', leverage: '20', markPrice: '61000', without: ['BTC-PERP@cross'] })
    // A short beside it, or another size, is another trade.
    expect(ask('book', {}, { market: open, inputs: { side: 'short' } }).document).not.toHaveProperty('without')
    expect(ask('book', {}, { market: open, inputs: { size: '20k usdt' } }).document).toMatchObject({ size: '20000 USDT', entryPrice: '61000' })
  })
  it('says what is missing, and still asks for the rest', () => {
    const { document, errors } = ask('stop')
    expect(errors).toEqual({ stopPrice: 'Fill in “Stop price”, or lock another field in its place.' })
    expect(document).toMatchObject({ riskShare: '0.01', entryPrice: '60000' })
  })
  it('asks nothing while something cannot be read', () => {
    const { document, errors } = ask('wall', { fields: { fall: '8,5' } })
    expect(document).toBeUndefined()
    expect(errors['fall']).toMatch(/two things/)
  })
  it('carries rules, a maker order, a wallet and an empty book', () => {
    const { document } = ask('book', {}, { inputs: { fee: 'maker', book: 'none', wallet: '5k' }, rules: 'standard' })
    expect(document).toMatchObject({ rules: 'standard', entryFeeRate: '0.0002', positions: [], wallet: '5000' })
  })
  it('states an instrument that is not open, and no account where it is settled in another currency', () => {
    const { document } = ask('wall', {}, { market: { ...market, symbol: 'BTCUSD', type: 'inverse', quote: 'USD', currency: 'BTC', sizeUnit: 'USD', qtyStep: '1', isOpen: false, sharesAccount: false, mark: undefined }, inputs: { entryPrice: '60,000' } })
    expect(document).toMatchObject({ instrument: { symbol: 'BTCUSD', type: 'inverse', base: 'BTC', quote: 'USD', tickSize: '0.01', qtyStep: '1' }, positions: [], entryPrice: '60000' })
  })
  it('has the fills that are typed whole', () => {
    const fields = { 'fill.0.price': '100', 'fill.0.size': '1', 'fill.2.price': '200', 'fill.2.size': '3', 'fill.3.price': '250' }
    expect(ask('average', { fields }).document).toMatchObject({ fills: [{ price: '100', size: '1' }, { price: '200', size: '3' }] })
  })
})

it('one\'s own leverage stands among the usual ones', () => {
  expect([comparedLeverages('12.5x'), comparedLeverages('10'), comparedLeverages('what')]).toEqual([['5', '10', '12.5', '20', '50'], ['5', '10', '20', '50'], ['5', '10', '20', '50']])
})

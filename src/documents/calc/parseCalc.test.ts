import { describe, expect, it } from 'vitest'
import { calculators, type Calculator } from '../../engine/index.ts'
import { problemLines } from '../Problem.ts'
import { calcAnswer } from './calcAnswer.ts'
import { CALC_FIELDS } from './calcFields.ts'
import { parseCalc, type CalcSetup } from './parseCalc.ts'
import { readTyped } from './typedNumber.ts'

function calculator(name: string): Calculator {
  const found = calculators.get(name)
  if (found === undefined) throw new Error(name)
  return found
}

function read(document: object, name = 'pnl'): CalcSetup & { readonly notes: readonly string[]; readonly given: Readonly<Record<string, string>> } {
  const parsed = parseCalc(calculator(name), { schema: 1, ...document })
  if (!parsed.ok) throw new Error(problemLines(parsed.error).join('\n'))
  return { ...parsed.value, notes: problemLines(parsed.warnings), given: Object.fromEntries(Object.entries(parsed.value.values).map(([id, value]) => [id, value.toFixed()])) }
}

function refused(document: object | string, name = 'pnl'): readonly string[] {
  const parsed = parseCalc(calculator(name), typeof document === 'string' ? document : { schema: 1, ...document })
  return parsed.ok ? [] : problemLines(parsed.error)
}

const trade = { side: 'long', size: '1', entryPrice: '100', exitPrice: '110' }

describe('the vocabulary', () => {
  it('has every field of every calculator that can be stated, in its unit', () => {
    for (const { name, fields } of calculators.values()) {
      for (const { id, unit } of fields.filter((field) => field.unit !== 'word' && field.id !== 'tier')) {
        expect([name, id, Object.hasOwn(CALC_FIELDS, id) ? CALC_FIELDS[id as keyof typeof CALC_FIELDS].unit : 'missing']).toEqual([name, id, unit])
      }
    }
  })
})

describe('numbers as they are written', () => {
  it.each<[string | number, Parameters<typeof readTyped>[1], object | string]>([
    ['2%', 'share', { text: '0.02' }],
    ['0.02', 'share', { text: '0.02' }],
    ['-12.5 %', 'share', { text: '-0.125' }],
    [0.02, 'share', { text: '0.02' }],
    ['10x', 'leverage', { text: '10' }],
    ['12.5 X', 'leverage', { text: '12.5' }],
    ['×20', 'leverage', { text: '20' }],
    [10, 'leverage', { text: '10' }],
    ['0.5btc', 'size', { text: '0.5', unit: 'btc' }],
    ['1e5', 'price', { text: '100000' }],
    ['$60000', 'price', { text: '60000' }],
    ['1,234,567', 'money', { text: '1234567' }],
    ['60,000.5', 'price', { text: '60000.5' }],
    ['\u22125', 'money', { text: '-5' }],
    ['60,000', 'price', '"60,000" can be read in two ways; write the number without grouping, and a point before decimals'],
    ['1,5', 'size', '"1,5" can be read in two ways; write the number without grouping, and a point before decimals'],
    ['2%', 'price', 'percent was given ("2%"); only a share can be a percentage'],
    ['10x', 'size', '"x" stands for a leverage; "10x" was given'],
    ['ten', 'size', 'a decimal number was expected, "ten" was given'],
    ['0', 'price', 'a number above 0 was expected, "0" was given'],
  ])('%j of a %s', (written, unit, expected) => expect(readTyped(written, unit)).toEqual(expected))

  it('a JSON number that cannot be exact is refused', () => {
    expect(refused('{"schema":1,"size":0.12345678901234567}')).toEqual(['size: 0.12345678901234567 has more than 15 significant digits and a JSON number cannot hold it exactly; write it as a string: "0.12345678901234567"'])
  })

  it('what a report prints can be asked of the next', () => {
    const exact = '54271.35678391959798994974874371859296482'
    expect(read({ size: '1', entryPrice: '60000', liquidationPrice: exact, margin: '0.285714285714285714285714285714285714285' }, 'liquidation').given).toMatchObject({ liquidationPrice: exact })
  })

  it('null is not stated', () => expect(read({ ...trade, leverage: null }).given).toEqual({ size: '1', entryPrice: '100', exitPrice: '110' }))
})

describe('what is traded', () => {
  const size = (document: object): string | undefined => read({ entryPrice: '100', ...document }).given['size']
  const coin = { instrument: { symbol: 'ETHUSD', type: 'inverse', contractSize: '10' } }

  it('a size in units, contracts, or as a value', () => {
    expect(size({ size: '2' })).toBe('2')
    expect(size({ qty: '2 BTC' })).toBe('2')
    expect(size({ instrument: { symbol: 'X', contractSize: '0.001' }, contracts: '2000' })).toBe('2')
    expect(size({ instrument: { symbol: 'X', contractSize: '0.001' }, size: '2000 contracts' })).toBe('2')
    expect(read({ entryPrice: '100', size: '200 USDT' }).given).toEqual({ entryPrice: '100', notional: '200' })
    expect(read({ entryPrice: '100', quoteNotional: '200' }).given).toEqual({ entryPrice: '100', notional: '200' })
    // of an inverse contract the quote currency counts its units, the coin its value
    expect(size({ ...coin, size: '2000 USD' })).toBe('2000')
    expect(size({ ...coin, quoteNotional: '2000' })).toBe('2000')
    expect(size({ ...coin, contracts: '200' })).toBe('2000')
    expect(read({ ...coin, entryPrice: '100', size: '20 ETH' }).given).toEqual({ entryPrice: '100', notional: '20' })
  })

  it('where the calculator knows units alone, a value at the entry price is turned into them', () => {
    expect(read({ entryPrice: '100', notional: '250' }, 'break-even').given).toEqual({ entryPrice: '100', size: '2.5' })
    expect(refused({ notional: '250' }, 'break-even')).toEqual(['entryPrice: missing; the size follows from it'])
  })

  it('says what is wrong with it', () => {
    expect(refused({ size: '1', contracts: '1' })).toEqual(['contracts: one of size, contracts, notional and quoteNotional was expected; size and contracts are there'])
    expect(refused({ size: '1 ETH' })).toEqual(['size: 1 ETH was given; BTCUSDT is counted in BTC, its value in USDT'])
    expect(refused({ size: '0' })).toEqual(['size: a number other than 0 was expected'])
    expect(refused({ ...trade, entryPrice: '100 ETH' })).toEqual(['entryPrice: 100 ETH was given; it is counted in USDT'])
  })

  it.each<[object, string]>([
    [{ side: 'Buy', size: '1' }, 'long'], [{ side: 'SELL', size: '1' }, 'short'], [{ side: 'LONG', size: '1' }, 'long'], [{ size: '-1' }, 'short'],
    [{ side: 'short', size: '-1' }, 'short'], [{ side: 'both', size: '-1' }, 'short'], [{ size: '1' }, 'long'],
  ])('the side of %j is %s', (document, side) => expect(read(document).scene.side).toBe(side))

  it('a side that contradicts the sign is refused, an unknown one named', () => {
    expect(refused({ side: 'long', size: '-1' })).toEqual(['side: a size below 0 is a short; "long" contradicts it'])
    expect(refused({ side: 'bull', size: '1' })).toEqual(['side: "long" or "short" was expected, "bull" was given; did you mean "buy"?'])
    expect(refused({ mode: 'shared' })).toEqual(['mode: "isolated" or "cross" was expected, "shared" was given'])
    expect(read({ mode: 'crossed' }).scene.mode).toBe('cross')
  })

  it('what is not said is assumed, and said', () => {
    // eight digits behind the first of 100, a step worth 1e-10; some hundreds of USDT where prices alone are asked
    expect(read({ entryPrice: '100', exitPrice: '110' }).assumed).toEqual({ instrument: 'BTCUSDT', tickSize: '0.000001', qtyStep: '0.000000000001', side: 'long', mode: 'isolated', size: '1' })
    expect(read({ rules: 'bybit-inverse', side: 'short', mode: 'cross', entryPrice: '100' }).assumed).toEqual({ instrument: 'BTCUSD', tickSize: '0.000001', qtyStep: '0.000001', size: '10000' })
    expect(read({ instrument: { symbol: 'DOGEUSDT', tickSize: '0.00001', qtyStep: '1' }, side: 'long', mode: 'isolated', size: '1' }).assumed).toEqual({})
    // the tick follows any price that is stated
    expect(read({ side: 'long', mode: 'isolated', instrument: 'X', size: '1', breakEvenPrice: '0.0005' }, 'break-even').assumed).toMatchObject({ tickSize: '0.000000000001' })
    expect(read({ side: 'long', mode: 'isolated', instrument: 'X', size: '1', marks: { X: '0.0005' } }, 'liquidation').assumed).toMatchObject({ tickSize: '0.000000000001' })
    // what is wanted in money decides the size: none is assumed
    expect(read({ ...trade, size: undefined, pnl: '10' }).assumed).not.toHaveProperty('size')
  })
})

describe('names', () => {
  it.each<[string, string]>([
    ['entry', 'entryPrice'], ['entryprice', 'entryPrice'], ['avgPrice', 'entryPrice'], ['closePrice', 'exitPrice'], ['quantity', 'size'], ['positionAmt', 'qty'],
    ['leverge', 'leverage'], ['roi', 'roe'], ['walletBalance', 'wallet'], ['marginMode', 'mode'], ['symbol', 'instrument'], ['direction', 'side'], ['takerFee', 'feeRate'], ['isolatedMargin', 'equity'],
  ])('%s: did you mean %s?', (key, meant) => {
    const [line] = refused({ [key]: '1' })
    expect(line).toMatch(new RegExp(`^${key}: unknown key; did you mean "(${meant}|qty)"\\?$`))
  })

  it('a field of another calculator is noted, and one of our own is not', () => {
    expect(read({ ...trade, riskShare: '1%', 'x-case': 7 }).notes).toEqual(['riskShare: is not used by pnl'])
  })

  it('what is asked for is an input of the calculator', () => {
    expect(refused({ ...trade, solve: 'leverge' })[0]).toMatch(/^solve: pnl has no input "leverge"; did you mean "leverage"\? there are size, entryPrice, /)
    expect(refused({ ...trade, solve: 'roe' })[0]).toMatch(/^solve: roe is a result: it is always computed; asked for can be size, /)
    expect(read({ ...trade, solve: 'exitPrice', pnl: '5' }).notes).toEqual(['exitPrice: is asked for by "solve": what was given of it is not used'])
    expect(refused({ ...trade, calculator: 'target' })).toEqual(['calculator: the document is for "target", pnl was asked'])
    expect(refused({ series: [] })).toEqual(['$: a calc document was expected, this looks like a tape document'])
  })

  it('a share above one is noted with what may have been meant', () => {
    expect(read({ ...trade, entryFeeRate: '0.05', roe: '50' }).notes).toEqual(['roe: 50 is 5000 %; a share is a fraction, 50 % would be "0.5"'])
    expect(read({ ...trade, feeRate: '5' }).notes).toEqual(['feeRate: 5 is 500 %; a share is a fraction, 5 % would be "0.05"'])
  })
})

describe('the account beside the trade', () => {
  const results = (document: object): Readonly<Record<string, unknown>> => {
    const answer = calcAnswer('liquidation', { schema: 1, ...document })
    if (!answer.ok) throw new Error(problemLines(answer.error).join('\n'))
    return answer.value.results
  }
  const cross = { rules: 'plain', instrument: 'A', side: 'long', mode: 'cross', size: '1', entryPrice: '100', tier: { maintenanceRate: '0.1' } }

  it('positions, figures of others and collateral count in a shared pool', () => {
    // 100 - w = 0.1 P at the liquidation price: P = (100 - w) / 0.9
    expect(results({ ...cross, wallet: '55' })['liquidationPrice']).toBe('50')
    // a short of B has lost 9: 46 are left, P = 54 / 0.9; it asks 0.5 % of 109 too: 54.545 / 0.9
    expect(results({ ...cross, wallet: '55', marks: { B: '109' }, positions: [{ instrument: 'B', pool: 'cross', qty: '-1', entryPrice: '100', tier: { maintenanceRate: '0' } }] })['liquidationPrice']).toBe('60')
    expect(results({ ...cross, wallet: '55', otherPositions: { unrealizedPnl: '-8', maintenanceMargin: '1' } })['liquidationPrice']).toBe('60')
    // 10 coins of 1 at a haircut of 10 % are 9 more
    expect(results({ ...cross, wallet: '46', collateral: [{ asset: 'C', amount: '10', price: '1', haircut: '0.1' }] })['liquidationPrice']).toBe('50')
  })

  it('equity contains the PnL of the trade at its mark, as venues print it', () => {
    // at 90 the 55 are 45
    expect(results({ ...cross, markPrice: '90', equity: '45' })['liquidationPrice']).toBe('50')
    expect(results({ ...cross, markPrice: '90', equity: '45', entryPrice: undefined })['liquidationPrice']).toBe('50')
    // less the value of 90
    expect(results({ ...cross, markPrice: '90', quoteBalance: '-45' })['liquidationPrice']).toBe('50')
    expect(results({ ...cross, mode: 'isolated', markPrice: '90', equity: '45' })['liquidationPrice']).toBe('50')
    expect(results({ ...cross, mode: 'isolated', margin: '60', feeReserve: '5' })['liquidationPrice']).toBe('50')
  })

  it('says what does not fit', () => {
    const problems = (document: object): readonly string[] => refused({ ...cross, ...document }, 'liquidation')
    expect(problems({ wallet: '1', equity: '2' })).toEqual(['equity: one of wallet, equity and quoteBalance was expected; wallet and equity are there'])
    expect(problems({ mode: 'isolated', margin: '1', equity: '2' })).toEqual(['equity: one of margin, equity and quoteBalance was expected; margin and equity are there'])
    expect(problems({ feeReserve: '1' })).toEqual(['feeReserve: a shared pool has its wallet'])
    expect(problems({ positions: [{ instrument: 'B', pool: 'cross', qty: '1', entryPrice: '1' }] })).toEqual(['marks.B: missing; positions[0] needs it'])
    expect(problems({ markPrice: '90', marks: { A: '91' } })).toEqual(['markPrice: 90 was given, and 91 under marks.A'])
    expect(problems({ tier: { maintenanceRate: '0.1', cum: '5' } })).toEqual(['tier.cum: unknown key; did you mean "maintenanceAmount"?'])
    expect(problems({ rules: 'binace' })[0]).toMatch(/^rules: no built-in rules are called "binace"; there are plain, /)
    expect(problems({ rules: { extends: 'plain', liquidation: { trigger: 'middle' } } })[0]).toMatch(/^rules\.liquidation\.trigger: /)
    expect(problems({ instrument: { symbol: 'A', type: 'spot' } })).toEqual(['instrument: A is spot: it is not traded on margin'])
    expect(problems({ instrument: { symbol: 'A', type: 'inverse' }, marks: { B: '1' }, positions: [{ instrument: 'B', pool: 'cross', qty: '1', entryPrice: '1' }] }))
      .toEqual(['instrument: A is settled in A, the positions beside it in USDT; an account is in one currency'])
    expect(read({ ...cross, mode: undefined, wallet: '55' }, 'liquidation').notes).toEqual(['mode: not stated, so isolated: what stands beside the position does not count; state "mode": "cross" where it does'])
  })
})

describe('fills written with a sign', () => {
  const answered = (document: object): object => {
    const answer = calcAnswer('average-entry', { schema: 1, rules: 'plain', instrument: 'A', ...document })
    if (!answer.ok) throw new Error(problemLines(answer.error).join('\n'))
    return { side: answer.value.given['side'] ?? answer.value.assumed['side'], ...answer.value.results }
  }

  it('[A14] one with the other sign than the first goes the other way: it leaves the average of what is left', () => {
    const bought = { price: '100', size: '2' }
    expect(answered({ fills: [bought, { price: '120', size: '-1' }] })).toEqual({ side: 'long', averageEntry: '100', size: '1', notional: '100' })
    expect(answered({ side: 'long', fills: [bought], nextPrice: '120', nextSize: '-1' })).toMatchObject({ averageEntry: '100', size: '1' })
    expect(answered({ side: 'short', fills: [bought, { price: '120', size: '2' }] })).toMatchObject({ averageEntry: '110', size: '4' })
  })

  it('a first one below zero opens a short', () => {
    const sold = { price: '100', size: '-2' }
    expect(read({ fills: [sold] }, 'average-entry').scene.side).toBe('short')
    expect(answered({ side: 'short', fills: [sold, { price: '120', size: '-2' }] })).toMatchObject({ averageEntry: '110', size: '4' })
    expect(answered({ side: 'short', fills: [sold], nextPrice: '120', nextSize: '-2' })).toMatchObject({ averageEntry: '110', size: '4' })
    expect(answered({ side: 'short', fills: [sold, { price: '120', size: '1' }] })).toMatchObject({ averageEntry: '100', size: '1' })
    expect(refused({ side: 'long', fills: [sold] }, 'average-entry')).toEqual(['side: a size below 0 is a short; "long" contradicts it'])
  })
})

describe('a comparison of very many', () => {
  const compared = { ...trade, leverages: Array.from({ length: 100 }, (_, i) => String(i + 1)) }

  it('is refused before it is worked out', () => {
    expect(refused({ ...compared, modes: ['isolated', 'cross'] }, 'compare')).toEqual([])
    expect(refused({ ...compared, modes: ['isolated', 'cross'], ruleSets: ['plain', 'standard'] }, 'compare'))
      .toEqual(['leverages: 100 x 2 x 2 rows with modes and ruleSets, 400 in all; at most 200 are compared at once'])
    expect(refused({ ...trade, modes: Array.from({ length: 201 }, () => 'cross') }, 'compare')).toHaveLength(1)
  })
})

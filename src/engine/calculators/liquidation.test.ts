import { describe, expect, it } from 'vitest'
import type { Position } from '../ledger/Account.ts'
import { bookAccount } from '../ledger/bookAccount.ts'
import { preview } from '../ledger/preview.ts'
import { accountView } from '../margin/accountView.ts'
import { calculated, sceneOf, shown, valuesOf, type SceneWords } from '../testing/calculatorScene.ts'
import { heldPosition, instrument, order, rulesWith } from '../testing/fixtures.ts'
import { Decimal } from '../units/decimal.ts'
import { price, quote } from '../units/quantities.ts'
import { tierRows } from '../venues/defineRules.ts'
import { builtinRules } from '../venues/builtinRules.ts'
import { plainRules } from '../venues/plain/plainRules.ts'
import { standardRules } from '../venues/standard/standardRules.ts'
import { calculate } from './calculate.ts'
import type { CalculatorScene } from './Calculator.ts'
import { liquidation } from './liquidation.ts'

type Given = Readonly<Record<string, string>>

const of = (field: string, given: Given, words?: SceneWords): string => calculated(liquidation, field, given, words)

/** BTC 20,000 at 10x: a third of a coin. */
const third = { size: '0.33333333', entryPrice: '60000', leverage: '10' }

/** Scenario A of product.md 5.3: the ETH short and the SOL long beside it. */
function besideOthers(mode: 'isolated' | 'cross'): CalculatorScene {
  const scene = sceneOf({ mode, rules: plainRules, step: '0.00000001' })
  const btc = { ...scene.instrument, symbol: 'BTC-PERP', base: 'BTC-PERP' }
  const positions = [
    heldPosition({ leg: 'ETH', instrument: 'ETH-PERP', pool: 'cross', qty: '-3.33333333', entry: '3000' }),
    heldPosition({ leg: 'SOL', instrument: 'SOL-PERP', pool: 'cross', qty: '266.66666667', entry: '150', leverage: '20' }),
  ]
  return {
    ...scene,
    instrument: btc,
    instruments: new Map([btc, instrument('ETH-PERP'), instrument('SOL-PERP')].map((each) => [each.symbol, each])),
    marks: new Map([['ETH-PERP', price('3000')], ['SOL-PERP', price('150')]]),
    account: bookAccount({ wallet: quote('10000'), cash: new Map(), positions }),
  }
}

/** Fee, maintenance margin, liquidation price and isolated margin of a market order of A at 60,000 and 10x, as the ledger takes it. */
function inTicket({ rules, instruments, account, mode, side, at }: CalculatorScene, size: string): readonly string[] {
  const marks = new Map([['A', price('60000')]])
  const context = { setting: { rules, instruments, walls: 'as-set' as const }, moment: { tick: 0, at, marks } }
  const placed = preview(account, order({ pool: mode, side: side === 'long' ? 'buy' : 'sell', qty: size }), context)
  if (!placed.ok) return [placed.error.code]
  const held = accountView(placed.value.account, { rules, instruments, marks }).positions
  const fees = placed.value.events.flatMap((event) => (event.type === 'filled' ? [event.fee.toFixed()] : []))
  return [...fees, ...held.flatMap((position) => [position.maintenanceMargin.toFixed(), position.liquidation.type === 'price' ? position.liquidation.price.toFixed() : position.liquidation.reason, ...(position.margin === undefined ? [] : [position.margin.toFixed()])])]
}

describe('liquidation', () => {
  it('[A3] isolated: (q E - M) / (q (1 - m)) = 18,000 / (q 0.995), and what stands around it', () => {
    expect(of('notional', third)).toBe('19999.9998')
    expect(of('initialMargin', third)).toBe('1999.99998')
    expect(of('maintenanceMargin', third)).toBe('99.999999')
    expect(of('liquidationPrice', third)).toBe('54271.36')
    // 54,000: the tenth that the margin pays for
    expect(of('bankruptcyPrice', third)).toBe('54000')
    expect(of('marginRatio', third)).toBe('0.05')
    expect(of('tier', third)).toBe('1')
    expect(of('maintenanceRate', third)).toBe('0.005')
  })

  it('[A4] the distance is a share of the mark, never more than it is; what can be lost counts the fee of opening', () => {
    // (60,000 - 54,271.36) / 60,000 = 0.0954773333…
    expect(of('liquidationDistance', third)).toBe('0.095477333333')
    expect(of('liquidationDistance', { ...third, markPrice: '57000' })).toBe('0.047870877192') // 2,728.64 / 57,000 = 0.04787087719298…
    // 2,000 behind the wall and 0.05 % of 20,000
    expect(of('canLose', { size: '0.4', entryPrice: '50000', leverage: '10' }, { rules: standardRules })).toBe('2010')
    // a loss of 1,000 already made is lost: 2,000 - 0.4 x 2,500 + 10
    expect(of('canLose', { size: '0.4', entryPrice: '50000', leverage: '10', markPrice: '47500' }, { rules: standardRules })).toBe('1010')
  })

  it('[A3] cross: the liquidation price includes all other positions, alone and together', () => {
    // Plain rules ask 50 of ETH and 400 of SOL: (20,000 - 10,000 + 450) / (q 0.995) = 31,507.54, rounded up
    const { results } = calculate(liquidation, valuesOf(third), besideOthers('cross'))
    expect(shown(results['liquidationPrice'])).toBe('31507.54')
    // all fall by x: 10,000 - (20,000 - 10,000 + 40,000) x = 550 (1 - x), x = 9,450 / 49,450; 60,000 (1 - x) = 48,533.872…
    expect(shown(results['liquidationTogether'])).toBe('48533.88')
    // behind its own wall none of them matters
    expect(shown(calculate(liquidation, valuesOf(third), besideOthers('isolated')).results['liquidationPrice'])).toBe('54271.36')
  })

  it('[A3] inverse: 60,000 USD at 50,000 and 10x, a short: 1.2 coins, 0.12 behind them', () => {
    // surplus in coins, short: 0.12 - q (1/E - 1/P) - m q / P = 0: P = q (1 - m) / (q / E - 0.12) = 59,700 / 1.08 = 55,277.77…, rounded down
    const given = { size: '60000', entryPrice: '50000', leverage: '10' }
    expect(of('liquidationPrice', given, { type: 'inverse', side: 'short', step: '1' })).toBe('55277.77')
    // long: P = q (1 + m) / (q / E + 0.12) = 60,300 / 1.32 = 45,681.81…, rounded up
    expect(of('liquidationPrice', given, { type: 'inverse', step: '1' })).toBe('45681.82')
    expect(of('notional', given, { type: 'inverse', step: '1' })).toBe('1.2')
    // no price takes a short at 1x
    expect(of('liquidationPrice', { ...given, leverage: '1' }, { type: 'inverse', side: 'short', step: '1' })).toBe('fully-collateralized')
  })

  it('[A3] Bybit: long of 1 at 20,000 and 50x is liquidated at 19,700; the short with 3,000 added at 23,300', () => {
    // help "Liquidation Price (USDT Contract)", examples 1 and 2, the page named in venues/bybit/SPEC.md, read 2026-11-22
    const bybit = { rules: builtinRules.get('bybit-classic') ?? plainRules, tick: '0.5', step: '0.001' }
    const given = { size: '1', entryPrice: '20000', leverage: '50' }
    const rules = { ...bybit.rules, tiers: { default: bybit.rules.tiers.BTCUSDT ?? bybit.rules.tiers.default } }
    expect(of('liquidationPrice', given, { ...bybit, rules })).toBe('19700')
    expect(of('liquidationPrice', { ...given, margin: '3400' }, { ...bybit, rules, side: 'short' })).toBe('23300')
    // and back: what must be behind it
    expect(of('margin', { ...given, liquidationPrice: '23300' }, { ...bybit, rules, side: 'short' })).toBe('3400')
  })

  it('[A3] Binance: BTC long at 100,000 and 10x, isolated, is liquidated at about 90,400', () => {
    // the calculator's guide as summed up at smalldrift.pages.dev/blog/binance-futures-calculator-guide, read 2026-11-22; 0.4 %: 90,000 / 0.996 = 90,361.44…
    const price = of('liquidationPrice', { size: '0.1', entryPrice: '100000', leverage: '10' }, { rules: rulesWith({ maintenanceRate: '0.004' }) })
    expect([price, new Decimal(price).toSignificantDigits(3).toFixed()]).toEqual(['90361.45', '90400'])
  })

  it('[A3, P8] says the margin, fee and liquidation price of the same market order in the ticket', () => {
    const known = [standardRules, builtinRules.get('bybit-uta') ?? standardRules, builtinRules.get('okx') ?? standardRules]
    const all = known.flatMap((rules) => (['isolated', 'cross'] as const).flatMap((mode) => (['long', 'short'] as const).map((side) => sceneOf({ rules, mode, side }))))
    for (const scene of all) {
      const { results } = calculate(liquidation, valuesOf({ size: '1.2', entryPrice: '60000', leverage: '10' }), scene)
      const fields = ['openingFee', 'maintenanceMargin', 'liquidationPrice', ...(scene.mode === 'isolated' ? ['initialMargin'] : [])]
      expect(fields.map((field) => shown(results[field]))).toEqual(inTicket(scene, '1.2'))
    }
  })

  it('[A1] margin, leverage, wallet, size and entry price from a wanted liquidation price', () => {
    const fiftyThousand = { ...third, liquidationPrice: '50000' }
    // q (E - 0.995 P) = 19,999.9998 - 16,583.3331675 = 3,416.6666325; a ten-thousandth moves the price by less than a tick
    expect(of('margin', fiftyThousand)).toBe('3416.6667')
    // 20,000 / 3,416.67 = 5.8536…, and less leverage is further away
    expect(of('leverage', fiftyThousand)).toBe('5.85')
    // in the shared pool the wallet must hold the same
    expect(of('wallet', fiftyThousand, { mode: 'cross' })).toBe('3416.6667')
    // 2,000 = q 60,000 - q 49,750: q = 0.19512…, down to the step
    expect(of('size', { entryPrice: '60000', leverage: '10', margin: '2000', liquidationPrice: '50000' })).toBe('0.1951')
    // 0.9 E / 0.995 = 50,000: E = 55,277.777…, down to the tick (with M and q in proportion)
    expect(of('entryPrice', { size: '1', leverage: '10', liquidationPrice: '50000' })).toBe('55277.77')
    // a fifth below the mark is 48,000
    expect(of('margin', { ...third, liquidationDistance: '0.2' })).toBe(of('margin', { ...third, liquidationPrice: '48000' }))
    expect(of('leverage', { ...third, bankruptcyPrice: '48000' })).toBe('5')
  })

  it('[A2] size from notional, then leverage from the liquidation price', () => {
    const { solved } = calculate(liquidation, valuesOf({ notional: '20000', entryPrice: '60000', liquidationPrice: '50000' }), sceneOf(), { solve: 'leverage' })
    expect(shown(solved['size'])).toBe('0.3333')
    expect(shown(solved['leverage'])).toBe('5.85')
  })

  it('[A1] says why nothing gives what is wanted', () => {
    // above the mark a long is liquidated already
    expect(of('margin', { ...third, liquidationPrice: '61000' })).toBe('no-root')
    // 59,990 would need 18 of margin on 20,000: beyond the 100x of the tier
    expect(of('leverage', { ...third, liquidationPrice: '59990' }, { rules: { ...plainRules, tiers: { default: tierRows(['0', '0', '0', '100']) } } })).toBe('outside-tier-table 100')
    // in the shared pool leverage moves no liquidation price
    expect(of('leverage', { ...third, liquidationPrice: '50000' }, { mode: 'cross' })).toBe('no-effect')
    expect(of('liquidationPrice', { ...third, leverage: '150' })).toBe('outside-tier-table 100')
    expect(of('liquidationPrice', { ...third, leverage: '0.5' })).toBe('leverage-below-one')
    expect(of('liquidationPrice', { ...third, size: '0' })).toBe('size-not-positive')
    expect(of('liquidationPrice', { size: '1', leverage: '10' })).toBe('missing')
  })

  it('[A1] a jump of the requirement is passed on the safe side', () => {
    // 1 % up to a notional of 5,000, then 10 %: 1 A with 1,000 behind it. From E = 5,500 on it fails at (E - 1,000) / 0.9 >= 5,000,
    // before at (E - 1,000) / 0.99 < 4,546: no entry price gives 4,800, and 5,499 is the last that is further away
    const rules = rulesWith({ tiers: { default: tierRows(['0', '0.01', '0', '100'], ['5000', '0.1', '0', '100']) } })
    expect(of('entryPrice', { size: '1', margin: '1000', liquidationPrice: '4800' }, { rules, tick: '1' })).toBe('5499')
  })

  it('[A1] two sizes with one distance: a long beside a short of 1 in the shared pool', () => {
    // Net short, x up: 1/6 = (1 - q) x + 0.005 (1 + q) (1 + x), x = 0.5: q = 0.3408333 / 0.4925 = 0.69204…, up to what is not below
    // net long, x down: 1/6 = (q - 1) x + 0.005 (1 + q) (1 - x): q = 0.6641667 / 0.5025 = 1.32172…, down
    const scene = sceneOf({ mode: 'cross' })
    const short: Position = { ...heldPosition({ leg: 'A@cross', pool: 'cross', qty: '-1', entry: '60000' }), positionSide: 'short' }
    const account = bookAccount({ wallet: quote('10000'), cash: new Map(), positions: [short] })
    const { solved } = calculate(liquidation, valuesOf({ entryPrice: '60000', leverage: '10', liquidationDistance: '0.5' }), { ...scene, account })
    const size = solved['size']
    expect(size?.type === 'none' && size.reason === 'two-roots' && size.roots.map((root) => root.toFixed())).toEqual(['0.6921', '1.3217'])
  })
})

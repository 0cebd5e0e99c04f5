import { describe, expect, it } from 'vitest'
import { rate } from '../units/quantities.ts'
import { command, eventsOf, instrument, order, pathTape, played, rulesWith, story, tierTable } from '../testing/fixtures.ts'

const flat = pathTape({ A: [100, 100] })

describe('placeOrder', () => {
  it('[P1] a size in quote needs a price above zero; nothing else of the order remains', () => {
    for (const mark of [0, -10]) {
      expect(story(played({ tape: pathTape({ A: [mark, 10] }), commands: [order({ notional: '100' })] }))).toEqual(['refused place-order price-not-positive'])
    }
  })

  it('[P1] nothing opens at a price of exactly zero, where no margin would be needed', () => {
    const words = { tape: pathTape({ A: [0, 10] }), rules: rulesWith({ comparison: 'below' as const }) }
    expect(story(played({ ...words, commands: [order()] }))).toEqual(['refused place-order price-not-positive'])
    expect(story(played({ ...words, tape: pathTape({ A: [-10, -10] }), commands: [order()] }))).toEqual(['market A@isolated 1 @ -10'])
  })

  it('[P1] at a negative price the tier is that of the size, not of the sign', () => {
    // |100,000 x -100| = 10,000,000 is in the third tier: at most 20x
    const tiers = { default: tierTable(['0', '0.005', '0', '100'], ['50000', '0.01', '250', '50'], ['250000', '0.025', '4000', '20']) }
    const run = played({ tape: pathTape({ A: [-100, -100] }), wallet: '1000000', rules: rulesWith({ tiers }), commands: [order({ qty: '100000', leverage: '100' })] })
    expect(story(run)).toEqual(['refused place-order leverage-above-limit'])
  })

  it('[P2] a resting order is paid from its own reserve', () => {
    // 1 x 95 / 10x = 9.5 are held back of 10; when the limit is reached they are there for it
    const run = played({ tape: pathTape({ A: [100, 90] }), wallet: '10', commands: [order({ orderType: 'limit', price: '95' })] })
    expect(story(run)).toEqual(['resting', 'limit A@isolated 1 @ 95'])
  })

  it('[P2] what one order holds back another cannot use', () => {
    const commands = [order({ orderType: 'limit', price: '95' }), order({ leg: 'second' }), order({ leg: 'third', qty: '0.04' })]
    // 10 - 9.5 = 0.5 are left: 100 / 10 = 10 is too much, 0.04 x 100 / 10 = 0.4 is not
    const run = played({ tape: flat, wallet: '10', commands })
    expect(story(run)).toEqual(['resting', 'refused place-order insufficient-margin', 'market third 0.04 @ 100'])
    const [refusal] = eventsOf(run, 'command-refused')
    expect(refusal?.reason).toMatchObject({ code: 'insufficient-margin' })
    if (refusal?.reason.code === 'insufficient-margin') expect([refusal.reason.required.toFixed(), refusal.reason.available.toFixed()]).toEqual(['10', '0.5'])
  })

  it('[P5] in hedge mode an order never crosses to the other side, whatever side it names', () => {
    const long = order({ positionSide: 'long', leg: 'L' })
    const sell = (positionSide: 'both' | 'long' | 'short') => order({ tick: 1, leg: 'L', side: 'sell', qty: '3', positionSide })
    for (const side of ['both', 'long', 'short'] as const) {
      expect(story(played({ tape: flat, commands: [long, sell(side)] })).at(-1)).toBe('refused place-order wrong-side')
    }
    expect(story(played({ tape: flat, commands: [long, { ...sell('both'), reduceOnly: true }] })).at(-1)).toBe('market L -1 @ 100')
  })

  it('[P5] a shared pool holds one position an instrument, or the two sides of a hedge', () => {
    const first = order({ pool: 'cross', leg: 'first', positionSide: 'long' })
    const next = (positionSide: 'both' | 'long' | 'short') => order({ pool: 'cross', leg: 'next', side: positionSide === 'short' ? 'sell' : 'buy', positionSide })
    expect(story(played({ tape: flat, commands: [first, next('both')] })).at(-1)).toBe('refused place-order position-exists-in-pool')
    expect(story(played({ tape: flat, commands: [first, next('long')] })).at(-1)).toBe('refused place-order position-exists-in-pool')
    expect(story(played({ tape: flat, commands: [first, next('short')] })).at(-1)).toBe('market next -1 @ 100')
    expect(story(played({ tape: flat, commands: [first, order({ leg: 'alone' })] })).at(-1)).toBe('market alone 1 @ 100')
  })

  it('[P3] the targets of an order that only reduces leave those of the position alone', () => {
    const commands = [order({ qty: '2', takeProfit: '150', stopLoss: '80' }), order({ tick: 1, side: 'sell', takeProfit: '50', stopLoss: '120' })]
    const run = played({ tape: flat, commands })
    expect(story(run)).toEqual(['market A@isolated 2 @ 100', 'market A@isolated -1 @ 100'])
    const held = run.accountAt(1).positions.get('A@isolated')
    expect([held?.takeProfit?.toFixed(), held?.stopLoss?.toFixed()]).toEqual(['150', '80'])
  })

  it('[P1] names that every object has are names like others', () => {
    const symbol = 'constructor'
    const commands = [order({ instrument: symbol, leg: 'toString' }), command.close(1, 'toString')]
    const words = { tape: pathTape({ [symbol]: [100, 100] }), instruments: [instrument(symbol)], commands }
    expect(story(played(words))).toEqual(['market toString 1 @ 100', 'close toString -1 @ 100'])
    expect(story(played(words, {}))).toEqual(['market toString 1 @ 100', 'close toString -1 @ 100'])
  })

  it('[P1] malformed orders are refused with what is wrong', () => {
    const refusal = (words: Parameters<typeof order>[0]) => story(played({ tape: flat, rules: rulesWith({ fees: { maker: rate('0'), taker: rate('0.01') } }), commands: [order(words)] }))
    expect(refusal({ instrument: 'Z' })).toEqual(['refused place-order unknown-instrument'])
    expect(refusal({ leverage: '0.5' })).toEqual(['refused place-order leverage-below-one'])
    expect(refusal({ leverage: '101' })).toEqual(['refused place-order leverage-above-limit'])
    expect(refusal({ orderType: 'limit' })).toEqual(['refused place-order price-required'])
    expect(refusal({ orderType: 'stop', price: '99.995' })).toEqual(['refused place-order price-not-on-tick'])
    expect(refusal({ orderType: 'limit', price: '-1' })).toEqual(['refused place-order price-not-positive'])
    expect(refusal({ takeProfit: '0' })).toEqual(['refused place-order price-not-positive'])
    expect(refusal({ qty: '0' })).toEqual(['refused place-order quantity-zero'])
    expect(refusal({ qty: '-1' })).toEqual(['refused place-order quantity-zero'])
    expect(refusal({ qty: '0.000000001' })).toEqual(['refused place-order quantity-below-step'])
    expect(refusal({ notional: '0.0000001' })).toEqual(['refused place-order quantity-below-step'])
    expect(refusal({ reduceOnly: true })).toEqual(['refused place-order nothing-to-reduce'])
    expect(refusal({ qty: '1000' })).toEqual(['refused place-order insufficient-margin'])
    expect(refusal({ pool: 'cross', qty: '1000' })).toEqual(['refused place-order insufficient-margin'])
    expect(refusal({ pool: 'bucket:x' })).toEqual(['refused place-order insufficient-margin'])
  })
})

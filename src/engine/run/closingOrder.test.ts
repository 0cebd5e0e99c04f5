import { describe, expect, it } from 'vitest'
import { bookAccount } from '../ledger/bookAccount.ts'
import { poolOf } from '../margin/poolMargin.ts'
import { heldPosition, rulesWith } from '../testing/fixtures.ts'
import { price, quote, rate } from '../units/quantities.ts'
import { closingOrder } from './closingOrder.ts'

describe('closing order', () => {
  it('[Q2, M14] the largest requirement counts closing fees that the margin sets aside', () => {
    // at 10x: 0.5 % of 100 + 1 % of 180 = 2.3 for a; 0.5 % of 101 + 1 % of 45 = 0.955 for b, of the higher mark
    const rules = rulesWith({
      exitCost: { rate: rate('0.01'), on: 'margin-bankruptcy', fixed: quote('0'), combine: 'sum' },
      liquidation: { ...rulesWith().liquidation, sharedPool: 'largest-requirement-first' },
    })
    const positions = [heldPosition({ leg: 'b', instrument: 'B', pool: 'cross', qty: '1', entry: '50' }), heldPosition({ leg: 'a', pool: 'cross', qty: '1', entry: '200' })]
    const account = bookAccount({ wallet: quote('1000'), cash: new Map(), positions })
    const marks = new Map([['A', price('100')], ['B', price('101')]])
    expect(closingOrder(account, poolOf(account, 'cross'), { marks, rules }).map(({ leg }) => leg)).toEqual(['a', 'b'])
  })
})

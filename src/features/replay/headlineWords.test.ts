import { describe, expect, it } from 'vitest'
import type { HeadlineFacts } from '../../store/selectors/rows/HeadlineFacts.ts'
import { createFormat } from '../../ui/format/createFormat.ts'
import { headlineText, list } from './headlineWords.ts'

const format = createFormat('1,234.5')

const facts: HeadlineFacts = {
  kind: 'cross-lost-all',
  isMoment: false,
  hasEnded: true,
  deposited: '10000',
  isolated: '9300',
  cross: '0',
  gap: '9300',
  quote: 'USDT',
  isolatedOpen: ['BTC', 'ETH'],
  crossOpen: [],
  isolatedLiquidated: ['SOL'],
  crossLiquidated: ['SOL', 'BTC', 'ETH'],
  cause: { twin: 'all-cross', seq: 5, tick: 73, base: 'SOL', priceKind: 'mark', move: -0.2584, along: ['BTC', 'ETH'], assets: [] },
}

describe('the sentence over the charts', () => {
  it('says what scenario A shows at its end (product.md 5.3)', () => {
    expect(headlineText(facts, format)).toBe('Same trades, same prices. Isolated kept 9,300 of 10,000 USDT. Cross lost everything when SOL fell 26%.')
  })
  it('says it in the present at the moment itself', () => {
    expect(headlineText({ ...facts, isMoment: true, hasEnded: false, isolated: '8790.83' }, format)).toBe(
      'Same trades, same prices. Cross has just lost all 10,000 USDT. Isolated holds 8,790.83, with BTC and ETH still open.',
    )
  })
  it('says what scenario B shows at its end', () => {
    const wick: HeadlineFacts = { ...facts, kind: 'cross-ahead', isolated: '8500', cross: '12100', cause: { twin: 'all-isolated', seq: 3, tick: 40, base: 'SOL', priceKind: 'mark', move: -0.0404, along: [], assets: [] } }
    expect(headlineText(wick, format)).toBe('Same trades, same prices. Cross made 12,100 of 10,000 USDT. Isolated ended at 8,500 when SOL fell 4.0%.')
  })
  it('names what the margin was in, where that lost value too [C2]', () => {
    const depeg: HeadlineFacts = {
      ...facts, kind: 'isolated-ahead', isolated: '9698', cross: '486', quote: 'USD',
      cause: { twin: 'all-cross', seq: 5, tick: 80, base: 'BTC', priceKind: 'mark', move: -0.1917, along: [], assets: [{ leg: 'USDC', base: 'USDC', price: '0.971' }] },
    }
    expect(headlineText(depeg, format)).toBe('Same trades, same prices. Isolated kept 9,698 of 10,000 USD. Cross ended at 486 when BTC fell 19% with USDC at 0.9710.')
  })
  it('says when nothing differs, when all is lost, and when nothing was traded', () => {
    expect(headlineText({ ...facts, kind: 'same', isolated: '10100', cross: '10100' }, format)).toBe('Same trades, same prices. Isolated and Cross both ended at 10,100 of 10,000 USDT.')
    expect(headlineText({ ...facts, kind: 'both-lost-all', isolated: '0' }, format)).toBe('Same trades, same prices. Isolated and Cross both lost all 10,000 USDT.')
    expect(headlineText({ ...facts, kind: 'nothing-open' }, format)).toContain('Nothing has been traded yet')
  })
  it('lists names as people do', () => {
    expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C'], ['A', 'B', 'C', 'D', 'E']].map((names) => list(names))).toEqual(['', 'A', 'A and B', 'A, B and C', 'A, B and 3 more'])
  })
})

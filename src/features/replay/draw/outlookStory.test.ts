import { describe, expect, it } from 'vitest'
import type { Outlook } from '../../../store/DrawActions.ts'
import { outlookMarks, outlookSentence } from './outlookStory.ts'

const base = (symbol: string): string => symbol.replace('-PERP', '')

function outlook(lost: Readonly<Partial<Record<keyof Outlook['twins'], readonly [tick: number, price: string]>>>, open: readonly string[] = ['SOL']): Outlook {
  const twin = (key: keyof Outlook['twins']): Outlook['twins']['as-set'] => {
    const at = lost[key]
    return { equity: '1', open: at === undefined ? open : [], liquidations: at === undefined ? [] : [{ leg: 'SOL', instrument: 'SOL-PERP', tick: at[0], place: at[0] - 0.5, price: at[1], isPart: false }] }
  }
  return { tick: 10, until: 60, legs: [{ leg: 'SOL', instrument: 'SOL-PERP', isLong: true }], twins: { 'as-set': twin('as-set'), 'all-isolated': twin('all-isolated'), 'all-cross': twin('all-cross') } }
}

describe('what would happen, in words', () => {
  it('tells who is lost where, and who lives', () => {
    expect(outlookSentence(outlook({ 'all-isolated': [71, '105'], 'as-set': [71, '105'] }), base)).toBe('SOL isolated at bar 71, yours at bar 71; cross survives.')
    expect(outlookSentence(outlook({ 'all-cross': [50, '90'] }), base)).toBe('SOL cross at bar 50; isolated and yours survive.')
    expect(outlookSentence(outlook({ 'all-cross': [50, '90'], 'all-isolated': [20, '91'], 'as-set': [20, '91'] }), base)).toBe('SOL isolated at bar 20, cross at bar 50, yours at bar 20.')
    expect(outlookSentence(outlook({}), base)).toBe('Nobody is liquidated up to bar 60.')
    expect(outlookSentence({ ...outlook({}), until: 10 }, base)).toBe('Draw a line to see who would be liquidated on it.')
    expect(outlookSentence({ ...outlook({}), legs: [] }, base)).toBe('Nothing is open: no position would be liquidated.')
  })

  it('says nobody survives who has closed before', () => {
    expect(outlookSentence(outlook({ 'all-isolated': [20, '91'] }, []), base)).toBe('SOL isolated at bar 20.')
  })

  it('marks one place once, with the accounts it happens in', () => {
    expect(outlookMarks(outlook({ 'all-isolated': [71, '105'], 'as-set': [71, '105'], 'all-cross': [80, '90'] }), 'SOL-PERP').map(({ tick, price, accounts }) => [tick, price, accounts])).toEqual([[70.5, '105', ['iso', 'yours']], [79.5, '90', ['cross']]])
    expect(outlookMarks(outlook({ 'as-set': [71, '105'] }), 'BTC-PERP')).toEqual([])
  })
})

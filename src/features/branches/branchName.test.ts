import { describe, expect, it } from 'vitest'
import { branchDifferences } from '../../store/branches/branchDifferences.ts'
import { createFormat } from '../../ui/format/createFormat.ts'
import { branchName } from './branchName.ts'

type File = Parameters<typeof branchDifferences>[0]
type Given = File['commands'][number]

const say = { format: createFormat('1,234.5'), baseOf: (leg: string) => leg.split('-')[0] ?? leg }
const order: Given = { id: 'c1', tick: 0, type: 'place-order', instrument: 'SOL-PERP', pool: 'cross', side: 'buy', notional: '40000', leverage: '10', stopLoss: '120' }
const file = (commands: readonly Given[], fields: Partial<File> = {}): File => ({ schema: 1, title: 'x', rules: 'plain', tape: { type: 'scripted', id: 'the-wick' }, wallet: '10000', commands, ...fields })
const named = (commands: readonly Given[], fields: Partial<File> = {}, forkTick = 0): string =>
  branchName({ name: undefined, parent: 'b1', differences: branchDifferences(file([order]), file(commands, fields), forkTick) }, say)

describe('the name of a branch', () => {
  it('[B1] is what it does otherwise where it parts', () => {
    const leg = 'SOL-PERP@cross'
    expect(named([order, { id: 'c2', tick: 4, type: 'add-margin', leg, amount: '500' }])).toBe('+500 margin')
    expect(named([order, { id: 'c2', tick: 4, type: 'set-leverage', leg, leverage: '5' }])).toBe('5x instead of 10x')
    expect(named([{ ...order, leverage: '5' }])).toBe('5x instead of 10x')
    expect(named([{ ...order, pool: 'isolated' }])).toBe('isolated')
    expect(named([{ ...order, stopLoss: undefined }])).toBe('no stop')
    expect(named([{ ...order, notional: '4500.5' }])).toBe('4,500.5 instead of 40,000')
    expect(named([order, { id: 'c2', tick: 40, type: 'close-position', leg }])).toBe('SOL closed at bar 40')
    expect(named([order, { id: 'c2', tick: 40, type: 'move-position', leg, to: 'isolated' }])).toBe('SOL isolated')
    expect(named([order], { wallet: '5000' })).toBe('wallet 5,000')
    expect(named([order], { rules: 'bybit-linear' })).toBe('Bybit linear rules')
    expect(named([order], { tape: { type: 'scripted', id: 'one-bad-altcoin' } }, 60)).toBe('other prices from bar 60')
    expect(named([])).toBe('without buy 40,000 of SOL')
    expect(named([order])).toBe('the same so far')
  })

  it('counts what else is decided there, and leaves out what follows from it', () => {
    const parent = file([order, { id: 'c2', tick: 20, type: 'deposit', amount: '1' }])
    const given = file([order, { id: 'c3', tick: 9, type: 'deposit', amount: '7' }, { id: 'c4', tick: 15, type: 'deposit', amount: '8' }])
    expect(branchName({ name: undefined, parent: 'b1', differences: branchDifferences(parent, given, 9) }, say)).toBe('+7 wallet')
    expect(named([{ ...order, leverage: '3' }], { wallet: '1', rules: 'standard' })).toBe('wallet 1 and 2 more')
  })

  it('[B1] does not say of prices drawn later that they are what parted the lines', () => {
    const tape = file([]).tape
    const drawn = (...firsts: readonly number[]) => ({ tape: { type: 'drawn' as const, base: tape, lines: firsts.map((first) => ({ symbol: 'SOL-PERP', points: [[first, 100], [120, 90]] as const })) } })
    const closed: Given = { id: 'c2', tick: 8, type: 'close-position', leg: 'SOL-PERP@cross' }
    expect(named([order, closed], drawn(61), 8)).toBe('SOL closed at bar 8')
    expect(named([order], drawn(61), 61)).toBe('other prices from bar 61')
    // Drawn on from what the line was drawn with before.
    const parent = file([order], drawn(20))
    const differences = branchDifferences(parent, file([order], drawn(20, 61)), 61)
    expect(differences).toEqual([{ type: 'prices', from: 61 }])
    expect(branchDifferences(parent, file([order, closed], drawn(20, 61)), 8)).toEqual([{ type: 'added', command: closed, before: undefined }])
  })

  it('is the user’s where there is one, and the first is the one as traded', () => {
    expect(branchName({ name: 'Mine', parent: 'b1', differences: [] }, say)).toBe('Mine')
    expect(branchName({ name: undefined, parent: undefined, differences: [] }, say)).toBe('as traded')
  })
})

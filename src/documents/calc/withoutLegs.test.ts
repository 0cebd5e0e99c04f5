import { describe, expect, it } from 'vitest'
import { bookAccount } from '../../engine/index.ts'
import { parseBook } from '../book/parseBook.ts'
import { withoutLegs } from './withoutLegs.ts'

const book = parseBook({
  schema: 1,
  wallet: '8000',
  marks: { BTC: '60000', SOL: '150' },
  positions: [
    { instrument: 'BTC', pool: 'cross', qty: '0.5', entryPrice: '60000', leverage: '10' },
    { instrument: 'SOL', pool: 'isolated', qty: '100', entryPrice: '150', leverage: '10', margin: '1500' },
  ],
})

describe('an account without legs', () => {
  if (!book.ok) throw new Error(JSON.stringify(book.error))
  const account = bookAccount(book.value.book)
  const [btc, sol] = ['BTC', 'SOL'].map((symbol) => [...account.positions.values()].find(({ instrument }) => instrument === symbol)?.leg ?? '')
  it('has the margin of a wall back in the shared pool, and what is shared as it was', () => {
    const left = withoutLegs(account, [sol ?? ''])
    expect([...left.positions.keys()]).toEqual([btc])
    // 8,000 in the pool, and the 1,500 behind the wall
    expect(left.pools.get('cross')?.cash.toFixed()).toBe('9500')
    expect(withoutLegs(account, [btc ?? '']).pools.get('cross')).toMatchObject({ legs: [] })
    expect(withoutLegs(account, [btc ?? '']).pools.get('cross')?.cash.toFixed()).toBe('8000')
  })
  it('is the same where no leg has that name', () => expect(withoutLegs(account, ['none'])).toBe(account))
})

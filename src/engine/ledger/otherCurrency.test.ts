import { describe, expect, it } from 'vitest'
import { accountCurrency, settleCurrency } from '../instruments/settleCurrency.ts'
import { eventsOf, instrument, order, pathTape, played, setupOf, story } from '../testing/fixtures.ts'
import { createRun } from '../run/createRun.ts'

const coin = (base: string) => ({ ...instrument(`${base}USD`), type: 'inverse' as const, base, quote: 'USD' })
const asset = { ...instrument('USDC'), type: 'spot' as const, base: 'USDC', quote: 'USD' }

describe('the currency of an account', () => {
  it('[C3] is the coin of inverse contracts, the quote currency of linear ones; assets do not decide it', () => {
    expect([coin('BTC'), instrument('ETH'), asset].map(settleCurrency)).toEqual(['BTC', 'USDT', 'USD'])
    expect(accountCurrency([asset, coin('BTC'), coin('ETH')])).toBe('BTC')
    expect(accountCurrency([asset])).toBe('USD')
    expect(accountCurrency([])).toBeUndefined()
  })

  it('[C3] orders in what settles in another currency are refused, and change nothing', () => {
    const words = {
      tape: pathTape({ BTCUSD: [50_000, 50_000], ETHUSD: [2000, 2000] }),
      commands: [order({ instrument: 'ETHUSD', qty: '100' }), order({ instrument: 'BTCUSD', qty: '100' })],
    }
    const run = createRun({ ...setupOf(words), instruments: [coin('BTC'), coin('ETH')] }, 'as-set')
    run.advanceTo(1)
    expect(eventsOf(run, 'command-refused').map(({ reason }) => reason)).toEqual([{ code: 'other-currency', instrument: 'ETHUSD', currency: 'ETH', account: 'BTC' }])
    expect([...run.accountAt(1).positions.keys()]).toEqual(['BTCUSD@isolated'])
  })

  it('[C3] instruments of one quote currency stand side by side', () => {
    expect(story(played({ tape: pathTape({ A: [100, 100], B: [50, 50] }), commands: [order({ instrument: 'A' }), order({ instrument: 'B' })] })).some((line) => line.includes('refused'))).toBe(false)
  })
})

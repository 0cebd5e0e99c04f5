import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookAccount, accountView, type PositionView } from '../../engine/index.ts'
import { problemLines } from '../Problem.ts'
import { parseBook, type BookSetup } from './parseBook.ts'

function read(document: object): BookSetup & { readonly notes: readonly string[] } {
  const parsed = parseBook({ schema: 1, ...document })
  if (!parsed.ok) throw new Error(problemLines(parsed.error).join('\n'))
  return { ...parsed.value, notes: problemLines(parsed.warnings) }
}

const view = (document: object) => {
  const setup = read(document)
  return accountView(bookAccount(setup.book), setup)
}

function priceOf({ liquidation }: PositionView): string {
  return liquidation.type === 'none' ? liquidation.reason : liquidation.exact.toSignificantDigits(16).toFixed()
}

/** One BTC long, 60,000, maintenance 0.5 %: liquidated at (60,000 - margin) / 0.995. */
const long = { instrument: 'BTC', pool: 'isolated', qty: '1', entryPrice: '60000' }
const held = (change: object, rest: object = {}) => ({ marks: { BTC: '61000' }, positions: [{ ...long, ...change }], ...rest })
/** (60,000 - 6,000) / 0.995 */
const AT_6000 = '54271.3567839196'

describe('the margin of an isolated position, in the words of the venue', () => {
  it.each<[string, object]>([
    ['cash without unrealised PnL', { margin: '6000' }],
    ['equity at the mark: 6,000 + 1,000', { equity: '7000' }],
    ['the quote side of the account: 7,000 - 61,000', { quoteBalance: '-54000' }],
    ['cash with a reserve that does not count', { margin: '6100', feeReserve: '100' }],
    ['equity with a reserve that does not count', { equity: '7100', feeReserve: '100' }],
    ['its initial margin at entry, 60,000 / 10', {}],
    ['equity alone, seen from the mark: the entry is not needed', { equity: '7000', entryPrice: undefined }],
    ['the quote side alone', { quoteBalance: '-54000', entryPrice: undefined }],
  ])('%s', (_, change) => {
    const { positions, pools } = view(held(change))
    expect(positions.map(priceOf)).toEqual([AT_6000])
    expect(pools.find(({ type }) => type === 'isolated')?.equity.toFixed()).toBe('7000')
  })

  it('a bucket and the cross pool the same way', () => {
    const cross = (rest: object) => view(held({ pool: 'cross' }, rest)).positions.map(priceOf)
    expect([{ wallet: '6000' }, { equity: '7000' }, { quoteBalance: '-54000' }].map(cross)).toEqual([[AT_6000], [AT_6000], [AT_6000]])
    const bucket = (rest: object) => view(held({ pool: 'bucket:a' }, { pools: [{ id: 'bucket:a', ...rest }] })).positions.map(priceOf)
    expect([{ margin: '6000' }, { equity: '7000' }, { quoteBalance: '-54000' }].map(bucket)).toEqual([[AT_6000], [AT_6000], [AT_6000]])
  })
})

describe('sizes', () => {
  it('contracts are multiples of the contract size, in base or, inverse, in quote', () => {
    const instruments = [{ symbol: 'BTC', contractSize: '0.01' }]
    const { positions } = read(held({ qty: undefined, contracts: '-150' }, { instruments })).book
    expect(positions[0]?.qty.toFixed()).toBe('-1.5')
    const inverse = [{ symbol: 'BTC', type: 'inverse', contractSize: '100' }]
    const [position] = read(held({ qty: undefined, contracts: '100', side: 'short', entryPrice: '25000' }, { instruments: inverse })).book.positions
    // margin-models.md 3: 100 contracts x 100 USD / 25,000 = 0.4 BTC; the value of a short counts positive
    expect([position?.type, position?.qty.toFixed(), position?.entryNotional.toFixed()]).toEqual(['inverse', '-10000', '0.4'])
  })

  it('a 1x inverse short with its whole value behind it has no liquidation price', () => {
    const instruments = [{ symbol: 'BTC', type: 'inverse' }]
    const short = { qty: '-60000', entryPrice: '60000' }
    expect(view(held({ ...short, margin: '1' }, { instruments })).positions.map(priceOf)).toEqual(['fully-collateralized'])
    // margin-models.md 3, maintenance on the mark: Q (1 - m) / (Q / E - M) = 60,000 x 0.995 / (1 - 0.5)
    expect(view(held({ ...short, margin: '0.5' }, { instruments })).positions.map(priceOf)).toEqual(['119400'])
  })
})

describe('the tier row of a position', () => {
  it('takes the place of the table', () => {
    const tier = { maintenanceRate: '0.01', maintenanceAmount: '50' }
    // (60,000 - 6,000 - 50) / 0.99
    expect(view(held({ margin: '6000', tier })).positions.map(priceOf)).toEqual(['54494.94949494949'])
  })

  it('two rows of one table are joined where both ask the same', () => {
    // Binance BTCUSDT: 0.4 % - 0 up to 50,000; 0.5 % - 50: (50 - 0) / (0.005 - 0.004) = 50,000
    const { rules } = read({
      marks: { BTC: '60000' },
      wallet: '1',
      positions: [
        { instrument: 'BTC', pool: 'cross', qty: '1', entryPrice: '60000', tier: { maintenanceRate: '0.005', maintenanceAmount: '50' } },
        { instrument: 'BTC', pool: 'cross', qty: '-0.5', entryPrice: '60000', tier: { maintenanceRate: '0.004', maintenanceAmount: '0' } },
      ],
    })
    expect(rules.tiers['BTC']?.map(({ floor, cap, maintenanceRate }) => [floor.toFixed(), cap?.toFixed(), maintenanceRate.toFixed()])).toEqual([
      ['0', '50000', '0.004'],
      ['50000', undefined, '0.005'],
    ])
  })

  it('no more leverage is assumed than the tier allows', () => {
    const at = (tier: object) => read(held({ tier })).book.positions[0]?.leverage.toFixed()
    expect([at({ maintenanceRate: '0.005' }), at({ maintenanceRate: '0.1', maxLeverage: '3' }), at({ maintenanceRate: '0.25' })]).toEqual(['10', '3', '4'])
  })

  it('a stated initial rate is the one that counts where no leverage is stated', () => {
    const tier = { maintenanceRate: '0.03', initialRate: '0.07' }
    // 61,000 x 0.07; with a leverage of 5 a fifth
    expect(view(held({ tier })).positions[0]?.initialMargin.toFixed()).toBe('4270')
    expect(view(held({ tier, leverage: '5' })).positions[0]?.initialMargin.toFixed()).toBe('12200')
  })
})

describe('what else is in the cross pool', () => {
  it('positions known by their figures only', () => {
    const otherPositions = { unrealizedPnl: '-500', maintenanceMargin: '100', initialMargin: '300' }
    const { positions, pools } = view(held({ pool: 'cross' }, { wallet: '6600', otherPositions }))
    // 6,600 - 500 - 100 = 6,000
    expect(positions.map(priceOf)).toEqual([AT_6000])
    expect(pools[0]).toMatchObject({ id: 'cross' })
    expect([pools[0]?.equity.toFixed(), pools[0]?.maintenanceMargin.toFixed(), pools[0]?.initialMargin.toFixed()]).toEqual(['7100', '405', '6400'])
  })

  it('assets count less their haircut; those without one count nothing, and it is said', () => {
    const collateral = [
      { asset: 'ETH', amount: '2', price: '3000', haircut: '0.1' },
      { asset: 'USDC', amount: '500', slices: [{ haircut: '0' }, { floor: '100', haircut: '0.05' }] },
      { asset: 'DOGE', amount: '1000', price: '0.1' },
      { asset: 'DUST', amount: '0', price: '1' },
    ]
    const setup = read({ ...held({ pool: 'cross' }), marks: { BTC: '60000', USDC: '1' }, wallet: '0', collateral })
    expect(setup.notes).toEqual(['collateral[2]: rules plain have no haircut for DOGE: it counts nothing', 'collateral[3]: rules plain have no haircut for DUST: it counts nothing'])
    const { positions, pools } = accountView(bookAccount(setup.book), setup)
    // 6,000 + 500 + 100 in all; haircuts 600 + 400 x 0.05 + 100; 5,880 count: (60,000 - 5,880) / 0.995
    expect([pools[0]?.equity.toFixed(), pools[0]?.haircut.toFixed()]).toEqual(['6600', '720'])
    expect(priceOf(positions[0] as PositionView)).toBe('54391.95979899497')
  })

  it('index and last prices stand beside the marks', () => {
    const { marks } = read({ ...held({}), marks: { BTC: { mark: '61000', index: '61010', last: '60990' } } })
    expect([...marks].map(([key, value]) => [key, value.toFixed()])).toEqual([['BTC', '61000'], ['BTC#index', '61010'], ['BTC#last', '60990']])
  })

  it('open interest raises the initial rate between its two ends', () => {
    const rules = { extends: 'plain', tiers: { BTC: [{ maintenanceRate: '0.03', initialRate: '0.05' }] }, openInterest: { BTC: { lower: '1000000', upper: '3000000' } } }
    const at = (openInterest: string) => view(held({}, { rules, instruments: [{ symbol: 'BTC', openInterest }] })).positions[0]?.initialMarginRate.toFixed()
    // 32.7868… BTC x 61,000 = 2,000,000 is half way: 0.05 + 0.95 x 0.5; above the upper end everything
    expect(at('10')).toBe('0.05')
    expect(at('100')).toBe('1')
    const half = Number(at('32.78688524590164'))
    expect(half).toBeCloseTo(0.525, 12)
  })
})

describe('[W1, N1] however it is said, it is the same book', () => {
  it('cash, equity and quote balance of random positions', () => {
    const units = fc.integer({ min: 1, max: 10 ** 6 }).chain((size) => fc.boolean().map((isShort) => (isShort ? -size : size)))
    const prices = fc.integer({ min: 1, max: 10 ** 5 })
    fc.assert(
      fc.property(units, prices, prices, fc.integer({ min: -1000, max: 10 ** 6 }), (size, entry, mark, margin) => {
        const qty = String(size / 1000)
        const pnl = (size * (mark - entry)) / 1000
        const stated = { marks: { BTC: mark }, positions: [{ ...long, qty, entryPrice: entry }] }
        const told = (change: object): unknown => {
          const book = { ...stated, positions: [{ ...stated.positions[0], ...change }] }
          const { pools, positions } = view(book)
          return [pools.map(({ equity }) => equity.toFixed()), positions.map(priceOf)]
        }
        const asCash = told({ margin: String(margin) })
        expect(told({ equity: (margin + pnl).toFixed(3) })).toEqual(asCash)
        expect(told({ quoteBalance: (margin - (size * entry) / 1000).toFixed(3) })).toEqual(asCash)
      }),
    )
  })
})

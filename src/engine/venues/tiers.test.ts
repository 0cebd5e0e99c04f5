import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tiersOf } from '../margin/requirement.ts'
import { required } from '../result/result.ts'
import { Decimal } from '../units/decimal.ts'
import { builtinRules } from './builtinRules.ts'

/**
 * The dated tables of the shared folder against the ones registered here, figure by figure, and the requirement N m - c
 * at their boundaries. The folder is not part of the repository: without it there is nothing to compare with.
 */
const file = join(import.meta.dirname, '../../../../shared/tiers.json')

interface PublishedTier {
  readonly notionalFloor: number
  readonly notionalCap: number | null
  readonly maxLeverage: number
  readonly mmr: number
  readonly maintenanceAmount: number
}

interface PublishedTable {
  readonly venue: string
  readonly symbol: string
  readonly historical?: string
  readonly tiers?: readonly PublishedTier[]
}

const published: readonly PublishedTable[] = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly tables: readonly PublishedTable[] }).tables : []

const BYBIT = ['bybit-uta', 'bybit-classic']
const MIDDLE = 'DOGE,kPEPE,SUI,WLD,TRUMP,LTC,ENA,POPCAT,WIF,AAVE,kBONK,LINK,CRV,AVAX,ADA,UNI,NEAR,TIA,APT,BCH,HYPE,FARTCOIN'
const SMALL = 'OP,ARB,LDO,TON,MKR,ONDO,JUP,INJ,kSHIB,SEI,TRX,BNB,DOT'

/** Where each published table with deductions is registered: the sets, and the symbols in them. */
const REGISTERED: Readonly<Record<string, { readonly sets: readonly string[]; readonly symbols: readonly string[] }>> = {
  'binance BTCUSDT': { sets: ['binance-usdm'], symbols: ['BTCUSDT'] },
  'binance ETHUSDT': { sets: ['binance-usdm'], symbols: ['ETHUSDT'] },
  'binance SOLUSDT': { sets: ['binance-usdm'], symbols: ['SOLUSDT'] },
  'binance DOGEUSDT': { sets: ['binance-usdm'], symbols: ['DOGEUSDT'] },
  'binance NEIROUSDT': { sets: ['binance-usdm'], symbols: ['NEIROUSDT'] },
  'binance MEWUSDT': { sets: ['binance-usdm'], symbols: ['MEWUSDT'] },
  'binance BTCUSDT 2021-03-18': { sets: ['binance-usdm-2021'], symbols: ['BTCUSDT'] },
  'binance XEM/COTI/CHR/MANA/HBAR/ALICE-USDT (low cap group) 2021-03-18': { sets: ['binance-usdm-2021'], symbols: ['XEMUSDT', 'COTIUSDT', 'CHRUSDT', 'MANAUSDT', 'HBARUSDT', 'ALICEUSDT'] },
  'bybit BTCUSDT': { sets: BYBIT, symbols: ['BTCUSDT'] },
  'bybit BTCPERP': { sets: BYBIT, symbols: ['BTCPERP'] },
  'bybit RVNUSDT (low cap)': { sets: BYBIT, symbols: ['RVNUSDT'] },
  'bybit VOXEL/SWEAT/BSW/... low-cap group': { sets: BYBIT, symbols: ['VOXELUSDT', 'SWEATUSDT', 'BSWUSDT'] },
  'hyperliquid BTC': { sets: ['hyperliquid'], symbols: ['BTC'] },
  'hyperliquid ETH': { sets: ['hyperliquid'], symbols: ['ETH'] },
  'hyperliquid SOL': { sets: ['hyperliquid'], symbols: ['SOL'] },
  'hyperliquid XRP': { sets: ['hyperliquid'], symbols: ['XRP'] },
  [`hyperliquid ${MIDDLE}`]: { sets: ['hyperliquid'], symbols: MIDDLE.split(',') },
  [`hyperliquid ${SMALL}`]: { sets: ['hyperliquid'], symbols: SMALL.split(',') },
}

interface Row {
  readonly floor: Decimal
  readonly rate: Decimal
  readonly amount: Decimal
  readonly leverage: Decimal
}

/** A double means its shortest decimal. */
function rowOf({ notionalFloor, mmr, maintenanceAmount, maxLeverage }: PublishedTier): Row {
  const [floor, rate, amount, leverage] = [notionalFloor, mmr, maintenanceAmount, maxLeverage].map((figure) => new Decimal(String(figure)))
  return { floor: required(floor, 'a floor'), rate: required(rate, 'a rate'), amount: required(amount, 'an amount'), leverage: required(leverage, 'a leverage') }
}

function registeredRows(set: string, symbol: string): readonly Row[] {
  const rules = required(builtinRules.get(set), `rules ${set}`)
  expect(Object.keys(rules.tiers)).toContain(symbol)
  return tiersOf(rules, symbol).map((tier) => ({ floor: tier.floor, rate: tier.maintenanceRate, amount: tier.maintenanceAmount, leverage: tier.maxLeverage }))
}

/** N m - c above each boundary less N m - c below it. */
function jumpsOf(rows: readonly Row[]): readonly Decimal[] {
  return rows.slice(1).map(({ floor, rate, amount }, i) => {
    const below = required(rows[i], 'a tier below')
    return floor.times(rate).minus(amount).minus(floor.times(below.rate).minus(below.amount))
  })
}

const texts = (rows: readonly Row[]) => rows.map(({ floor, rate, amount, leverage }) => [floor, rate, amount, leverage].map((each) => each.toFixed()))
const zeros = (jumps: readonly Decimal[]) => jumps.map(() => '0')

/** A rate without an end in decimals (1/30) that the source cut where its doubles end. */
const isCut = (rows: readonly Row[]): boolean => rows.some(({ rate }) => rate.decimalPlaces() > 15)

const cases = published
  .filter(({ tiers }) => tiers?.some(({ maintenanceAmount }) => maintenanceAmount > 0) === true)
  .map(({ venue, symbol, historical, tiers = [] }) => ({ name: [venue, symbol, historical].filter((part) => part !== undefined).join(' '), tiers, rows: tiers.map(rowOf) }))

describe.skipIf(published.length === 0)('the published tier tables with deductions', () => {
  it('are the ones registered, no fewer and no more', () => {
    expect(cases.map(({ name }) => name).sort()).toEqual(Object.keys(REGISTERED).sort())
  })

  it.each(cases)('[M4] $name: each cap is the next floor, and N m - c is the same on both sides of it', ({ tiers, rows }) => {
    expect(tiers.slice(0, -1).map((tier) => tier.notionalCap)).toEqual(tiers.slice(1).map((tier) => tier.notionalFloor))
    const jumps = jumpsOf(rows)
    // 100,000,000 x 1/30 cut at 17 places, the amount at 6: together less than a millionth
    if (isCut(rows)) expect(jumps.every((jump) => jump.abs().lt('1e-6'))).toBe(true)
    else expect(jumps.map((jump) => jump.toFixed())).toEqual(zeros(jumps))
  })

  it.each(cases)('[M4] $name: registered with these figures, continuous to the last digit', ({ name, rows }) => {
    const { sets, symbols } = required(REGISTERED[name], name)
    for (const set of sets) {
      for (const symbol of symbols) {
        const ours = registeredRows(set, symbol)
        expect(jumpsOf(ours).map((jump) => jump.toFixed())).toEqual(zeros(jumpsOf(ours)))
        if (!isCut(rows)) expect(texts(ours)).toEqual(texts(rows))
        else expect(texts(ours.map(cutAlike))).toEqual(texts(rows.map(cutAlike)))
      }
    }
  })
})

/** Rate and amount of an endless rate as far as both tables have them: ten places and two. */
function cutAlike(row: Row): Row {
  return { ...row, rate: row.rate.toDecimalPlaces(10, Decimal.ROUND_DOWN), amount: row.amount.toDecimalPlaces(2, Decimal.ROUND_DOWN) }
}

describe('every registered table with deductions', () => {
  const tables = [...builtinRules.values()].flatMap((rules) =>
    Object.entries(rules.tiers)
      .filter(([, table]) => table.some((tier) => !tier.maintenanceAmount.isZero()))
      .map(([symbol]) => ({ set: rules.id, symbol })),
  )

  it.each(tables)('[M4] $set $symbol: N m - c is the same on both sides of every boundary, exactly', ({ set, symbol }) => {
    const jumps = jumpsOf(registeredRows(set, symbol))
    expect(jumps.map((jump) => jump.toFixed())).toEqual(zeros(jumps))
  })
})

import {
  asQuote, builtinRules, plainRules, price, priceKey, quote, resolveRules,
  type Book, type Instrument, type LegId, type Price, type PriceKind, type Quote, type Rules,
} from '../../engine/index.ts'
import { instrumentOf, instrumentsFor } from '../instruments/InstrumentDocument.ts'
import type { Problem } from '../Problem.ts'
import { keptTables } from '../rules/keptTables.ts'
import { rulesOf, type RulesReading } from '../rules/rulesOf.ts'
import { unknownRules } from '../rules/unknownRules.ts'
import { cashOf, othersOf } from './bookBacking.ts'
import { bookCollateral } from './bookCollateral.ts'
import type { BookDocument, TierRowDocument } from './BookDocument.ts'
import { bookProblems } from './bookProblems.ts'
import { bookTiers, type Tiered } from './bookTiers.ts'
import { positionsOf } from './positionsOf.ts'

/** A book and everything the engine needs to look at it: `bookAccount(book)`, then `accountView` with the rest. */
export interface BookSetup {
  readonly title: string
  /** With the tier rows and haircuts that the book itself states. */
  readonly rules: Rules
  readonly instruments: ReadonlyMap<string, Instrument>
  /** By `priceKey`. */
  readonly marks: ReadonlyMap<string, Price>
  readonly book: Book
  /** What positions have made so far, where the book says so. */
  readonly realized: ReadonlyMap<LegId, Quote>
}

export interface BookReading {
  readonly setup: BookSetup
  /** What assets in the cross pool are worth, which its wallet holds as cost. */
  readonly collateralCost: Quote
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/** What a book is read beside: a trade that is not in it, and what holds where the book does not say. */
export interface BookBeside {
  readonly trade?: { readonly instrument: string; readonly tier?: TierRowDocument | undefined } | undefined
  readonly rules?: Rules | undefined
  readonly instruments?: ReadonlyMap<string, Instrument> | undefined
}

/** A validated book as the engine sees it. With rules that cannot be read the rest is still looked at, so that everything wrong is said at once. */
export function bookOf(document: BookDocument, beside: BookBeside = {}): BookReading {
  const stated = rulesIn(document, beside)
  const base = stated.rules ?? plainRules
  const collateral = bookCollateral(document, base)
  const instruments = new Map([...instrumentsIn(document, base, beside), ...collateral.instruments].map((each) => [each.symbol, each]))
  const held: readonly Tiered[] = [
    ...document.positions.map(({ instrument, tier, index }) => ({ instrument, tier, path: ['positions', index] })),
    ...(beside.trade === undefined ? [] : [{ ...beside.trade, path: [] }]),
  ]
  const tiers = bookTiers(held, base)
  const changed = { ...base, tiers: { ...base.tiers, ...tiers.tables }, collateral: { ...base.collateral, ...collateral.haircuts } }
  const rules = resolveRules(changed, instruments.values())
  const marks = new Map([...pricesIn(document), ...collateral.prices])
  const reading = positionsOf(document, { rules, instruments, marks })
  const positions = [...reading.positions, ...collateral.positions]
  const others = othersOf(document.otherPositions)
  const { wallet, equity, quoteBalance } = document
  const cross = cashOf({ cash: wallet, equity, quoteBalance }, { positions: positions.filter(({ pool }) => pool === 'cross'), others, marks }) ?? quote('0')
  const tabled = held.flatMap(({ instrument, tier }) => (tier === undefined ? [instrument] : []))
  return {
    setup: {
      title: document.title ?? 'Untitled',
      rules,
      instruments,
      marks,
      book: {
        wallet: wallet === undefined && equity !== undefined ? cross : asQuote(cross.plus(quoteBalance === undefined ? collateral.cost : 0)),
        cash: reading.cash,
        positions,
        others: new Map([...reading.others, ...(others === undefined ? [] : [['cross', others] as const])]),
      },
      realized: reading.realized,
    },
    collateralCost: collateral.cost,
    problems: [...stated.problems, ...bookProblems(document, instruments), ...collateral.problems, ...tiers.problems, ...reading.problems],
    warnings: [...stated.warnings, ...keptTables(document.rules, base, tabled, ['rules']), ...tiers.warnings, ...collateral.warnings],
  }
}

const DEFAULT_RULES = 'plain'

function rulesIn({ rules }: BookDocument, beside: BookBeside): RulesReading {
  if (rules === undefined && beside.rules !== undefined) return { rules: beside.rules, problems: [], warnings: [] }
  if (rules !== undefined && typeof rules !== 'string') return rulesOf(rules, ['rules'], builtinRules)
  const id = rules ?? DEFAULT_RULES
  const builtIn = builtinRules.get(id)
  return { rules: builtIn, problems: builtIn === undefined ? [{ path: ['rules'], message: unknownRules(id, builtinRules) }] : [], warnings: [] }
}

/** Every instrument that has a price or a position; those of assets are made with the collateral. */
function instrumentsIn({ instruments = [], marks, positions }: BookDocument, { contract }: Rules, beside: BookBeside): readonly Instrument[] {
  const traded = beside.trade === undefined ? [] : [beside.trade.instrument]
  const symbols = [...new Set([...Object.keys(marks), ...positions.map(({ instrument }) => instrument), ...traded])]
  const stated = [...(beside.instruments?.values() ?? []), ...instruments.map((each) => instrumentOf(each, contract))]
  return instrumentsFor(symbols, stated, contract)
}

const OTHER_KINDS: readonly Exclude<PriceKind, 'mark'>[] = ['index', 'last']

function pricesIn({ marks }: BookDocument): readonly (readonly [string, Price])[] {
  return Object.entries(marks).flatMap(([symbol, written]) => {
    if (typeof written === 'string') return [[symbol, price(written)] as const]
    const besides = OTHER_KINDS.flatMap((kind) => {
      const text = written[kind]
      return text === undefined ? [] : [[priceKey(symbol, kind), price(text)] as const]
    })
    return [[symbol, price(written.mark)] as const, ...besides]
  })
}

import {
  asQuote, builtinRules, plainRules, price, priceKey, quote, resolveRules,
  type Book, type Instrument, type LegId, type Price, type PriceKind, type Quote, type Rules,
} from '../../engine/index.ts'
import { instrumentOf, instrumentsFor } from '../instruments/InstrumentDocument.ts'
import { parseDocument } from '../parseDocument.ts'
import { accepted, refusedWith, type Parsed } from '../Problem.ts'
import { keptTables } from '../rules/keptTables.ts'
import { rulesOf, type RulesReading } from '../rules/rulesOf.ts'
import { unknownRules } from '../rules/unknownRules.ts'
import { cashOf, othersOf } from './bookBacking.ts'
import { bookCollateral } from './bookCollateral.ts'
import { bookSchema, type BookDocument } from './BookDocument.ts'
import { bookTiers } from './bookTiers.ts'
import { bookProblems, bookWarnings } from './bookProblems.ts'
import { positionsOf } from './positionsOf.ts'
import { publishedRows } from './publishedRows.ts'

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

/** A Book document, as JSON text or as a value. */
export function parseBook(input: unknown): Parsed<BookSetup> {
  const parsed = parseDocument(input, 'book', bookSchema, publishedRows)
  if (!parsed.ok) return parsed
  const document = parsed.value
  const stated = rulesIn(document)
  // With rules that cannot be read the rest is still looked at, so that everything wrong is said at once.
  const base = stated.rules ?? plainRules
  const collateral = bookCollateral(document, base)
  const instruments = new Map([...instrumentsIn(document, base), ...collateral.instruments].map((each) => [each.symbol, each]))
  const tiers = bookTiers(document, base)
  const changed = { ...base, tiers: { ...base.tiers, ...tiers.tables }, collateral: { ...base.collateral, ...collateral.haircuts } }
  const rules = resolveRules(changed, instruments.values())
  const marks = new Map([...pricesIn(document), ...collateral.prices])
  const reading = positionsOf(document, { rules, instruments, marks })
  const problems = [...stated.problems, ...bookProblems(document, instruments), ...collateral.problems, ...tiers.problems, ...reading.problems]
  if (problems.length > 0) return refusedWith(problems)
  const positions = [...reading.positions, ...collateral.positions]
  const others = othersOf(document.otherPositions)
  const { wallet, equity, quoteBalance } = document
  const cross = cashOf({ cash: wallet, equity, quoteBalance }, { positions: positions.filter(({ pool }) => pool === 'cross'), others, marks }) ?? quote('0')
  return accepted(
    {
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
    [...parsed.warnings, ...bookWarnings(document), ...stated.warnings, ...keptTables(document.rules, base, tabled(document), ['rules']), ...tiers.warnings, ...collateral.warnings],
  )
}

const DEFAULT_RULES = 'plain'

function rulesIn({ rules = DEFAULT_RULES }: BookDocument): RulesReading {
  if (typeof rules !== 'string') return rulesOf(rules, ['rules'], builtinRules)
  const builtIn = builtinRules.get(rules)
  return { rules: builtIn, problems: builtIn === undefined ? [{ path: ['rules'], message: unknownRules(rules, builtinRules) }] : [], warnings: [] }
}

/** What is held by the tables of the rules. */
function tabled({ positions }: BookDocument): readonly string[] {
  return positions.flatMap(({ instrument, tier }) => (tier === undefined ? [instrument] : []))
}

/** Every instrument that has a price or a position; those of assets are made with the collateral. */
function instrumentsIn({ instruments = [], marks, positions }: BookDocument, { contract }: Rules): readonly Instrument[] {
  const symbols = [...new Set([...Object.keys(marks), ...positions.map(({ instrument }) => instrument)])]
  return instrumentsFor(symbols, instruments.map((each) => instrumentOf(each, contract)), contract)
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

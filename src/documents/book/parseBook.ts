import { builtinRules, price, quote, type Book, type Instrument, type Price, type Rules } from '../../engine/index.ts'
import { instrumentOf, instrumentsFor } from '../instruments/InstrumentDocument.ts'
import { parseDocument } from '../parseDocument.ts'
import { accepted, refusedWith, type Parsed, type Problem } from '../Problem.ts'
import { rulesOf, unknownRules, type RulesReading } from '../rules/rulesOf.ts'
import { bookSchema, type BookDocument } from './BookDocument.ts'
import { positionsOf } from './positionsOf.ts'

/** A book and everything the engine needs to look at it: `bookAccount(book)`, then `accountView` with the rest. */
export interface BookSetup {
  readonly title: string
  readonly rules: Rules
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly marks: ReadonlyMap<string, Price>
  readonly book: Book
}

/** A Book document, as JSON text or as a value. */
export function parseBook(input: unknown): Parsed<BookSetup> {
  const parsed = parseDocument(input, 'book', bookSchema)
  if (!parsed.ok) return parsed
  const document = parsed.value
  const { rules, problems: rulesProblems, warnings } = rulesIn(document)
  const instruments = (document.instruments ?? []).map(instrumentOf)
  const { positions, cash, problems } = positionsOf(document)
  const all = [...rulesProblems, ...problems, ...missingMarks(document)]
  if (rules === undefined || all.length > 0) return refusedWith(all)
  const symbols = [...new Set([...Object.keys(document.marks), ...positions.map(({ instrument }) => instrument)])]
  return accepted(
    {
      title: document.title ?? 'Untitled',
      rules,
      instruments: new Map(instrumentsFor(symbols, instruments).map((each) => [each.symbol, each])),
      marks: new Map(Object.entries(document.marks).map(([symbol, mark]) => [symbol, price(mark)])),
      book: { wallet: quote(document.wallet ?? '0'), cash, positions },
    },
    warnings,
  )
}

const DEFAULT_RULES = 'plain'

function rulesIn({ rules = DEFAULT_RULES }: BookDocument): RulesReading {
  if (typeof rules !== 'string') return rulesOf(rules, ['rules'])
  const builtIn = builtinRules.get(rules)
  return { rules: builtIn, problems: builtIn === undefined ? [{ path: ['rules'], message: unknownRules(rules) }] : [], warnings: [] }
}

function missingMarks({ marks, positions }: BookDocument): readonly Problem[] {
  const missing = new Map<string, number>()
  positions.forEach(({ instrument }, index) => {
    if (!Object.hasOwn(marks, instrument) && !missing.has(instrument)) missing.set(instrument, index)
  })
  return [...missing].map(([symbol, index]) => ({ path: ['marks', symbol], message: `missing; positions[${index}] needs it` }))
}

import { bookAccount, builtinRules, Decimal, plainRules, price, settleCurrency, type Calculator, type CalculatorScene, type Instrument, type Price, type Rules } from '../../engine/index.ts'
import { bookOf, type BookReading } from '../book/bookOf.ts'
import { publishedRows } from '../book/publishedRows.ts'
import { parseDocument } from '../parseDocument.ts'
import { accepted, refusedWith, type Parsed, type Problem } from '../Problem.ts'
import { calcSchema, type CalcDocument } from './CalcDocument.ts'
import { fillsOf } from './calcFills.ts'
import { calcProblems, calcWarnings } from './calcProblems.ts'
import type { CalcBeside, CalcSetup } from './CalcSetup.ts'
import { bookPart, hasBook, tradeOf, type CalcTrade } from './calcTrade.ts'
import { valuesOf, type ValuesReading } from './calcValues.ts'

export type { CalcBeside, CalcSetup } from './CalcSetup.ts'

/** A Calc document for a calculator, as JSON text or as a value; what it does not state of the account is taken from beside. */
export function parseCalc(calculator: Calculator, input: unknown, beside?: CalcBeside): Parsed<CalcSetup> {
  const parsed = parseDocument(input, 'calc', calcSchema, publishedRows)
  if (!parsed.ok) return parsed
  const document = parsed.value
  const trade = tradeOf(document, contractOf(document, beside), beside)
  const book = readBook(document, trade, beside)
  const instrument = required(book.setup.instruments.get(trade.symbol))
  const read = valuesOf(document, calculator, instrument)
  const fills = fillsOf(document.fills ?? [], instrument)
  const marked = withMark(read, calculator, book, instrument)
  const values = withSize(document, calculator, marked.values)
  const sets = ruleSetsOf(document, trade, { beside, instrument })
  const reading = { document, calculator, instrument, instruments: book.setup.instruments, beside, values, isShort: read.isShort }
  const problems = [...trade.problems, ...book.problems, ...read.problems, ...fills.problems, ...marked.problems, ...sets.problems, ...calcProblems(reading)]
  if (problems.length > 0) return refusedWith(problems)
  const side = document.side ?? (read.isShort ? 'short' : 'long')
  const mode = document.mode ?? 'isolated'
  return accepted(
    {
      scene: { ...sceneBeside(document, book, { beside, symbol: trade.symbol }), instrument, side, mode, fills: fills.fills },
      values,
      solve: document.solve,
      currency: settleCurrency(instrument),
      assumed: {
        ...trade.assumed,
        ...(document.side === undefined && !read.isShort ? { side } : {}),
        ...(document.mode === undefined ? { mode } : {}),
        ...(values === marked.values ? {} : { size: '1' }),
      },
      variants: { leverages: (document.leverages ?? []).map(({ text }) => new Decimal(text)), modes: document.modes ?? [], ruleSets: sets.rules },
    },
    [...parsed.warnings, ...book.warnings, ...read.warnings, ...calcWarnings(reading)],
  )
}

function required(instrument: Instrument | undefined): Instrument {
  if (instrument === undefined) throw new Error('the instrument of a trade is among those of its book')
  return instrument
}

/** What contracts of instruments that do not say are; rules that cannot be read are told elsewhere. */
function contractOf({ rules }: CalcDocument, beside: CalcBeside | undefined): Rules['contract'] {
  if (rules === undefined) return beside?.rules.contract ?? plainRules.contract
  if (typeof rules === 'string') return builtinRules.get(rules)?.contract ?? plainRules.contract
  return rules.contract ?? builtinRules.get(rules.extends ?? '')?.contract ?? plainRules.contract
}

function readBook(document: CalcDocument, trade: CalcTrade, beside: CalcBeside | undefined, rules = document.rules): BookReading {
  return bookOf(
    { ...bookPart(document, trade), rules },
    { trade: { instrument: trade.symbol, tier: document.tier }, rules: beside?.rules, instruments: beside?.instruments },
  )
}

/** The account as the document states it; where it states none, the one beside. */
function sceneBeside(document: CalcDocument, { setup }: BookReading, { beside, symbol }: { readonly beside: CalcBeside | undefined; readonly symbol: string }): Pick<CalculatorScene, 'rules' | 'instruments' | 'marks' | 'account' | 'at'> {
  const isBeside = beside !== undefined && !hasBook(document)
  return {
    rules: setup.rules,
    instruments: new Map([...(beside?.instruments ?? []), ...setup.instruments]),
    marks: new Map([...(beside?.marks ?? []), ...setup.marks, ...statedMark(document.markPrice, symbol)]),
    account: isBeside ? beside.account : bookAccount(setup.book),
    at: document.at ?? beside?.at ?? 0,
  }
}

function statedMark(markPrice: CalcDocument['markPrice'], symbol: string): readonly (readonly [string, Price])[] {
  return markPrice === undefined ? [] : [[symbol, price(markPrice.text)]]
}

/** The mark of the instrument is also a number of the calculation. */
function withMark({ values }: ValuesReading, { fields }: Calculator, { setup }: BookReading, { symbol }: Instrument): { readonly values: ValuesReading['values']; readonly problems: readonly Problem[] } {
  const mark = setup.marks.get(symbol)
  const stated = values['markPrice']
  if (mark === undefined || !fields.some(({ id }) => id === 'markPrice')) return { values, problems: [] }
  if (stated === undefined) return { values: { ...values, markPrice: mark }, problems: [] }
  const problems = stated.eq(mark) ? [] : [{ path: ['markPrice'], message: `${stated.toFixed()} was given, and ${mark.toFixed()} under marks.${symbol}` }]
  return { values, problems }
}

/** Sizes that prices alone are asked of make no difference: one unit, where nothing says or decides how many. */
function withSize({ solve }: CalcDocument, { fields }: Calculator, values: ValuesReading['values']): ValuesReading['values'] {
  const field = fields.find(({ id }) => id === 'size')
  if (field?.role !== 'input' || field.otherwise !== undefined || values['size'] !== undefined || solve === 'size') return values
  const isMoney = fields.some(({ id, unit }) => unit === 'money' && values[id] !== undefined)
  return isMoney ? values : { ...values, size: new Decimal(1) }
}

interface RuleSets {
  readonly rules: readonly Rules[]
  readonly problems: readonly Problem[]
}

/** Other sets of rules, each with the tier rows that the document states. */
function ruleSetsOf(document: CalcDocument, trade: CalcTrade, { beside, instrument }: { readonly beside: CalcBeside | undefined; readonly instrument: Instrument }): RuleSets {
  const problems: Problem[] = []
  const rules = (document.ruleSets ?? []).map((set, index) => {
    const reading = readBook(document, trade, beside, set)
    problems.push(...reading.problems.flatMap(({ path: [key, ...rest], message }) => (key === 'rules' ? [{ path: ['ruleSets', index, ...rest], message }] : [])))
    const { contract, name } = reading.setup.rules
    if (contract !== (instrument.type === 'inverse' ? 'inverse' : 'linear')) problems.push({ path: ['ruleSets', index], message: `${name} is for ${contract} contracts, ${instrument.symbol} is ${instrument.type}` })
    return reading.setup.rules
  })
  return { rules, problems }
}

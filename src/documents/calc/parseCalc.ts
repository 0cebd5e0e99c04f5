import { bookAccount, builtinRules, Decimal, plainRules, price, rate, settleCurrency, type Calculator, type CalculatorScene, type Instrument, type Price, type Rules } from '../../engine/index.ts'
import { bookOf, type BookReading } from '../book/bookOf.ts'
import { parseDocument } from '../parseDocument.ts'
import { accepted, refusedWith, type Parsed, type Problem } from '../Problem.ts'
import { withBacking } from './calcBacking.ts'
import { calcSchema, type CalcDocument } from './CalcDocument.ts'
import { fillsOf, type FillsReading } from './calcFills.ts'
import { calcProblems, calcWarnings } from './calcProblems.ts'
import { presumed } from './calcPresumed.ts'
import type { CalcBeside, CalcSetup } from './CalcSetup.ts'
import { stopOf } from './calcStop.ts'
import { bookPart, hasBook, tradeOf, type CalcTrade } from './calcTrade.ts'
import { valuesOf, type ValuesReading } from './calcValues.ts'
import { preparedCalc } from './preparedCalc.ts'
import { withoutLegs } from './withoutLegs.ts'

export type { CalcBeside, CalcSetup } from './CalcSetup.ts'

/** A Calc document for a calculator, as JSON text or as a value; what it does not state of the account is taken from beside. */
export function parseCalc(calculator: Calculator, input: unknown, beside?: CalcBeside): Parsed<CalcSetup> {
  const parsed = parseDocument(input, 'calc', calcSchema, preparedCalc)
  if (!parsed.ok) return parsed
  const document = parsed.value
  const trade = tradeOf(document, contractOf(document, beside), beside)
  const book = readBook(document, trade, beside)
  const instrument = required(book.setup.instruments.get(trade.symbol))
  const read = valuesOf(document, calculator, instrument)
  const fills = fillsOf(document.fills ?? [], instrument)
  const isShort = read.isShort || fills.isShort
  const mode = document.mode ?? 'isolated'
  const stop = stopOf(document, calculator, read.values, isShort)
  const { side } = stop
  const marked = withMark(withCost(stop.values, book), calculator, book, instrument)
  const isOpen = calculator.fields.some(({ id }) => id === 'markPrice')
  const backed = withBacking(document, marked.values, book, { instrument, side, mode, isOpen })
  const taken = presumed({ document, calculator, values: backed.values, instrument, mode, beside, rules: book.setup.rules })
  const values = { ...backed.values, ...taken.values, ...nextSizeOf(backed.values, fills) }
  const sets = ruleSetsOf(document, trade, { beside, instrument })
  const reading = { document, calculator, instrument, instruments: book.setup.instruments, beside, values, isShort }
  const problems = [...trade.problems, ...book.problems, ...read.problems, ...stop.problems, ...fills.problems, ...marked.problems, ...backed.problems, ...sets.problems, ...calcProblems(reading)]
  if (problems.length > 0) return refusedWith(problems)
  return accepted(
    {
      scene: { ...sceneBeside(document, book, { beside, symbol: trade.symbol }), instrument, side, mode, fills: fills.fills },
      values,
      solve: taken.solve,
      currency: settleCurrency(instrument),
      assumed: {
        ...trade.assumed,
        ...(document.side === undefined && !isShort ? { side } : {}), ...stop.assumed,
        ...(document.mode === undefined ? { mode } : {}),
        ...Object.fromEntries(Object.entries(taken.values).map(([field, value]) => [field, value.toFixed()])),
      },
      stated: Object.fromEntries(Object.entries(document.tier ?? {}).flatMap(([key, value]) => (typeof value === 'string' ? [[`tier.${key}`, value]] : []))),
      variants: { leverages: (document.leverages ?? []).map(({ text }) => new Decimal(text)), modes: document.modes ?? [], ruleSets: sets.rules },
    },
    [...parsed.warnings, ...book.warnings, ...used(read.warnings, taken.used), ...taken.warnings, ...stop.warnings, ...feeNote(document, book), ...calcWarnings(reading)],
  )
}

/** Without the notes of what counts after all. */
function used(warnings: readonly Problem[], keys: readonly string[]): readonly Problem[] {
  return warnings.filter(({ path: [key] }) => !keys.some((each) => each === key))
}

/** The size of one more fill: below zero where it goes the other way than the first. */
function nextSizeOf({ nextSize }: ValuesReading['values'], { fills, isShort }: FillsReading): ValuesReading['values'] {
  if (nextSize === undefined) return {}
  return { nextSize: fills.length === 0 ? nextSize.abs() : isShort ? nextSize.neg() : nextSize }
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
    rules: withFee(setup.rules, document),
    instruments: new Map([...(beside?.instruments ?? []), ...setup.instruments]),
    marks: new Map([...(beside?.marks ?? []), ...setup.marks, ...statedMark(document.markPrice, symbol)]),
    account: isBeside ? withoutLegs(beside.account, document.without ?? []) : bookAccount(setup.book),
    at: document.at ?? beside?.at ?? 0,
  }
}

/** Where rules count the cost of closing at the taker fee, unless the document states that cost. */
function isClosedAtTaker({ rules: written }: CalcDocument, { exitCost, fees }: Rules): boolean {
  const isStated = typeof written === 'object' && written.exitCost?.rate !== undefined
  return !isStated && exitCost.rate.gt(0) && exitCost.rate.eq(fees.taker)
}

function feeNote(document: CalcDocument, { setup }: BookReading): readonly Problem[] {
  if (document.feeRate === undefined || !isClosedAtTaker(document, setup.rules) || setup.rules.fees.taker.eq(document.feeRate.text)) return []
  return [{ path: ['feeRate'], message: 'also in the cost of closing that the rules count in (exitCost): there it is the taker fee' }]
}

/** A stated fee is that of every trade of the calculation. */
function withFee(rules: Rules, document: CalcDocument): Rules {
  const { feeRate } = document
  if (feeRate === undefined) return rules
  const taker = rate(feeRate.text)
  return { ...rules, fees: { ...rules.fees, taker }, ...(isClosedAtTaker(document, rules) ? { exitCost: { ...rules.exitCost, rate: taker } } : {}) }
}

function statedMark(markPrice: CalcDocument['markPrice'], symbol: string): readonly (readonly [string, Price])[] {
  return markPrice === undefined ? [] : [[symbol, price(markPrice.text)]]
}

/** The mark of the instrument is also a number of the calculation. */
function withMark(values: ValuesReading['values'], { fields }: Calculator, { setup }: BookReading, { symbol }: Instrument): { readonly values: ValuesReading['values']; readonly problems: readonly Problem[] } {
  const mark = setup.marks.get(symbol)
  const stated = values['markPrice']
  if (mark === undefined || !fields.some(({ id }) => id === 'markPrice')) return { values, problems: [] }
  if (stated === undefined) return { values: { ...values, markPrice: mark }, problems: [] }
  const problems = stated.eq(mark) ? [] : [{ path: ['markPrice'], message: `${stated.toFixed()} was given, and ${mark.toFixed()} under marks.${symbol}` }]
  return { values, problems }
}

/** Assets in the pool are cash spent on them: the wallet holds what they cost. */
function withCost(values: ValuesReading['values'], { collateralCost }: BookReading): ValuesReading['values'] {
  const { wallet } = values
  return wallet === undefined || collateralCost.isZero() ? values : { ...values, wallet: wallet.plus(collateralCost) }
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
    return withFee(reading.setup.rules, { ...document, rules: set })
  })
  return { rules, problems }
}

import { accountCurrency, settleCurrency, type Calculator, type CalculatorValues, type Instrument } from '../../engine/index.ts'
import type { Problem } from '../Problem.ts'
import { nearest } from '../validators/knownObject.ts'
import type { CalcDocument } from './CalcDocument.ts'
import type { CalcBeside } from './CalcSetup.ts'
import { hasBook } from './calcTrade.ts'

export interface CalcReading {
  readonly document: CalcDocument
  readonly calculator: Calculator
  readonly instrument: Instrument
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly beside: CalcBeside | undefined
  readonly values: CalculatorValues
  readonly isShort: boolean
}

/** What is wrong with a calculation as a whole. */
export function calcProblems(reading: CalcReading): readonly Problem[] {
  return [...otherName(reading), ...solveProblems(reading), ...sides(reading), ...spot(reading), ...currencies(reading), ...manyRows(reading), ...deadResults(reading)]
}

function otherName({ document: { calculator: name }, calculator }: CalcReading): readonly Problem[] {
  if (name === undefined || name === calculator.name) return []
  return [{ path: ['calculator'], message: `the document is for ${JSON.stringify(name)}, ${calculator.name} was asked` }]
}

function solveProblems({ document: { solve }, calculator }: CalcReading): readonly Problem[] {
  if (solve === undefined) return []
  const inputs = calculator.fields.filter(({ role }) => role === 'input').map(({ id }) => id)
  if (!inputs.includes(solve)) {
    const near = nearest(solve, inputs)
    const isResult = calculator.fields.some(({ id }) => id === solve)
    const why = isResult ? `${solve} is a result: it is always computed; asked for can be` : `${calculator.name} has no input ${JSON.stringify(solve)};${near === undefined ? '' : ` did you mean "${near}"?`} there are`
    return [{ path: ['solve'], message: `${why} ${inputs.join(', ')}` }]
  }
  return []
}

function sides({ document: { side }, isShort }: CalcReading): readonly Problem[] {
  return side === 'long' && isShort ? [{ path: ['side'], message: 'a size below 0 is a short; "long" contradicts it' }] : []
}

function spot({ instrument }: CalcReading): readonly Problem[] {
  return instrument.type === 'spot' ? [{ path: ['instrument'], message: `${instrument.symbol} is spot: it is not traded on margin` }] : []
}

/** Results that are given, and from which nothing is found. */
function deadResults({ calculator: { name, fields, inverses }, values }: CalcReading): readonly Problem[] {
  const live = [...new Set(inverses.map(({ from }) => from))]
  return fields.flatMap(({ id, role }) => (role === 'input' || values[id] === undefined || live.includes(id) ? [] : [{ path: [id], message: deadResult(id, name, live) }]))
}

function deadResult(id: string, name: string, live: readonly string[]): string {
  if (id === 'maintenanceRate') return `follows from the tier of the rules; state it as "tier": { "maintenanceRate": … } alone`
  return `is a result of ${name} from which nothing is found; leave it out.${live.length === 0 ? '' : ` Wanted can be ${live.join(', ')}`}`
}

/** Rows of a comparison: each may search for inputs, half a second of work. */
const MOST_ROWS = 200

function manyRows({ document: { leverages = [], modes = [], ruleSets = [] }, calculator: { name } }: CalcReading): readonly Problem[] {
  const counts = [leverages, modes, ruleSets].map(({ length }) => Math.max(1, length))
  const rows = counts.reduce((product, count) => product * count, 1)
  if (name !== 'compare' || rows <= MOST_ROWS) return []
  return [{ path: ['leverages'], message: `${counts.join(' x ')} rows with modes and ruleSets, ${rows} in all; at most ${MOST_ROWS} are compared at once` }]
}

/** An account is in one currency. [C3] */
function currencies({ document, instrument, instruments, beside }: CalcReading): readonly Problem[] {
  const held = (document.positions ?? []).flatMap((each) => instruments.get(each.instrument) ?? [])
  const account = hasBook(document) ? held[0] : undefined
  if (account !== undefined && (account.type === 'inverse' || instrument.type === 'inverse') && settleCurrency(account) !== settleCurrency(instrument)) {
    return [{ path: ['instrument'], message: `${instrument.symbol} is settled in ${settleCurrency(instrument)}, the positions beside it in ${settleCurrency(account)}; an account is in one currency` }]
  }
  if (beside === undefined || hasBook(document)) return []
  const own = accountCurrency(beside.instruments.values())
  if (own === undefined || own === settleCurrency(instrument)) return []
  return [{ path: ['instrument'], message: `${instrument.symbol} is settled in ${settleCurrency(instrument)}, the account that is open in ${own}` }]
}

/** What was accepted but may not be what was meant. */
export function calcWarnings({ document, calculator, values }: CalcReading): readonly Problem[] {
  const { solve, mode, wallet, leverages, modes, ruleSets } = document
  const backed = ['margin', 'wallet'].every((field) => calculator.fields.some(({ id, role }) => id === field && role === 'input'))
  const notes: Problem[] = []
  if (solve !== undefined && values[solve] !== undefined) notes.push({ path: [solve], message: 'is asked for by "solve": what was given of it is not used' })
  if (mode === undefined && modes === undefined && backed && (wallet !== undefined || hasBook(document))) {
    notes.push({ path: ['mode'], message: 'not stated, so isolated: what stands beside the position does not count; state "mode": "cross" where it does' })
  }
  if (calculator.name !== 'compare') {
    for (const [key, value] of Object.entries({ leverages, modes, ruleSets })) if (value !== undefined) notes.push({ path: [key], message: `is not used by ${calculator.name}; compare uses it` })
  }
  return [...notes, ...otherLeverage(document, values), ...unusedFills(document, calculator)]
}

function otherLeverage({ solve, mode }: CalcDocument, values: CalculatorValues): readonly Problem[] {
  if (solve !== 'margin' || mode === 'cross' || values['leverage'] !== undefined) return []
  return [{ path: ['leverage'], message: 'not stated, and not that of the margin which is found: what follows from it (initialMargin) is at the leverage assumed' }]
}

function unusedFills({ fills }: CalcDocument, { name }: Calculator): readonly Problem[] {
  if (fills === undefined || name === 'average-entry') return []
  return [{ path: ['fills'], message: `is not used by ${name}; average-entry makes an entry price and a size of them` }]
}

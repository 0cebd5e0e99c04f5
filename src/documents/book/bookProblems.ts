import type { Instrument } from '../../engine/index.ts'
import type { Problem } from '../Problem.ts'
import type { BookDocument } from './BookDocument.ts'

/** What is wrong with a book as a whole. */
export function bookProblems(document: BookDocument, instruments: ReadonlyMap<string, Instrument>): readonly Problem[] {
  return [...backings(document), ...missingMarks(document), ...twice(document), ...currencies(document, instruments), ...spots(document)]
}

function backings({ wallet, equity, quoteBalance }: BookDocument): readonly Problem[] {
  const stated = Object.entries({ wallet, equity, quoteBalance }).flatMap(([key, value]) => (value === undefined ? [] : [key]))
  const [, second] = stated
  return second === undefined ? [] : [{ path: [second], message: `one of wallet, equity and quoteBalance was expected; ${stated.join(' and ')} are there` }]
}

function missingMarks({ marks, positions }: BookDocument): readonly Problem[] {
  const missing = new Map<string, number>()
  positions.forEach(({ instrument, index }) => {
    if (!Object.hasOwn(marks, instrument) && !missing.has(instrument)) missing.set(instrument, index)
  })
  return [...missing].map(([symbol, index]) => ({ path: ['marks', symbol], message: `missing; positions[${index}] needs it` }))
}

function twice({ instruments = [] }: BookDocument): readonly Problem[] {
  const seen = new Set<string>()
  return instruments.flatMap(({ symbol }, index) => {
    if (seen.has(symbol)) return [{ path: ['instruments', index, 'symbol'], message: `${symbol} is there twice` }]
    seen.add(symbol)
    return []
  })
}

/** An account is in one currency: the quote currency of linear instruments, or the coin of inverse ones. */
function currencies({ positions }: BookDocument, instruments: ReadonlyMap<string, Instrument>): readonly Problem[] {
  const first = positions.find(({ instrument }) => instruments.has(instrument))
  const own = first === undefined ? undefined : accountOf(instruments.get(first.instrument))
  return positions.flatMap(({ instrument, index }) => {
    const other = accountOf(instruments.get(instrument))
    if (own === undefined || other === undefined || other === own) return []
    const message = `the account is in ${own} (${first?.instrument ?? ''}), this one is settled in ${other}; make a book of each`
    return [{ path: ['positions', index, 'instrument'], message }]
  })
}

/** Quote currencies of linear instruments are one: dollars by different names stand side by side in real accounts. */
function accountOf(instrument: Instrument | undefined): string | undefined {
  if (instrument === undefined || instrument.type === 'spot') return undefined
  return instrument.type === 'inverse' ? instrument.base : 'the quote currency'
}

function spots({ positions, instruments = [] }: BookDocument): readonly Problem[] {
  return positions.flatMap(({ instrument, index }) => {
    if (instruments.find(({ symbol }) => symbol === instrument)?.type !== 'spot') return []
    return [{ path: ['positions', index, 'instrument'], message: `${instrument} is spot: an asset that serves as collateral stands in "collateral"` }]
  })
}

/** What was accepted but may not be what was meant: a venue that states no wallet has stated something else. */
export function bookWarnings({ wallet, equity, quoteBalance, collateral, positions }: BookDocument): readonly Problem[] {
  const isBacked = [wallet, equity, quoteBalance].some((each) => each !== undefined) || (collateral ?? []).length > 0
  if (isBacked || !positions.some(({ pool }) => pool === 'cross')) return []
  return [{ path: ['wallet'], message: 'not stated, so nothing stands behind the cross pool; state "wallet", "equity" or "quoteBalance"' }]
}

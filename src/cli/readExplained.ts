import { bookAccount, everyBookExplanation, everyExplanation, explainBookFigure, explainFigure, NO_TOTALS, type Explanation, type FigureRef } from '../engine/index.ts'
import { parseBook, type BookSetup } from '../documents/book/parseBook.ts'
import { readJson } from '../documents/json/readJson.ts'
import type { Parsed } from '../documents/Problem.ts'
import { parseScenario } from '../documents/scenario/parseScenario.ts'
import type { Scenario } from '../documents/scenario/Scenario.ts'
import type { Io } from './Io.ts'
import type { NamedWalls } from './namedWalls.ts'
import { playedRuns } from './playedRuns.ts'
import { readDocument } from './readDocument.ts'
import { withPrices } from './readScenario.ts'
import { noteAge } from './rulesAge.ts'
import { UsageError } from './UsageError.ts'
import { tickWithin } from './wholeOption.ts'

/** A document whose figures can be asked about. */
export interface Explained {
  readonly explain: (ref: FigureRef) => Explanation | undefined
  readonly every: () => Iterable<Explanation>
}

type Read = { readonly type: 'book'; readonly book: BookSetup } | { readonly type: 'scenario'; readonly scenario: Scenario }

/** A book, or a scenario at a tick under its walls; which of the two is told from its keys. Absent when it was refused. */
export async function readExplained(path: string, { at, walls }: { readonly at: number | undefined; readonly walls: NamedWalls | undefined }, io: Io): Promise<Explained | undefined> {
  const read = await readDocument(io, path, parseEither)
  if (read === undefined) return undefined
  if (read.type === 'scenario') return ofScenario(read.scenario, { path, at, twin: walls ?? 'as-set' }, io)
  if (at !== undefined || walls !== undefined) throw new UsageError(`--${at === undefined ? 'walls' : 'at'}: a book has no ${at === undefined ? 'twins' : 'ticks'}; a scenario was expected`)
  return ofBook(read.book, io)
}

function parseEither(text: string): Parsed<Read> {
  const value = readJson(text).json?.value
  const isBook = typeof value === 'object' && value !== null && ('positions' in value || 'marks' in value) && !('tape' in value)
  if (!isBook) {
    const scenario = parseScenario(text)
    return scenario.ok ? { ...scenario, value: { type: 'scenario', scenario: scenario.value } } : scenario
  }
  const book = parseBook(text)
  return book.ok ? { ...book, value: { type: 'book', book: book.value } } : book
}

async function ofScenario(scenario: Scenario, { path, at, twin }: { readonly path: string; readonly at: number | undefined; readonly twin: NamedWalls }, io: Io): Promise<Explained | undefined> {
  const read = await withPrices(scenario, path, io)
  if (read === undefined) return undefined
  const { setup } = read
  const tick = tickWithin('at', at, read.last)
  noteAge(setup.rules, io)
  const scene = { setup, tick, runs: playedRuns(setup, tick) }
  return { explain: ({ id, of }) => explainFigure(scene, { id, of: { twin, ...of } }), every: () => everyExplanation(scene, twin) }
}

/** What positions have made so far counts as their realised PnL: a book does not tell fees and funding apart. */
function ofBook({ rules, instruments, marks, book, realized }: BookSetup, io: Io): Explained {
  noteAge(rules, io)
  const totals = new Map([...realized].map(([leg, realizedPnl]) => [leg, { ...NO_TOTALS, realizedPnl }]))
  const scene = { rules, instruments, marks, account: { ...bookAccount(book), totals } }
  return { explain: (ref) => explainBookFigure(scene, ref), every: () => everyBookExplanation(scene) }
}

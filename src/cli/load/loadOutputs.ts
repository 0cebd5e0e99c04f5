import { refused, ok, type Result, type Tape } from '../../engine/index.ts'
import { jsonText } from '../../documents/json/jsonText.ts'
import { serializeTape } from '../../documents/tape/parseTape.ts'
import { tapeToDocument } from '../../documents/tape/tapeToDocument.ts'
import type { ExchangePart, LoadedExchange } from '../../sources/exchange/LoadedExchange.ts'
import { decimalsSeen } from '../../tapes/columns/decimalsSeen.ts'
import { mergeTapes } from '../../tapes/mergeTapes.ts'
import { csvText } from '../csvText.ts'
import type { LoadOutput } from './loadOptions.ts'

/** What was loaded as text, or why it cannot be written so. */
export function loadOutput(output: LoadOutput, loaded: LoadedExchange): Result<string, string> {
  if (output === 'report') return ok(jsonText({ parts: loaded.parts.map(reported), notes: loaded.notes }))
  if (output === 'csv') return csvOf(loaded.parts)
  const made = tapeOf(loaded.parts)
  if (!made.ok) return made
  return ok(output === 'tape' ? serializeTape(made.value) : jsonText(scenarioOf(made.value, loaded.parts)))
}

/** A scenario without trades on these prices, which it holds. */
function scenarioOf(tape: Tape, parts: readonly ExchangePart[]): unknown {
  const marks = tape.series.filter(({ kind = 'mark' }) => kind === 'mark')
  return {
    schema: 1,
    title: [marks.map(({ instrument }) => instrument).join(', '), ...new Set(parts.map(({ origin }) => origin.venue))].join(', '),
    rules: 'standard',
    tape: { type: 'inline', ...tapeToDocument(tape) },
    instruments: marks.map(({ instrument: symbol, open, high, low, close }) => ({ symbol, tickSize: tickOf(decimalsSeen([open, high, low, close])) })),
    wallet: '10000',
    commands: [],
  }
}

function tickOf(decimals: number): string {
  return decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`
}

/** The parts on one clock, as files are put together. */
function tapeOf(parts: readonly ExchangePart[]): Result<Tape, string> {
  const [only] = parts
  if (parts.length === 1 && only?.kind !== 'funding' && only !== undefined) return ok(only.tape)
  const names = [...new Set(parts.map(({ instrument }) => instrument))].join(', ')
  const merged = mergeTapes(parts.map(({ tape }) => tape), { id: only?.origin.venue ?? 'exchange', title: names })
  return merged.ok ? ok(merged.value.tape) : refused(merged.error.message)
}

/** A file that `tape` and the screen read: of one series. */
function csvOf(parts: readonly ExchangePart[]): Result<string, string> {
  const [part] = parts
  if (part === undefined || parts.length !== 1) return refused(`--out csv writes one series of one symbol; ${parts.length} were loaded. Load them one by one, or use --out tape.`)
  const { time, series, funding } = part.tape
  const [paid] = funding ?? []
  if (paid !== undefined) return ok(csvText([...paid.time].map((at, i) => ({ time: at, funding_rate: paid.rate[i] }))))
  const [one] = series
  return ok(csvText([...time].map((at, i) => ({ time: at, open: one?.open?.[i], high: one?.high?.[i], low: one?.low?.[i], close: one?.close[i] }))))
}

function reported({ name, instrument, kind, origin, report }: ExchangePart): unknown {
  const iso = (time: number): string => new Date(time).toISOString()
  return { name, instrument, kind, origin: { ...origin, from: iso(origin.from), to: iso(origin.to) }, ...report, first: iso(report.first), last: iso(report.last) }
}

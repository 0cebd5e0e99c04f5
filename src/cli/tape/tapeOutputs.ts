import { basename } from 'node:path'
import { priceKey, type Tape } from '../../engine/index.ts'
import { jsonText } from '../../documents/json/jsonText.ts'
import { serializeTape } from '../../documents/tape/parseTape.ts'
import { tapeHash } from '../../tapes/tapeHash.ts'
import { csvText } from '../csvText.ts'
import { fileReport, iso } from './fileReport.ts'
import type { ReadFile } from './ReadFile.ts'

export const TAPE_OUTPUTS = ['report', 'json', 'csv', 'scenario'] as const
export type TapeOutput = (typeof TAPE_OUTPUTS)[number]

/** The files and their tape together in one of the forms. */
export function tapeOutput(output: TapeOutput, files: readonly ReadFile[], tape: Tape): string {
  if (output === 'json') return serializeTape(tape)
  if (output === 'csv') return csvText(tapeRows(tape))
  if (output === 'scenario') return jsonText(fileScenario(files))
  return jsonText({ files: files.map(fileReport), together: together(tape) })
}

function together(tape: Tape): Record<string, unknown> {
  const { time, barMillis, candlePath, series, funding = [] } = tape
  return {
    ticks: time.length,
    first: iso(time[0] ?? 0),
    last: iso(time.at(-1) ?? 0),
    barMillis,
    candlePath,
    series: series.map((each) => ({ instrument: each.instrument, kind: each.kind ?? 'mark' })),
    ...(funding.length === 0 ? {} : { funding: funding.map((each) => ({ instrument: each.instrument, payments: each.time.length })) }),
    checksum: tapeHash(tape),
  }
}

/** One row a tick; of several series each column carries its name. */
export function tapeRows({ time, series }: Tape): readonly Record<string, unknown>[] {
  const columns = series.flatMap((each) =>
    (['open', 'high', 'low', 'close'] as const).flatMap((name) => {
      const column = each[name]
      return column === undefined ? [] : [{ name: series.length === 1 ? name : `${priceKey(each.instrument, each.kind)} ${name}`, column }]
    }),
  )
  return Array.from(time, (at, i) => ({ time: at, ...Object.fromEntries(columns.map(({ name, column }) => [name, column[i]])) }))
}

/** A scenario without trades on these files, which it expects beside it. */
function fileScenario(files: readonly ReadFile[]): Record<string, unknown> {
  const marks = [...new Set(files.filter(({ kind }) => kind === 'mark').map(({ instrument }) => instrument))]
  const decimalsOf = (symbol: string): number => Math.max(...files.filter(({ instrument, kind }) => instrument === symbol && kind !== 'funding').map(({ report }) => report.decimals))
  return {
    schema: 1,
    title: marks.join(', '),
    rules: 'standard',
    tape: {
      type: 'file',
      files: files.map(({ path, entry, instrument, kind, report, tape }) => ({
        name: basename(path),
        ...(entry === undefined ? {} : { entry }),
        instrument,
        ...(kind === 'mark' ? {} : { kind }),
        ...(report.content === 'trades' ? { barMillis: tape.barMillis } : {}),
        checksum: tapeHash(tape),
      })),
    },
    instruments: marks.map((symbol) => ({ symbol, tickSize: tickOf(decimalsOf(symbol)) })),
    wallet: '10000',
    commands: [],
  }
}

function tickOf(decimals: number): string {
  return decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`
}

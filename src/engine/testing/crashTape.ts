import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { mergeTapes } from '../../tapes/mergeTapes.ts'
import { tapeFromColumns } from '../../tapes/tapeFromColumns.ts'
import type { Tape } from '../tape/Tape.ts'
import { HOUR } from './fixtures.ts'

/** Real prices beside the repository; they may not be copied here, so their tests are skipped where they are absent. */
const FOLDER = fileURLToPath(new URL('../../../../shared/data', import.meta.url))

export const dataIsThere = existsSync(`${FOLDER}/README.md`)

/** One file of candles or closes as a tape, between two moments (ISO, UTC, the second excluded). */
export function fileTape(file: string, symbol: string, between: readonly [from: string, to: string], barMillis = HOUR): Tape {
  const [header = '', ...rest] = readFileSync(`${FOLDER}/${file}`, 'utf8').trim().split('\n')
  const names = header.split(',')
  const [from, to] = between.map((moment) => Date.parse(`${moment}Z`))
  const rows = rest.map((line) => line.split(',').map(Number)).filter(([time = 0]) => time >= (from ?? 0) && time < (to ?? 0))
  const column = (name: string): Float64Array => Float64Array.from(rows, (row) => row[names.indexOf(name)] ?? Number.NaN)
  const candles = names.includes('open') ? { open: column('open'), high: column('high'), low: column('low') } : {}
  return tapeFromColumns({ id: file, title: symbol, source: file, instrument: symbol, barMillis }, { time: column('time'), ...candles, close: column('close') })
}

/** Several files on one clock. */
export function crashTape(files: Readonly<Record<string, string>>, between: readonly [from: string, to: string], barMillis = HOUR): Tape {
  const merged = mergeTapes(Object.entries(files).map(([symbol, file]) => fileTape(file, symbol, between, barMillis)))
  if (!merged.ok) throw new Error(merged.error.message)
  return merged.value.tape
}

import type { ColumnRole, CsvMapping } from './CsvMapping.ts'
import type { CsvRefusal } from './CsvRefusal.ts'

const ONCE: readonly ColumnRole[] = ['time', 'clock', 'open', 'high', 'low', 'close', 'volume']

/** What a mapping lacks before a file can be read by it, or absent. */
export function mappingProblem({ columns }: CsvMapping): CsvRefusal | undefined {
  const twice = ONCE.find((role) => columns.indexOf(role) !== columns.lastIndexOf(role))
  if (twice !== undefined) return { code: 'role-twice', message: `Two columns are marked as ${twice}. Mark one of them as ignored.` }
  if (!columns.includes('time')) return { code: 'no-time', message: 'No column holds the time of a bar. Choose which one does.' }
  if (!columns.includes('close')) return { code: 'no-close', message: 'No column holds the closing price. Choose which one does.' }
  const missing = (['open', 'high', 'low'] as const).filter((role) => !columns.includes(role))
  if (missing.length === 0 || missing.length === 3) return undefined
  const message = `A candle needs open, high and low; ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing. Assign ${missing.length === 1 ? 'it' : 'them'}, or mark the others as ignored to use closing prices alone.`
  return { code: 'half-candle', message }
}

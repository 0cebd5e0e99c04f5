import { percentRates } from '../book/percentRates.ts'
import { publishedRows } from '../book/publishedRows.ts'
import type { Prepared } from '../parseDocument.ts'
import type { Problem } from '../Problem.ts'

interface Worded {
  readonly value: Readonly<Record<string, unknown>>
  readonly warnings: readonly Problem[]
}

/** A calculation as people and venues write it, in the words of the document; what was moved is noted. */
export function preparedCalc(value: unknown): Prepared {
  const rows = publishedRows(value)
  if (!isObject(rows.value)) return rows
  const tiered = withTier(rows.value)
  const risked = withRiskShare(tiered.value)
  return { ...rows, value: percentRates(risked.value), warnings: [...rows.warnings, ...tiered.warnings, ...risked.warnings] }
}

/** What venues call the two numbers of the row that a trade is in. */
const OF_TIER = {
  maintenanceRate: ['maintenanceRate', 'maintenanceMarginRate', 'mmr', 'MMR'],
  maintenanceAmount: ['maintenanceAmount', 'cum'],
} as const

/** A maintenance rate follows from the table of the rules; one that is stated is the row itself. */
function withTier(value: Worded['value']): Worded {
  const row = value['tier'] ?? {}
  if (!isObject(row)) return { value, warnings: [] }
  const moved = Object.entries(OF_TIER).flatMap(([key, names]) => {
    const name = names.find((each) => value[each] !== undefined)
    return name === undefined || row[key] !== undefined ? [] : [{ key, name }]
  })
  if (moved.length === 0) return { value, warnings: [] }
  const tier = { ...row, ...Object.fromEntries(moved.map(({ key, name }) => [key, value[name]])) }
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => !moved.some(({ name }) => name === key)))
  return { value: { ...rest, tier }, warnings: moved.map(({ key, name }) => ({ path: [name], message: `taken as tier.${key}: the row of the venue in place of the table of the rules` })) }
}

/** A risk in percent is a share of the wallet. */
function withRiskShare(value: Worded['value']): Worded {
  const { risk, ...rest } = value
  if (typeof risk !== 'string' || !risk.trim().endsWith('%') || value['riskShare'] !== undefined) return { value, warnings: [] }
  return { value: { ...rest, riskShare: risk }, warnings: [{ path: ['risk'], message: `${risk.trim()} is taken as riskShare, a share of the wallet` }] }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

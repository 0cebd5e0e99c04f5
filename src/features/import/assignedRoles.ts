import type { ColumnRole } from './ImportedFile.ts'

/** The roles after one column is given another; where a column had it, the two exchange. Any number may be unused. */
export function assignedRoles(columns: readonly ColumnRole[], index: number, role: ColumnRole): readonly ColumnRole[] {
  const before = columns[index] ?? 'ignored'
  return columns.map((one, i) => {
    if (i === index) return role
    return role !== 'ignored' && one === role ? before : one
  })
}

import { tableCsv, type CsvStyle } from '../../documents/csv/tableCsv.ts'
import { jsonText } from '../../documents/json/jsonText.ts'
import type { AppState } from '../AppState.ts'
import { exportTables } from './exportTables.ts'
import type { TableName } from './TableName.ts'

/** A table of the screen as the text of a file. */
export function tableText(state: AppState, name: TableName, style: CsvStyle): string {
  return tableCsv(exportTables[name](state), style)
}

/** The report on the liquidation that is open, with what it is of; nothing where none is. */
export function incidentText({ incident, scenario }: AppState): string | undefined {
  if (incident?.report === undefined) return undefined
  const { twin, seq, report } = incident
  return jsonText({ schema: 1, scenario: scenario.document?.title, rules: scenario.info?.rules.id, account: twin, event: seq, report })
}

import { explainIncident, type Incident } from '../../engine/index.ts'
import type { Plain } from '../Plain.ts'
import type { Twin } from './Frame.ts'
import { plain } from './openScenario.ts'
import type { Session } from './Session.ts'

/** The report on a liquidation that was computed; undefined when the event is none. */
export function incidentOf(session: Session, at: { readonly twin: Twin; readonly seq: number }): Plain<Incident> | undefined {
  const runs = { 'as-set': session.sides['as-set'].run, 'all-isolated': session.sides['all-isolated'].run, 'all-cross': session.sides['all-cross'].run }
  const report = explainIncident(session.setup, runs, at)
  return report === undefined ? undefined : plain(report)
}

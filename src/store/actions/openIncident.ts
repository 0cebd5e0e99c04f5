import type { Twin } from '../../workers/run/Frame.ts'
import type { Kit } from '../Kit.ts'
import { NO_SAVERS } from '../slices/IncidentState.ts'

/** Shows the report on a liquidation as soon as the worker has it; a newer wish wins. */
export async function openIncident(kit: Kit, { twin, seq }: { readonly twin: Twin; readonly seq: number }): Promise<void> {
  kit.set({ incident: { twin, seq, report: undefined, savers: NO_SAVERS } })
  const answer = await kit.run.ask({ type: 'incident', twin, seq })
  const { incident } = kit.get()
  if (incident?.twin !== twin || incident.seq !== seq) return
  const report = answer.type === 'incident' ? answer.incident : undefined
  kit.set({ incident: report === undefined ? undefined : { ...incident, report } })
}

import { readFileSync } from 'node:fs'
import type { Twin } from '../../../workers/run/Frame.ts'
import { advance } from '../../../workers/run/advance.ts'
import { incidentOf } from '../../../workers/run/incidentOf.ts'
import { keptFile } from '../../../workers/run/keptFile.ts'
import { openScenario } from '../../../workers/run/openScenario.ts'
import { sessionOf } from '../../../workers/run/Session.ts'
import type { PlainIncident } from '../IncidentLook.ts'

const pace = { now: () => 0, rest: () => Promise.resolve(), isCancelled: () => false, progress: () => undefined }

/** The reports on all liquidations of one account, from a real run of a scenario document. */
export async function reportsOf(document: unknown, twin: Twin): Promise<readonly PlainIncident[]> {
  const opened = await openScenario(JSON.stringify(document), { textOf: () => Promise.reject(new Error('no files here')), fileOf: keptFile(undefined) })
  if (!opened.ok) throw new Error(opened.error.join('\n'))
  const session = sessionOf(opened.value, 1)
  await advance(session, opened.value.info.tape.ticks - 1, pace)
  return session.sides[twin].run.events.flatMap((event) => {
    const report = event.type === 'pool-breached' ? incidentOf(session, { twin, seq: event.seq }) : undefined
    return report === undefined ? [] : [report]
  })
}

/** One of the documents in docs/examples. */
export function example(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../../docs/examples/${name}`, import.meta.url), 'utf8'))
}

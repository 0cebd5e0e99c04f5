import type { RunAnswer } from '../../workers/run/runClient.ts'
import type { IncidentActions } from '../IncidentActions.ts'
import type { Kit } from '../Kit.ts'
import { filesOf } from '../scenarios/filesOf.ts'
import { NO_SAVERS, type IncidentState, type SaversState } from '../slices/IncidentState.ts'
import { changedFile } from '../scenarios/changedFile.ts'
import { changeLine } from './changeLine.ts'
import { stand } from './changeScenario.ts'

/** What would have saved a pool is looked for by a worker of its own: the play on the screen does not wait for it. Loaded with the first question; changes are made one after the other by who calls. */
export function saversDesk(kit: Kit): Pick<IncidentActions, 'findSavers' | 'cancelSavers' | 'tryCounterfactual'> {
  const { get } = kit
  let control: AbortController | undefined

  const show = (about: IncidentState, savers: Partial<SaversState>): void => {
    const { incident } = get()
    if (incident?.twin === about.twin && incident.seq === about.seq) kit.set({ incident: { ...incident, savers: { ...incident.savers, ...savers } } })
  }

  const cancel = (): void => {
    control?.abort()
    control = undefined
    const { incident } = get()
    if (incident?.savers.status === 'running') show(incident, NO_SAVERS)
  }

  const ask = async (about: IncidentState, until: number, signal: AbortSignal): Promise<RunAnswer | undefined> => {
    const { document } = get().scenario
    if (document === undefined) return undefined
    const tape = await kit.shelf.supply(filesOf(document))
    const { twin, seq } = about
    const onProgress = (done: number, total: number): void => {
      if (!signal.aborted) show(about, { progress: done / total })
    }
    for (let tries = 0; ; tries += 1) {
      const answer = await kit.comparer.ask({ type: 'counterfactuals', source: document, tape, twin, seq, until }, { signal, onProgress })
      // Once more where the worker died, or another question of its kind took the place of this one.
      if (answer.type !== 'dropped' || signal.aborted || tries > 2) return answer
      show(about, { progress: 0 })
    }
  }

  return {
    async findSavers() {
      cancel()
      const { incident, playback } = get()
      if (incident?.report === undefined) return
      const mine = new AbortController()
      control = mine
      show(incident, { ...NO_SAVERS, status: 'running' })
      const answer = await ask(incident, Math.max(playback.seen, incident.report.tick), mine.signal)
      if (mine.signal.aborted) return
      control = undefined
      if (answer?.type === 'counterfactuals') show(incident, { status: 'done', found: answer.found })
      else show(incident, { status: 'failed', problems: answer?.type === 'refused' ? answer.problems : [answer?.type === 'failed' ? answer.message : 'it was given up'] })
    },
    cancelSavers: cancel,
    async tryCounterfactual(index) {
      const { incident, scenario } = get()
      const chosen = incident?.savers.found?.all[index]
      if (scenario.document === undefined || incident === undefined || chosen?.type !== 'found') return false
      const instrument = incident.report?.legs.find(({ leg }) => leg === chosen.leg)?.base
      stand(kit)
      const done = await changeLine(kit, changedFile(scenario.document, chosen.changes), { label: { type: 'try-instead', subject: instrument } })
      if (done) kit.notify({ type: 'tried-instead', kind: chosen.kind, instrument, from: chosen.from, to: chosen.to })
      return done
    },
  }
}

import type { IncidentActions } from '../IncidentActions.ts'
import type { Kit } from '../Kit.ts'
import { openIncident } from './openIncident.ts'
import type { saversDesk } from './saversDesk.ts'

/** The report on a liquidation. What looks for what would have saved a pool is fetched with the first question. */
export function incidentActions(kit: Kit): IncidentActions & { readonly stopSavers: () => void } {
  let made: ReturnType<typeof saversDesk> | undefined
  const desk = async (): Promise<ReturnType<typeof saversDesk>> => {
    if (made !== undefined) return made
    const { saversDesk } = await import('./saversDesk.ts')
    made ??= saversDesk(kit) // two may have asked meanwhile
    return made
  }
  const cancel = (): void => made?.cancelSavers()
  return {
    openIncident: (at) => {
      cancel()
      void openIncident(kit, at)
    },
    closeIncident: () => {
      cancel()
      kit.set({ incident: undefined })
    },
    findSavers: async () => (await desk()).findSavers(),
    cancelSavers: cancel,
    tryCounterfactual: (index) => kit.serially(async () => (await desk()).tryCounterfactual(index)),
    stopSavers: cancel,
  }
}

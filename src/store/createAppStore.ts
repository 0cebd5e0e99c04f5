import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppActions } from './AppActions.ts'
import type { AppState } from './AppState.ts'
import { stand } from './actions/changeScenario.ts'
import { drawActions } from './actions/drawActions.ts'
import { exchangeActions } from './actions/exchangeActions.ts'
import { branchActions } from './actions/branchActions.ts'
import { explainActions } from './actions/explainActions.ts'
import { calculateActions } from './actions/calculateActions.ts'
import { incidentActions } from './actions/incidentActions.ts'
import { importActions } from './actions/importActions.ts'
import { playbackActions } from './actions/playbackActions.ts'
import { priceActions } from './actions/priceActions.ts'
import { ruleDiffActions } from './actions/ruleDiffActions.ts'
import { rulesActions } from './actions/rulesActions.ts'
import { scenarioActions } from './actions/scenarioActions.ts'
import { selectionActions } from './actions/selectionActions.ts'
import { shareActions } from './actions/shareActions.ts'
import { storageActions } from './actions/storageActions.ts'
import { ticketActions } from './actions/ticketActions.ts'
import { createKit } from './createKit.ts'
import { INITIAL_STATE } from './initialState.ts'
import type { Kit } from './Kit.ts'
import type { StoreDeps } from './StoreDeps.ts'

/** The one store of the app, with the machinery behind its actions. Needs no React; `actions.stop()` ends it. */
export function createAppStore(deps: StoreDeps): StoreApi<AppState> {
  return createStore<AppState>((_set, _get, store) => ({ ...INITIAL_STATE, actions: actionsOf(createKit(deps, store)) }))
}

function actionsOf(kit: Kit): AppActions {
  const scenario = scenarioActions(kit, () => ending())
  const playback = playbackActions(kit)
  const selection = selectionActions(kit)
  const ticket = ticketActions(kit, scenario.give)
  const rules = rulesActions(kit, scenario.changeSettings)
  const { stopRuleDiff, ...ruleDiff } = ruleDiffActions(kit, rules.readRules)
  const { stopExchange, ...exchange } = exchangeActions(kit, scenario.openDocument)
  const { stopImport, ...imports } = importActions(kit, scenario.openDocument)
  const { stopSavers, ...incident } = incidentActions(kit)
  const calculate = calculateActions(kit, { openDocument: scenario.openDocument, ...selection, ...ticket })
  const { start, readOwn, begin, ...storage } = storageActions(kit, scenario.loadBuiltin)
  const { ending, ...share } = shareActions(kit, { read: readOwn, begin }, calculate.readCalculate)
  const stopListening = kit.deps.onLeave(kit.saver.leave)
  return {
    ...scenario,
    ...playback,
    ...branchActions(kit, playback.seek),
    ...selection,
    ...explainActions(kit),
    ...incident,
    ...ticket,
    ...calculate,
    ...imports,
    ...exchange,
    ...priceActions(kit),
    ...drawActions(kit, playback.pause),
    ...rules,
    ...ruleDiff,
    ...storage,
    ...share,
    start: (fallbackBuiltinId, link) => start(fallbackBuiltinId, link === undefined ? undefined : () => share.openLink(link)),
    stop() {
      stand(kit)
      stopListening()
      kit.previews.stop()
      void kit.saver.flush()
      stopRuleDiff()
      stopSavers()
      stopExchange()
      kit.run.close()
      kit.comparer.close()
      kit.rival.current?.close()
      stopImport()
      kit.deps.tabs.close()
    },
  }
}

import { jsonText } from '../../documents/json/jsonText.ts'
import type { AppActions } from '../AppActions.ts'
import type { Kit } from '../Kit.ts'
import type { RulesActions } from '../RulesActions.ts'
import type { OwnRules } from './ownRules.ts'

/** Rules of one's own. Their code is fetched with the first look at them. */
export function rulesActions(kit: Kit, changeSettings: AppActions['changeSettings']): RulesActions {
  let made: OwnRules | undefined
  const own = async (): Promise<OwnRules> => {
    if (made !== undefined) return made
    const { ownRules } = await import('./ownRules.ts')
    made ??= ownRules(kit, changeSettings) // two may have asked meanwhile
    return made
  }
  return {
    readRules: async () => (await own()).readRules(),
    editRules: async (source, options) => (await own()).editRules(source, options),
    closeRulesEditor: () => kit.patch('rules', { editing: undefined }),
    saveRules: async (document, savedId) => (await own()).saveRules(document, savedId),
    renameRules: async (id, name) => (await own()).renameRules(id, name),
    removeRules: async (id) => (await own()).removeRules(id),
    restoreRules: async (saved) => (await own()).restoreRules(saved),
    importRules: async (text) => (await own()).importRules(text),
    exportRules: jsonText,
    applyRules: async (rules) => (await own()).applyRules(rules),
  }
}

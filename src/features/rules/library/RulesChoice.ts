import { builtinDocument } from '../../../store/rules/rulesDesk.ts'
import { builtinRules } from '../../../engine/index.ts'
import type { RulesState, SavedRules } from '../../../store/slices/RulesState.ts'
import { words } from '../words.ts'

export type RulesFile = RulesState['saved'][number]['document']

/** A set of rules on offer. */
export type RulesChoice = { readonly key: string; readonly group: string; readonly name: string } & (
  | { readonly type: 'builtin'; readonly id: string }
  | { readonly type: 'saved'; readonly saved: SavedRules }
  | { readonly type: 'document'; readonly document: RulesFile }
)

/** Everything that can be chosen: what the scenario states itself, one's own, then the built-in sets venue by venue. */
export function rulesChoices(saved: readonly SavedRules[], inScenario: string | RulesFile | undefined): readonly RulesChoice[] {
  const stated = typeof inScenario === 'object' ? inScenario : undefined
  const isOwn = saved.some(({ document }) => stated !== undefined && isSame(document, stated))
  return [
    ...(stated === undefined || isOwn ? [] : [{ key: 'document', type: 'document' as const, group: words.library.inScenario, name: stated.name ?? words.library.inScenario, document: stated }]),
    ...saved.map((each) => ({ key: `saved:${each.id}`, type: 'saved' as const, group: words.library.own, name: each.document.name ?? each.id, saved: each })),
    ...builtins(),
  ]
}

/** Which choice the scenario is played by. */
export function usedKey(choices: readonly RulesChoice[], inScenario: string | RulesFile | undefined): string {
  if (typeof inScenario !== 'object') return `builtin:${inScenario ?? 'plain'}`
  return choices.find((choice) => choice.type === 'saved' && isSame(choice.saved.document, inScenario))?.key ?? 'document'
}

/** The document of a choice, with everything stated. */
export function documentOfChoice(choice: RulesChoice): RulesFile | undefined {
  if (choice.type === 'builtin') return builtinDocument(choice.id)
  return choice.type === 'saved' ? choice.saved.document : choice.document
}

/** The opened scenario states the same rules in an order of its own. */
function isSame(a: RulesFile, b: RulesFile): boolean {
  return text(a) === text(b)
}

function text(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (key === 'schema' || key === 'extends') return undefined
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
  })
}

/** A venue is the first word of its sets' names; sets of no venue are our own. */
function builtins(): readonly RulesChoice[] {
  const sets = [...builtinRules.values()].map(({ id, name }) => ({ key: `builtin:${id}`, type: 'builtin' as const, id, name, venue: name.split(' ')[0] ?? name }))
  const own = new Set(['plain', 'standard', 'textbook'])
  const general = sets.filter(({ id }) => own.has(id)).map(({ venue: _venue, ...set }) => ({ ...set, group: words.library.general }))
  const venues = sets.filter(({ id }) => !own.has(id)).map(({ venue, ...set }) => ({ ...set, group: venue }))
  return [...general, ...venues.sort((a, b) => a.group.localeCompare(b.group, 'en') || a.name.localeCompare(b.name, 'en'))]
}

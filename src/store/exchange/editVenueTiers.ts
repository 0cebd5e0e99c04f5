import type { ExchangeInstrument } from '../../sources/exchange/ExchangeRequest.ts'
import type { TiersOfInstrument } from '../../workers/exchange/protocol.ts'
import type { Kit } from '../Kit.ts'
import { ownId } from '../rules/originOf.ts'
import { builtinDocument, readRules } from '../rules/rulesDesk.ts'
import type { RulesFile } from '../slices/RulesState.ts'

/** Opens the editor on the scenario's rules with the loaded tables in them; what they said before is what changes are compared with. @returns whether it is open */
export async function editVenueTiers(kit: Kit): Promise<boolean> {
  const { exchange, scenario } = kit.get()
  const tables = exchange.tiers?.tables ?? []
  const before = rulesOf(scenario.document?.rules)
  if (tables.length === 0 || before === undefined) return false
  await kit.get().actions.readRules()
  const symbols = scenario.info?.instruments ?? []
  const document: RulesFile = {
    ...before,
    id: ownId(before.id, new Set(kit.get().rules.saved.map(({ id }) => id))),
    name: `${before.name ?? ''}, tiers of ${tables.map(({ symbol }) => symbol).join(', ')}`,
    tiers: { ...before.tiers, ...Object.fromEntries(tables.map((table) => [symbolFor(table, symbols), table.rows])) },
    ...(tables.every(({ by }) => by === 'notional') ? {} : { tiersBy: 'size' }),
    source: `${before.source ?? ''} Tiers: ${tables.map(({ source }) => source).join('; ')}.`.trim(),
  }
  kit.patch('rules', { editing: { savedId: undefined, document, base: before } })
  return true
}

function rulesOf(rules: string | RulesFile | undefined): RulesFile | undefined {
  if (typeof rules === 'string') return builtinDocument(rules)
  const read = rules === undefined ? undefined : readRules(rules)
  return read?.ok === true ? read.document : undefined
}

/** What the scenario calls it, where it plays one of that name or of that coin. */
function symbolFor({ instrument, symbol }: Pick<TiersOfInstrument, 'symbol'> & ExchangeInstrument, played: readonly { readonly symbol: string; readonly base: string }[]): string {
  return (played.find((each) => each.symbol === instrument || each.symbol === symbol) ?? played.find(({ base }) => base === instrument))?.symbol ?? instrument
}

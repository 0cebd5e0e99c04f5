import type { ExchangeInstrument } from '../../sources/exchange/ExchangeRequest.ts'
import type { TiersOfInstrument } from '../../workers/exchange/protocol.ts'
import type { Kit } from '../Kit.ts'
import { ownId } from '../rules/originOf.ts'
import { builtinDocument, readRules } from '../rules/rulesDesk.ts'
import type { RulesFile } from '../slices/RulesState.ts'

/** As much as a document keeps of its source. */
const MOST_PROSE = 2000

/** Opens the editor on the scenario's rules with the loaded tables in them; what they said before is what changes are compared with. @returns whether it is open */
export async function editVenueTiers(kit: Kit): Promise<boolean> {
  const { exchange, scenario } = kit.get()
  const [first, ...others] = exchange.tiers?.tables ?? []
  const before = rulesOf(scenario.document?.rules)
  if (first === undefined || before === undefined) return false
  const tables = [first, ...others]
  await kit.get().actions.readRules()
  const symbols = scenario.info?.instruments ?? []
  const { by, rates = 'whole', rows: fallback, readAt } = first
  // One document counts all of its tables in the same unit and way: those in another one do not stay.
  const stays = countsSo(before, { tiersBy: by, tierRates: rates })
  const document: RulesFile = {
    ...before,
    id: ownId(before.id, new Set(kit.get().rules.saved.map(({ id }) => id))),
    name: `${before.name ?? ''}, tiers of ${tables.map(({ symbol }) => symbol).join(', ')}`,
    tiers: { ...(stays ? before.tiers : { default: fallback }), ...Object.fromEntries(tables.map((table) => [symbolFor(table, symbols), table.rows])) },
    tiersBy: by,
    tierRates: rates,
    date: new Date(readAt).toISOString().slice(0, 10),
    source: [before.source, ...tables.map(({ symbol, source, notes }) => [`Tiers of ${symbol}: ${source}.`, ...notes].join(' ')), ...(stays ? [] : ['The tables that were here counted in another unit or way and were left out.'])].join(' ').slice(0, MOST_PROSE).trim(),
  }
  kit.patch('rules', { editing: { savedId: undefined, document, base: before } })
  return true
}

/** Whether rules count their tables in a unit and a way. */
function countsSo({ tiersBy = 'notional', tierRates = 'whole' }: RulesFile, other: Pick<RulesFile, 'tiersBy' | 'tierRates'>): boolean {
  return tiersBy === other.tiersBy && tierRates === other.tierRates
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

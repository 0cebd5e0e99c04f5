import { checkRules } from '../../../store/rules/rulesDesk.ts'
import { tierFacts, type TierFacts, type TiersBy } from '../../../store/rules/tierFacts.ts'
import type { FormIssue, FormReading } from '../form/documentOf.ts'
import type { RulesFile } from '../form/formOf.ts'
import type { RulesForm } from '../form/RulesForm.ts'

export interface RulesIssues {
  /** What keeps it from being saved. */
  readonly errors: readonly FormIssue[]
  /** What is odd and allowed. */
  readonly warnings: readonly FormIssue[]
  /** What the tier tables ask for, by symbol; absent where cells cannot be read. */
  readonly tables: ReadonlyMap<string, TierFacts>
}

type Path = readonly (string | number)[]

/** Everything wrong and odd in the form: first what cannot be read, then each table, then the set as a whole. */
export function issuesOf(form: RulesForm, { document, issues }: FormReading): RulesIssues {
  const by = tiersByOf(document)
  const readable = form.tiers.filter(({ symbol }) => !issues.some(({ place }) => place === `tiers.${symbol}`))
  const tables = new Map(readable.map(({ symbol }) => [symbol, tierFacts(document.tiers?.[symbol] ?? [], by)]))
  const ofTables = (kind: 'problems' | 'warnings'): readonly FormIssue[] =>
    [...tables].flatMap(([symbol, facts]) => facts[kind].map(({ path, message }) => ({ place: `tiers.${symbol}`, row: rowOf(path[0]), column: textOf(path[1]), message })))
  const check = issues.length === 0 ? checkRules(document) : { problems: [], warnings: [] }
  const others = (kind: 'problems' | 'warnings'): readonly FormIssue[] => check[kind].filter(({ path }) => path[0] !== 'tiers').map(({ path, message }) => ({ ...placeOf(path, form), message }))
  return { errors: [...issues, ...ofTables('problems'), ...others('problems')], warnings: [...ofTables('warnings'), ...others('warnings')], tables }
}

export function tiersByOf({ tiersBy = 'notional' }: RulesFile): TiersBy {
  return tiersBy
}

function rowOf(key: Path[number] | undefined): number | undefined {
  return typeof key === 'number' ? key : undefined
}

function textOf(key: Path[number] | undefined): string | undefined {
  return typeof key === 'string' ? key : undefined
}

/** Where the form shows what a path of the document means. */
function placeOf(path: Path, form: RulesForm): Omit<FormIssue, 'message'> {
  const [part, symbol, key, index, column] = path
  if (part === 'collateral') {
    const rows = form.collateral.flatMap((cells, row) => (cells['asset']?.trim() === symbol ? [row] : []))
    return { place: part, row: rows[typeof index === 'number' ? index : 0], column: textOf(column ?? (key === 'slices' ? undefined : key)) }
  }
  if (part === 'openInterest' || part === 'sizeScaling' || part === 'maximumPrice') {
    const row = form[part].findIndex((cells) => cells['symbol']?.trim() === symbol)
    return { place: part, row: row < 0 ? undefined : row, column: part === 'maximumPrice' ? 'price' : textOf(key) }
  }
  return { place: path.join('.').replace('Hours', 'Millis'), row: undefined, column: undefined }
}

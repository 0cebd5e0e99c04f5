import type { ScriptPart } from '../../../store/catalog/scripts.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import type { CurrentScenario } from '../start/CurrentScenario.ts'
import { readScript } from './readScript.ts'
import type { PartDraft, PartField, ScriptDraft } from './ScriptDraft.ts'
import { currentRows, type OpenedInstruments } from './scriptRows.ts'
import { partOf, templateParts } from './templates.ts'

const FIRST = 'fall-20'

/** What of the open scenario the form begins with. */
export interface OpenedTape {
  readonly document: Pick<CurrentScenario['document'], 'tape'>
  readonly info: OpenedInstruments
}

/** The form begins with the script that is open, where the form can say all of it; else with a template on what is open. */
export function openedScript({ document, info }: OpenedTape, format: Format): ScriptDraft {
  const plain: ScriptDraft = { template: FIRST, parts: templateParts(FIRST, format), whose: 'current', rows: currentRows(info, format), barMillis: 3_600_000, volatility: '0', seed: '7' }
  const { tape } = document
  if (tape.type !== 'script') return plain
  const parts = tape.parts.map((part, index) => partDraft(part, index + 1, format))
  const known = parts.flatMap((part) => part ?? [])
  const draft: ScriptDraft = {
    template: undefined,
    parts: known,
    whose: 'current',
    rows: tape.instruments.map(({ symbol, price, decimals = 2, beta = 1 }) => ({ symbol, decimals, price: format.typed(price), beta: format.typed(beta) })),
    barMillis: tape.barMillis ?? 3_600_000,
    volatility: format.typed(Number(((tape.volatility ?? 0) * 100).toPrecision(10))),
    seed: String(tape.seed ?? 7),
  }
  // What the form does not know, it would leave out.
  const same = known.length === parts.length && sameScript(readScript(draft, format).source, tape)
  return same ? draft : plain
}

function sameScript(a: object | undefined, b: object): boolean {
  return a !== undefined && plainText(a) === plainText(b)
}

/** By key, whatever their order. */
function plainText(value: object): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'object' && each !== null && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).toSorted(([p], [q]) => (p < q ? -1 : 1))) : each))
}

function partDraft(part: ScriptPart, key: number, format: Format): PartDraft | undefined {
  if (part.type === 'corners') return undefined
  const shares = { by: 'by' in part ? part.by : undefined, back: 'back' in part ? part.back : undefined }
  if (typeof shares.by === 'object') return undefined
  const given: Partial<Record<PartField, number>> = {
    ...('bars' in part ? { bars: part.bars } : {}),
    ...(part.type === 'dead' || shares.by !== undefined ? { by: percent(shares.by ?? 0) } : {}),
    ...(shares.back === undefined ? {} : { back: percent(shares.back) }),
    ...('legs' in part ? { legs: part.legs } : {}),
  }
  return partOf(part.type, key, format, given)
}

function percent(share: number): number {
  return Number((share * 100).toPrecision(10))
}

import { figureKey, type FigureId, type StatedFigureId } from '../../engine/index.ts'

/** What a figure may need to be one: whose it is, and when. */
export interface FigureOwner {
  readonly twin?: string | undefined
  readonly leg?: string | undefined
  readonly pool?: string | undefined
  readonly order?: string | undefined
  readonly instrument?: string | undefined
  readonly fund?: string | undefined
  readonly party?: string | undefined
  readonly other?: string | undefined
  readonly seq?: number | string | undefined
  readonly part?: number | string | undefined
  readonly tick?: number | string | undefined
  /** Of what would have prevented a liquidation: which, and what was found. */
  readonly kind?: string | undefined
  readonly value?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Of a set of rules: which one, of when, and where in it; of a comparison the side. */
  readonly set?: string | undefined
  readonly date?: string | undefined
  readonly place?: string | undefined
  readonly side?: string | undefined
  /** What a stated figure is made of. */
  readonly notional?: string | undefined
  readonly rate?: string | undefined
  readonly amount?: string | undefined
  readonly before?: string | undefined
  readonly alone?: string | undefined
  readonly without?: string | undefined
  /** Of another line than the open one: its id. */
  readonly branch?: string | undefined
  /** Name of a file. */
  readonly file?: string | undefined
  /** What it would be after a draft: filled (`buy`, `sell`), placed as it is (`placed-buy`, `placed-sell`), or an `edit`. */
  readonly after?: string | undefined
}

/** What names a figure, by the first part of its id; `tick` and `after` come with those that are given them. */
const KEYS: Readonly<Record<string, readonly (keyof FigureOwner)[]>> = {
  account: ['twin', 'tick', 'after'],
  pool: ['twin', 'pool', 'tick', 'after'],
  position: ['twin', 'leg', 'tick', 'after'],
  order: ['twin', 'order'],
  event: ['twin', 'seq', 'leg'],
  trade: ['twin', 'seq'],
  funding: ['twin', 'seq', 'leg'],
  fund: ['twin', 'fund', 'seq'],
  market: ['instrument', 'tick'],
  headline: ['twin', 'seq', 'tick'],
  incident: ['twin', 'seq', 'leg', 'party', 'other', 'part', 'kind', 'value', 'from', 'to'],
  ticket: [],
  edit: ['part'],
  rules: ['set', 'date', 'place', 'value', 'from', 'to', 'notional', 'rate', 'amount', 'before'],
  diff: ['side', 'leg', 'place', 'value', 'from', 'to', 'before', 'alone', 'without', 'after'],
  import: ['file', 'value', 'from', 'to'],
  prices: ['instrument', 'value'],
}

/** The key of a figure as it is written into the page. Of the owner only what names such a figure is taken: a row may be given as it is. */
export function figureTag(id: FigureId | StatedFigureId, owner: FigureOwner = {}): string {
  const names = [...(KEYS[id.slice(0, id.indexOf('.'))] ?? []), 'branch' as const]
  return figureKey({ id, of: Object.fromEntries(names.flatMap((name) => (owner[name] === undefined ? [] : [[name, String(owner[name])]]))) })
}

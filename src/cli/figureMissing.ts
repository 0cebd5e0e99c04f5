import { FIGURE_IDS, isFigureId, type Explanation, type FigureRef } from '../engine/index.ts'
import { nearest } from '../documents/validators/knownObject.ts'
import { figureText } from './figureText.ts'
import type { NamedWalls } from './namedWalls.ts'

/** Keys named in one message. */
const MOST = 8

/** Why a document has no such figure, and what it has instead. */
export function figureMissing(key: string, ref: FigureRef | undefined, walls: NamedWalls, every: () => Iterable<Explanation>): string {
  const said = JSON.stringify(key)
  if (ref === undefined) return `${said} is no key of a figure; one is written as account.equity or position.liquidation?leg=btc`
  const { id } = ref
  if (id.startsWith('calc.')) return `${said}: figures of calculators are explained by calc <name> <inputs.json> --explain`
  if (!isFigureId(id)) return `there is no figure ${JSON.stringify(id)}; ${nearOf(id)}`
  if (/^(ticket|edit)\./.test(id)) return `${said}: figures of an order that is being typed stand on the screen only; calc answers the same questions`
  if (id.startsWith('incident.saver')) return `${said}: what would have saved a pool is looked for by incident <scenario.json> --number <n> --savers`
  const found = [...every()].filter(({ figure }) => figure.id === id).map(({ figure }) => figureText(figure, walls))
  if (found.length === 0) return `${said}: there is no ${id} in this document at this moment; --list prints all there are`
  const more = found.length - MOST
  return `${said}: there is no such figure; there ${found.length === 1 ? 'is' : 'are'} ${found.slice(0, MOST).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

function nearOf(id: string): string {
  const field = id.slice(id.lastIndexOf('.') + 1)
  const alike = nearest(id, FIGURE_IDS) ?? FIGURE_IDS.find((each) => each.endsWith(`.${field}`)) ?? fieldLike(field)
  return alike === undefined ? '--list prints all there are' : `did you mean ${JSON.stringify(alike)}?`
}

/** The family may be wrong as well as the field. */
function fieldLike(field: string): string | undefined {
  const near = nearest(field, FIGURE_IDS.map((each) => each.slice(each.lastIndexOf('.') + 1)))
  return near === undefined ? undefined : FIGURE_IDS.find((each) => each.endsWith(`.${near}`))
}

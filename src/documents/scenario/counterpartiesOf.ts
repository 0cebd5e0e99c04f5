import { price, qty, quote, type Counterparty } from '../../engine/index.ts'
import type { Problem } from '../Problem.ts'
import type { ScenarioDocument } from './ScenarioDocument.ts'

/** The positions of others. What was closed of each is remembered by its id, so an id is used once. */
export function counterpartiesOf({ counterparties = [] }: ScenarioDocument): { readonly counterparties: readonly Counterparty[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const seen = new Set<string>()
  counterparties.forEach(({ id, qty: size }, index) => {
    if (seen.has(id)) problems.push({ path: ['counterparties', index, 'id'], message: `another counterparty is called ${JSON.stringify(id)} already` })
    seen.add(id)
    if (qty(size).isZero()) problems.push({ path: ['counterparties', index, 'qty'], message: 'a quantity other than 0 was expected; long positive, short negative' })
  })
  return {
    counterparties: counterparties.map((each) => ({ id: each.id, instrument: each.instrument, qty: qty(each.qty), entryPrice: price(each.entryPrice), margin: quote(each.margin) })),
    problems,
  }
}

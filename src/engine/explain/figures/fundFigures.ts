import { valueOf } from '../../instruments/valuation.ts'
import type { LegId } from '../../ledger/Account.ts'
import { fundChanges } from '../../ledger/fundChanges.ts'
import { fundFor, type FundId } from '../../ledger/insuranceFund.ts'
import type { LedgerEvent } from '../../ledger/LedgerEvent.ts'
import { Decimal } from '../../units/decimal.ts'
import type { Expression } from '../Explanation.ts'
import { firstThatGives, given, negativeOf, postedOf, productOf, sumOf } from '../expressions.ts'
import type { FieldOf } from '../FigureId.ts'
import { totalOf } from './accountFigures.ts'
import { eventRef, figure, noFigure, type AccountScene, type Explained } from './Explained.ts'
import { heldBefore, type EventOf, type EventScene } from './EventScene.ts'
import { valueTerm } from './legFormulas.ts'

/** More changes than that are told by what they were for. */
const MOST = 50

/** How a funding payment of a leg comes about; undefined where the leg had none in this event. [F1] */
export function explainFunding(scene: EventScene<EventOf<'funding-paid'>>, leg: LegId, field: FieldOf<'funding'>): Explained | undefined {
  const { event, run } = scene
  const paid = event.legs.find((each) => each.leg === leg)
  if (paid === undefined) return undefined
  const refs = (id: 'funding.rate' | 'funding.price' | 'funding.amount', seq: number): { figure: ReturnType<typeof eventRef> } => ({ figure: eventRef(scene, id, { seq: String(seq), leg }) })
  if (field === 'rate') return figure(event.rate, given('fundingRate', event.rate), ['F1', 'F2'])
  if (field === 'price') return figure(paid.mark, given('mark', paid.mark), ['F1', 'K4'])
  if (field === 'cumulative') {
    const all = run.events.slice(0, event.seq).flatMap((each) => (each.type === 'funding-paid' ? each.legs.filter((one) => one.leg === leg).map(({ amount }) => ({ amount, seq: each.seq })) : []))
    const total = all.reduce((sum: Decimal, { amount }) => sum.plus(amount), new Decimal(0))
    return figure(total, all.length > MOST ? given('funding', total) : totalOf(all.map(({ amount, seq }) => given('funding', amount, { of: `#${seq}`, ...refs('funding.amount', seq) }))), ['F3'])
  }
  const held = heldBefore(scene, leg)
  const kept = given('funding', paid.amount)
  if (held === undefined) return figure(paid.amount, kept, ['F1'])
  const rate = given('fundingRate', event.rate, refs('funding.rate', event.seq))
  const worth = valueTerm(held.type, given('quantity', held.qty), given('mark', paid.mark, refs('funding.price', event.seq)))
  const signed = valueOf(held, paid.mark).isNegative() === held.qty.isNegative() ? negativeOf(rate) : rate
  return figure(paid.amount, firstThatGives(paid.amount, [postedOf(productOf(worth, held.type === 'inverse' ? rate : negativeOf(rate))), postedOf(productOf(worth, signed))], kept), ['F1', 'N2', ...(held.type === 'inverse' ? ['M13'] : [])])
}

interface Changed {
  readonly event: LedgerEvent
  readonly why: string
  readonly amount: Decimal
  readonly term: Expression
}

/** How an insurance fund comes to what it holds, or a change of it to its amount. [Q11] */
export function explainFund(scene: AccountScene, fund: FundId, about: { readonly field: FieldOf<'fund'>; readonly seq: number | undefined }): Explained | undefined {
  const { rules, events } = scene
  const { balance: start } = rules.insuranceFund
  const from = given('fundStart', start, { figure: eventRef(scene, 'fund.start', { fund }) })
  if (about.field === 'start') return figure(start, given('fundStart', start), ['Q11'])
  const upTo = about.seq === undefined ? events : events.slice(0, about.seq)
  const changes = changesOf(scene, fund, upTo)
  if (about.field === 'change') {
    const own = changes.filter(({ event }) => event.seq === about.seq)
    if (own.length === 0) return noFigure('no-change', ['Q11'])
    return figure(total(own), totalOf(own.map(({ term }) => term)), ['Q11', 'Q3', 'Q4', 'Q5'])
  }
  return figure(start.plus(total(changes)), sumOf(from, ...told(changes)), ['Q11'])
}

function total(changes: readonly Changed[]): Decimal {
  return changes.reduce((sum: Decimal, { amount }) => sum.plus(amount), new Decimal(0))
}

/** One by one, or by what they were for. */
function told(changes: readonly Changed[]): readonly Expression[] {
  if (changes.length <= MOST) return changes.map(({ term }) => term)
  const kinds = new Map<string, Decimal>()
  for (const { why, amount } of changes) kinds.set(why, (kinds.get(why) ?? new Decimal(0)).plus(amount))
  return [...kinds].map(([why, amount]) => given('amounts', amount, { of: why }))
}

function changesOf(scene: AccountScene, fund: FundId, events: readonly LedgerEvent[]): readonly Changed[] {
  const instruments = new Map<LegId, string>()
  return events.flatMap((event) => {
    if (event.type === 'filled') instruments.set(event.leg, event.instrument)
    const seq = String(event.seq)
    return fundChanges(event, (leg) => instruments.get(leg)).flatMap(({ instrument, amount, why }, i): readonly Changed[] => {
      if (fundFor(scene.rules, instrument) !== fund || amount.isZero()) return []
      const shared = 'shares' in event ? event.shares[i] : undefined
      const ref = event.type === 'position-liquidated' ? eventRef(scene, 'trade.fee', { seq }) : shared === undefined ? eventRef(scene, 'event.amount', { seq }) : eventRef(scene, 'event.share', { seq, leg: shared.leg })
      const of = shared === undefined ? `#${seq}` : `#${seq} ${shared.leg}`
      const paid = amount.isNegative() && why === 'bad-debt'
      const term = given('fundChange', paid ? amount.neg() : amount, { of, figure: ref })
      return [{ event, why, amount, term: paid ? negativeOf(term) : term }]
    })
  })
}


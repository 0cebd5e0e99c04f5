import { Decimal } from '../../engine/index.ts'
import type { IncidentLeg, IncidentLook, PlainIncident } from './IncidentLook.ts'
import { listed } from './listed.ts'
import { words } from './words.ts'

export interface IncidentStory {
  readonly heading: string
  readonly sentences: readonly string[]
}

/** What happened, in words made of the report's figures and nothing else. */
export function incidentStory(incident: PlainIncident, look: IncidentLook): IncidentStory {
  return {
    heading: headingOf(incident),
    sentences: [...(incident.jumped ? [words.story.jumped] : []), triggerSentence(incident, look), ...testSentences(incident, look), ...restSentences(incident, look)],
  }
}

function headingOf(incident: PlainIncident): string {
  const { headings } = words
  const bucket = incident.pool.replace(/^bucket:/, '')
  const closed = closedLegs(incident)
  if (incident.poolType === 'isolated') return headings.ownWall(positionOf(culpritOf(incident)))
  if (closed.length < incident.legs.length) {
    const yours = incident.twin === 'as-set' ? headings.pools.yours : headings.pools.twin(words.accounts[incident.twin])
    return headings.partOf(listed(closed.map((leg) => leg.base)), incident.poolType === 'bucket' ? headings.pools.bucket(bucket) : yours)
  }
  if (incident.poolType === 'bucket') return headings.bucket(bucket)
  return incident.twin === 'as-set' ? headings.yourPool : headings.twinPool(words.accounts[incident.twin])
}

/** Where the worst loss stood. */
function triggerSentence(incident: PlainIncident, { format, tickSizeOf }: IncidentLook): string {
  const { base, instrument, mark, priceKind, move } = culpritOf(incident)
  const price = format.price(mark, { tickSize: tickSizeOf(instrument) })
  const share = format.percent(move.replace('-', ''))
  const moved = new Decimal(move)
  if (moved.isZero()) return words.story.stood(base, priceKind, price)
  return moved.isNegative() ? words.story.fell(base, priceKind, price, share) : words.story.rose(base, priceKind, price, share)
}

/** At a crossing the price is rounded to the tick that liquidates, so the pool may hold a little more than it must keep. */
function testSentences(incident: PlainIncident, { format }: IncidentLook): readonly string[] {
  const { story } = words
  const equity = new Decimal(incident.equity)
  const isBelowZero = equity.lt(0)
  const debt = format.money(equity.abs().toFixed())
  const isLess = equity.lt(incident.maintenanceMargin)
  if (incident.poolType === 'isolated') {
    return [isBelowZero ? story.wallBelowZero(debt) : isLess ? story.wallLess : story.wallCameDown, story.wallHeld]
  }
  const pool = story.pool[incident.poolType]
  const count = incident.legs.length
  const positions = count === 1 ? story.itsPosition : story.itsPositions(words.count(count))
  const held = isBelowZero ? story.belowZero(pool, debt) : (isLess ? story.heldLess : story.cameDown)(pool, positions)
  return [`${held} ${consequence(incident)}`]
}

function consequence(incident: PlainIncident): string {
  const { story } = words
  const closed = closedLegs(incident)
  const kept = incident.legs.filter((leg) => leg.closed === undefined)
  if (kept.length > 0) {
    return (closed.length === 1 ? story.soWorst : story.soWorstOnes)(listed(closed.map((leg) => leg.base)), listed(kept.map((leg) => leg.base)))
  }
  if (closed.length === 1) return story.soOne
  return closed.length === 2 ? story.soBoth : story.soAll(words.count(closed.length))
}

function restSentences(incident: PlainIncident, look: IncidentLook): readonly string[] {
  const { badDebt, forfeited, returned } = incident
  const { format } = look
  const when = (amount: string, sentence: (amount: string) => string): readonly string[] =>
    new Decimal(amount).gt(0) ? [sentence(format.money(amount))] : []
  return [
    ...when(badDebt, (amount) => debtSentence(amount, incident, look)),
    ...when(forfeited, words.story.forfeited),
    ...when(returned, words.story.returned),
  ]
}

/** Who pays for what is missing: the fund, then counterparties, and what is left nobody. */
function debtSentence(amount: string, { badDebt, money }: PlainIncident, { format }: IncidentLook): string {
  const paid = (party: PlainIncident['money'][number]['party']): Decimal => new Decimal(money.find((row) => row.party === party)?.amount ?? '0').abs()
  const others = paid('deleveraged')
  const nobody = paid('nobody')
  if (others.isZero() && nobody.isZero()) return words.story.badDebt(amount)
  const parts = [
    { amount: new Decimal(badDebt).minus(others).minus(nobody), by: words.story.byFund },
    { amount: others, by: words.story.byCounterparties },
    { amount: nobody, by: words.story.byNobody },
  ].filter((part) => part.amount.gt(0))
  return words.story.badDebtShared(amount, listed(parts.map((part) => part.by(format.money(part.amount.toFixed())))))
}

export function culpritOf(incident: PlainIncident): IncidentLeg {
  const culprit = incident.legs.find((leg) => leg.leg === incident.culprit)
  if (culprit === undefined) throw new Error(`the culprit ${incident.culprit} is not among the legs of the incident`)
  return culprit
}

export function closedLegs(incident: PlainIncident): readonly IncidentLeg[] {
  return incident.legs.filter((leg) => leg.closed !== undefined)
}

function positionOf(leg: IncidentLeg): string {
  return words.position(leg.base, !leg.qty.startsWith('-'))
}

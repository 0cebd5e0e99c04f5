import type { Decimal } from '../../units/decimal.ts'
import type { LedgerEvent } from '../../ledger/LedgerEvent.ts'
import { explainIncident } from '../explainIncident.ts'
import type { Expression, FigureRef } from '../Explanation.ts'
import { difference, firstThatGives, given, negativeOf, postedOf, quotientOf, sumOf } from '../expressions.ts'
import type { FieldOf } from '../FigureId.ts'
import type { FigureScene } from '../FigureScene.ts'
import type { Incident, IncidentLeg } from '../Incident.ts'
import { totalOf } from './accountFigures.ts'
import { explainChainFigure } from './chainFigures.ts'
import { figure, noFigure, type Explained } from './Explained.ts'

interface Asked {
  readonly twin: Incident['twin']
  readonly seq: number
  readonly field: FieldOf<'incident'>
  readonly of: Readonly<Record<string, string>>
}

/** How a figure of the report on a liquidation comes about. */
export function explainIncidentFigure(scene: FigureScene, asked: Asked): Explained | undefined {
  const { setup, runs } = scene
  const report = explainIncident(setup, runs, asked)
  if (report === undefined) return undefined
  const after = runs[asked.twin].events.slice(asked.seq).filter(({ tick, at }) => tick === report.tick && at === report.at)
  const whole = ofWhole(report, asked, after)
  if (whole !== undefined) return whole
  if (/^(drift|step|saver)/.test(asked.field)) return explainChainFigure(report, asked)
  const leg = report.legs.find((each) => each.leg === asked.of['leg'])
  return leg === undefined ? undefined : ofLeg(report, leg, asked)
}

function eventRef({ twin }: Asked, id: string, seq: number, leg?: string): FigureRef {
  return { id, of: { twin, seq: String(seq), ...(leg === undefined ? {} : { leg }) } }
}

/** Of the pool and of the money. */
function ofWhole(report: Incident, asked: Asked, after: readonly LedgerEvent[]): Explained | undefined {
  const amounts = (type: 'residual-forfeited' | 'bad-debt-covered' | 'transferred' | 'position-liquidated'): Expression =>
    totalOf(after.flatMap((event) => {
      if (event.type !== type || ('pool' in event ? event.pool : event.type === 'transferred' ? event.from : '') !== report.pool) return []
      const of = `#${event.seq}`
      return [event.type === 'position-liquidated' ? given('fee', event.fee, { of, figure: eventRef(asked, 'trade.fee', event.seq) }) : given('amount', event.amount, { of, figure: eventRef(asked, 'event.amount', event.seq) })]
    }))
  switch (asked.field) {
    case 'equity':
      return figure(report.equity, given('equity', report.equity, { figure: eventRef(asked, 'event.equity', report.seq) }), ['Q1', 'M6'])
    case 'maintenanceMargin':
      return figure(report.maintenanceMargin, given('maintenanceMargin', report.maintenanceMargin, { figure: eventRef(asked, 'event.maintenanceMargin', report.seq) }), ['Q1', 'M4'])
    case 'forfeited':
      return sumFigure(report.forfeited, amounts('residual-forfeited'), 'forfeited', 'Q4')
    case 'badDebt':
      return sumFigure(report.badDebt, amounts('bad-debt-covered'), 'badDebt', 'Q5')
    case 'fundBears':
      return fundBears(report, asked)
    case 'liquidationFees':
      return sumFigure(report.liquidationFees, amounts('position-liquidated'), 'liquidationFees', 'Q3')
    case 'returned':
      return sumFigure(report.returned, amounts('transferred'), 'amount', 'Q4')
    case 'money':
      return money(report, asked)
    default:
      return undefined
  }
}

/** The bad debt less what deleveraging pays and what nobody covers. [Q5] */
function fundBears({ badDebt, money, seq }: Incident, asked: Asked): Explained {
  const others = money.filter(({ party, amount }) => (party === 'deleveraged' || party === 'nobody') && !amount.isZero())
  const paid = others.map(({ party, amount }) => negativeOf(given('amount', amount.abs(), { of: party })))
  const left = others.reduce((rest: Decimal, { amount }) => rest.minus(amount.abs()), badDebt)
  return figure(left, sumOf(given('badDebt', badDebt, { figure: eventRef(asked, 'incident.badDebt', seq) }), ...paid), ['Q5'])
}

function sumFigure(value: Decimal, formula: Expression, name: 'forfeited' | 'badDebt' | 'liquidationFees' | 'amount', rule: string): Explained {
  return figure(value, firstThatGives(value, [formula], given(name, value)), [rule, 'L1'])
}

/** What came to one party is what the others gave. [L1] */
function money(report: Incident, { of }: Asked): Explained | undefined {
  const row = report.money.find(({ party }) => party === of['party'])
  if (row === undefined) return undefined
  const others = report.money.filter((each) => each !== row && !each.amount.isZero()).map(({ party, amount }) => given('amount', amount, { of: party }))
  return figure(row.amount, firstThatGives(row.amount, [negativeOf(totalOf(others))], given('amount', row.amount)), ['L1'])
}

function ofLeg(report: Incident, leg: IncidentLeg, asked: Asked): Explained | undefined {
  const entry = given('entryPrice', leg.entryPrice)
  const mark = given('testPrice', leg.mark, { figure: eventRef(asked, 'event.legMark', report.seq, leg.leg) })
  switch (asked.field) {
    case 'qty':
      return figure(leg.qty, given('quantity', leg.qty, { figure: eventRef(asked, 'event.legQty', report.seq, leg.leg) }), ['Q1'])
    case 'entryPrice':
      return figure(leg.entryPrice, entry, ['P3'])
    case 'mark':
      return figure(leg.mark, mark, ['K5'])
    case 'move':
      return figure(leg.move, postedOf(quotientOf(difference(mark, entry), entry)), ['K5'])
    case 'unrealizedPnl':
      return figure(leg.unrealizedPnl, given('unrealizedPnl', leg.unrealizedPnl, { figure: eventRef(asked, 'event.legPnl', report.seq, leg.leg) }), ['Q1'])
    case 'legMaintenance':
      return figure(leg.maintenanceMargin, given('maintenanceMargin', leg.maintenanceMargin, { figure: eventRef(asked, 'event.legMaintenance', report.seq, leg.leg) }), ['Q1'])
    case 'share':
      return figure(leg.share, given('amount', leg.share), ['Q4', 'Q5'])
    case 'elsewhere': {
      const other = leg.elsewhere.find(({ twin }) => twin === asked.of['other'])
      return other === undefined ? undefined : figure(other.pnl, given('realized', other.pnl, other.state === 'never-opened' ? {} : { figure: { id: 'position.result', of: { twin: other.twin, leg: leg.leg, tick: String(report.tick) } } }), ['T1'])
    }
    default:
      return closing(leg, asked)
  }
}

/** What closing it brought and cost. */
function closing({ closed, share }: IncidentLeg, { field }: Asked): Explained | undefined {
  if (closed === undefined) return noFigure('not-closed', ['Q2'])
  switch (field) {
    case 'closedPrice':
      return figure(closed.price, given('price', closed.price), ['Q1', 'Q8'])
    case 'realizedPnl':
      return figure(closed.realizedPnl, given('realizedPnl', closed.realizedPnl), ['P3'])
    case 'fee':
      return figure(closed.fee, given('fee', closed.fee), ['Q3'])
    case 'lost':
      return figure(closed.realizedPnl.minus(closed.fee).plus(share), sumOf(given('realizedPnl', closed.realizedPnl), negativeOf(given('fee', closed.fee)), given('amount', share)), ['Q3', 'Q4', 'Q5'])
    default:
      return undefined
  }
}

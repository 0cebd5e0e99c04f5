import { fundingRateOf } from '../../margin/fundingPayment.ts'
import { knownFunding } from '../../margin/knownFunding.ts'
import { tiersOf } from '../../margin/requirement.ts'
import { priceKey } from '../../tape/priceKey.ts'
import type { Tape } from '../../tape/Tape.ts'
import { Decimal } from '../../units/decimal.ts'
import { priceOfDouble } from '../../units/quantities.ts'
import { difference, given, magnitudeOf, plainNumber, quotientOf } from '../expressions.ts'
import type { FieldOf } from '../FigureId.ts'
import { figure, noFigure, type AccountScene, type Explained } from './Explained.ts'
import { fundingRateTerm, nextFundingTerm, noFundingReason, restingRateTerm } from './fundingFormula.ts'
import { evaluate } from '../evaluate.ts'

/** The market at a moment. */
export type MarketScene = Pick<AccountScene, 'rules' | 'marks' | 'keys' | 'at'> & { readonly tape: Pick<Tape, 'series' | 'funding'> }

/** How a figure of the market comes about: a price of the tape, or what the rules say. Undefined for what is not played. */
export function explainMarket(scene: MarketScene, instrument: string, field: FieldOf<'market'>): Explained | undefined {
  return scene.marks.has(instrument) ? FIELDS[field](scene, instrument) : undefined
}

const FIELDS: Readonly<Record<FieldOf<'market'>, (scene: MarketScene, instrument: string) => Explained>> = {
  mark: (scene, instrument) => priceFigure(scene, instrument, 'mark'),
  index: (scene, instrument) => priceFigure(scene, instrument, 'index'),
  last: (scene, instrument) => priceFigure(scene, instrument, 'last'),
  change: ({ marks, tape }, instrument) => {
    const mark = marks.get(instrument) ?? new Decimal(0)
    const series = tape.series.find((each) => priceKey(each.instrument, each.kind) === instrument)
    const first = series === undefined ? mark : priceOfDouble((series.open ?? series.close)[0] ?? 0)
    if (first.isZero()) return figure(new Decimal(0), plainNumber(0), ['K4'])
    const from = given('firstMark', first)
    const formula = quotientOf(difference(given('mark', mark, { figure: { id: 'market.mark', of: { instrument } } }), from), magnitudeOf(from))
    return figure(mark.minus(first).div(first.abs()), formula, ['K4'])
  },
  fundingRate: (scene, instrument) => {
    const known = knownFunding(scene, instrument)
    const { funding, isOfTape } = known
    return funding.type === 'none' ? noFigure(noFundingReason(known), ['F1', 'F5']) : figure(fundingRateOf(funding, instrument, scene.marks), fundingRateTerm(scene, instrument), isOfTape ? ['F5'] : ['F1', 'F2'])
  },
  restingFundingRate: (scene, instrument) => {
    const known = knownFunding(scene, instrument)
    const { funding, isOfTape } = known
    if (funding.type === 'none') return noFigure(noFundingReason(known), ['F1', 'F5'])
    const formula = funding.type === 'fixed' ? given('fundingRate', funding.rate) : restingRateTerm(funding)
    return figure(evaluate(formula), formula, isOfTape ? ['F5'] : ['F1', 'F2'])
  },
  nextFunding: (scene, instrument) => {
    const known = knownFunding(scene, instrument)
    if (known.funding.type === 'none' || known.next === undefined) return noFigure(noFundingReason(known), ['F1', 'F5'])
    return figure(new Decimal(known.next), nextFundingTerm(known, known.funding.intervalMillis, scene.at), [known.isOfTape ? 'F5' : 'F1'])
  },
  maintenanceRate: ({ rules }, instrument) => {
    const rate = tiersOf(rules, instrument)[0]?.maintenanceRate ?? new Decimal(0)
    return figure(rate, given('tierRate', rate), ['M4'])
  },
  maxLeverage: ({ rules }, instrument) => {
    const most = tiersOf(rules, instrument)[0]?.maxLeverage ?? new Decimal(1)
    return figure(most, given('leverage', most), ['P1'])
  },
}

function priceFigure({ marks }: MarketScene, instrument: string, kind: 'mark' | 'index' | 'last'): Explained {
  const price = marks.get(priceKey(instrument, kind))
  return price === undefined ? noFigure('not-on-the-tape', ['K4']) : figure(price, given(kind, price), ['K4'])
}


import type { Account } from '../ledger/Account.ts'
import { fundHistory } from '../ledger/fundHistory.ts'
import { VENUE_FUND } from '../ledger/insuranceFund.ts'
import type { LedgerEvent } from '../ledger/LedgerEvent.ts'
import { TWINS } from '../pools/Walls.ts'
import type { Instrument } from '../instruments/Instrument.ts'
import { explainBookFigure, type BookScene } from './explainBookFigure.ts'
import { explainFigure } from './explainFigure.ts'
import { explainIncident } from './explainIncident.ts'
import type { Explanation, FigureRef } from './Explanation.ts'
import { familyOf } from './familyOf.ts'
import { FIGURE_IDS, type FigureId } from './FigureId.ts'
import type { FigureScene } from './FigureScene.ts'
import type { Incident } from './Incident.ts'
import { lastWay } from './lastWay.ts'

type Of = FigureRef['of']

/** Keys that may name one figure, the fewest first: with those of the first level that names some, the figure is named. */
type Levels = readonly (readonly Of[])[]

/** Whose figures an id may be of. */
type Owners = (id: FigureId) => readonly Levels[]

/** Every figure of a run at a tick, explained; those of a draft, and what would have saved a pool, are not among them. */
export function everyExplanation(scene: FigureScene, twin: keyof FigureScene['runs']): Generator<Explanation> {
  const { setup, runs, tick } = scene
  const run = runs[twin]
  const owners = ownersIn(run.accountAt(tick), setup.instruments)
  const events = run.events.slice(0, run.countAt(tick))
  const ofEvents = events.map(({ seq }, i): Levels => [[{ seq: String(seq) }], legsIn(events[i]).map((leg) => ({ seq: String(seq), leg }))])
  const incidents = events.flatMap(({ type, seq }) => (type === 'pool-breached' ? [incidentLevels(scene, { twin, seq })] : []))
  const changes = fundHistory(events, setup.rules).map(({ fund, seq }): Levels => [[{ fund, seq: String(seq) }]])
  const funds = setup.rules.insuranceFund.scope === 'venue' ? [VENUE_FUND] : setup.instruments.filter(({ type }) => type !== 'spot').map(({ symbol }) => symbol)
  const ofRun: Owners = (id) => {
    switch (familyOf(id).family) {
      case 'event':
      case 'trade':
      case 'funding':
        return ofEvents
      case 'incident':
        return incidents
      case 'headline':
        return [[[{}]], ...(id === 'headline.move' ? incidents : [])]
      case 'fund':
        return id === 'fund.change' ? changes : funds.map((fund) => [[{ fund }]])
      default:
        return owners(id)
    }
  }
  return explained((ref) => explainFigure(scene, { id: ref.id, of: { twin, ...ref.of } }), ofRun)
}

/** Every figure of a book. */
export function everyBookExplanation(book: BookScene): Generator<Explanation> {
  return explained((ref) => explainBookFigure(book, ref), ownersIn(book.account, book.instruments.values()))
}

function* explained(explain: (ref: FigureRef) => Explanation | undefined, owners: Owners): Generator<Explanation> {
  for (const id of FIGURE_IDS) {
    for (const levels of owners(id)) {
      for (const level of levels) {
        const found = level.flatMap((of) => explain({ id, of }) ?? [])
        yield* found
        if (found.length > 0) break
      }
    }
  }
}

function ownersIn({ pools, positions, totals, orders }: Account, instruments: Iterable<Instrument>): Owners {
  const named = (key: string, values: Iterable<string>): readonly Levels[] => [...new Set(values)].map((value) => [[{ [key]: value }]])
  const owners: Readonly<Record<string, readonly Levels[]>> = {
    account: [[[{}]]],
    pool: named('pool', pools.keys()),
    position: named('leg', [...totals.keys(), ...positions.keys()]),
    order: named('order', orders.keys()),
    market: named('instrument', [...instruments].map(({ symbol }) => symbol)),
  }
  return (id) => owners[familyOf(id).family] ?? []
}

function legsIn(event: LedgerEvent | undefined): readonly string[] {
  if (event === undefined) return []
  return 'legs' in event ? event.legs.map(({ leg }) => leg) : 'shares' in event ? event.shares.map(({ leg }) => leg) : []
}

function incidentLevels(scene: FigureScene, at: { readonly twin: Incident['twin']; readonly seq: number }): Levels {
  const report = explainIncident(scene.setup, scene.runs, at)
  if (report === undefined) return []
  const own = { seq: String(at.seq) }
  const legs = report.legs.map(({ leg }): Of => ({ ...own, leg }))
  const parts = report.chains.flatMap((chain) => {
    const way = lastWay(chain)
    return Array.from({ length: Math.max(way?.steps.length ?? 0, way?.shares.length ?? 0) }, (_, part): Of => ({ ...own, leg: chain.leg, part: String(part) }))
  })
  return [[own], report.money.map(({ party }) => ({ ...own, party })), legs, legs.flatMap((of) => TWINS.map((other) => ({ ...of, other }))), parts]
}

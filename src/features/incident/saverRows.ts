import { Decimal } from '../../engine/index.ts'
import { figureTag } from '../../store/figures/figureTag.ts'
import type { SaidFigure } from '../../ui/primitives/FigureWords.tsx'
import type { IncidentLeg, IncidentLook, PlainIncident, Saver } from './IncidentLook.ts'
import { listed } from './listed.ts'
import { saverWords } from './saverWords.ts'
import { words } from './words.ts'

export interface SaverRow {
  /** Its place in the list, by which it is tried. */
  readonly index: number
  readonly text: string
  /** The figures that the text names. */
  readonly figures: readonly SaidFigure[]
  readonly equity: string
  readonly equityFigure: string
  readonly mode: 'isolated' | 'cross' | undefined
}

export interface SaverTable {
  readonly rows: readonly SaverRow[]
  /** Why others would not have. */
  readonly none: readonly string[]
}

type Found = Extract<Saver, { type: 'found' }>

/** What was found, as sentences with their outcome; the best outcome first. */
export function saverTable(all: readonly Saver[], incident: PlainIncident, look: IncidentLook): SaverTable {
  const rows = all.flatMap((saver, index) => (saver.type === 'found' ? [{ index, saver }] : []))
  return {
    rows: rows
      .toSorted((a, b) => new Decimal(b.saver.equity).cmp(a.saver.equity))
      .map(({ index, saver }) => ({
        index, text: saverText(saver, incident, look), figures: figuresOf(saver, incident, look), equity: look.format.money(saver.equity),
        equityFigure: figureTag('incident.saverEquity', { twin: incident.twin, seq: incident.seq, kind: saver.kind, value: saver.equity }), mode: modeOf(saver),
      })),
    none: all.flatMap((saver) => (saver.type === 'none' ? [saverWords.none(saverWords.kinds[saver.kind], saverWords.reasons[saver.reason])] : [])),
  }
}

function modeOf({ kind }: Saver): SaverRow['mode'] {
  if (kind === 'own-wall' || kind === 'all-walls') return 'isolated'
  return kind === 'shared' ? 'cross' : undefined
}

const FIGURES = { leverage: 'incident.saverLeverage', size: 'incident.saverSize', stop: 'incident.saverPrice' } as const

/** What was found, as the text writes it; and what was there before. */
function figuresOf(saver: Found, { twin, seq }: PlainIncident, look: IncidentLook): readonly SaidFigure[] {
  const { kind, from, to } = saver
  const owner = { twin, seq, kind }
  if (kind === 'margin') return [{ text: extraText(saver, look), figure: figureTag('incident.saverExtra', { ...owner, from, to }) }]
  if (kind !== 'leverage' && kind !== 'size' && kind !== 'stop') return []
  const written = writtenOf(saver, look)
  const of = (value: string | undefined): readonly SaidFigure[] => (value === undefined ? [] : [{ text: written(value), figure: figureTag(FIGURES[kind], { ...owner, value }) }])
  return [...of(to), ...of(from)]
}

/** How the values of a kind are written. */
function writtenOf({ kind, step }: Found, { format }: IncidentLook): (value: string) => string {
  if (kind === 'leverage') return (value) => format.leverage(value, { decimals: 2 })
  return kind === 'size' ? (value) => format.quantity(value, { stepSize: step }) : (value) => format.price(value, { tickSize: step })
}

function extraText({ from, to }: Found, { format }: IncidentLook): string {
  return format.money(new Decimal(to ?? 0).minus(from ?? 0).toFixed())
}

export function saverText(saver: Found, incident: PlainIncident, look: IncidentLook): string {
  const leg = incident.legs.find((each) => each.leg === (saver.leg ?? incident.culprit))
  const base = leg?.base ?? ''
  const isLong = leg?.qty.startsWith('-') === false
  const written = writtenOf(saver, look)
  switch (saver.kind) {
    case 'margin':
      return marginText(saver, leg, look)
    case 'leverage':
      return saverWords.leverage(words.position(base, isLong), written(saver.to ?? ''), written(saver.from ?? ''))
    case 'size':
      return saverWords.size(base, written(saver.to ?? ''), written(saver.from ?? ''))
    case 'stop':
      return saverWords.stop(base, written(saver.to ?? ''), isLong)
    case 'shared':
      return saverWords.shared(base)
    default:
      return wallText(saver, base, incident)
  }
}

function marginText(saver: Found, position: IncidentLeg | undefined, look: IncidentLook): string {
  const { changes, leg } = saver
  const amount = extraText(saver, look)
  const isWallet = changes.every(({ type }) => type === 'wallet')
  if (isWallet) return saverWords.wallet(amount)
  const more = changes.some(({ type }) => type === 'wallet') ? saverWords.withWallet(amount) : ''
  return `${leg === undefined || position === undefined ? saverWords.margin(amount) : saverWords.marginOf(amount, position.base)}${more}`
}

function wallText({ kind, liquidated }: Found, base: string, incident: PlainIncident): string {
  if (kind === 'own-wall') return (liquidated.length > 0 ? saverWords.ownWallLost : saverWords.ownWall)(base)
  const lost = incident.legs.filter(({ leg }) => liquidated.includes(leg))
  return lost.length === 0 ? saverWords.allWalls : saverWords.allWallsLost(listed(lost.map((leg) => leg.base)))
}

import { Decimal } from '../../engine/index.ts'
import type { IncidentLeg, IncidentLook, PlainIncident, Saver } from './IncidentLook.ts'
import { listed } from './listed.ts'
import { saverWords } from './saverWords.ts'
import { words } from './words.ts'

export interface SaverRow {
  /** Its place in the list, by which it is tried. */
  readonly index: number
  readonly text: string
  readonly equity: string
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
      .map(({ index, saver }) => ({ index, text: saverText(saver, incident, look), equity: look.format.money(saver.equity), mode: modeOf(saver) })),
    none: all.flatMap((saver) => (saver.type === 'none' ? [saverWords.none(saverWords.kinds[saver.kind], saverWords.reasons[saver.reason])] : [])),
  }
}

function modeOf({ kind }: Saver): SaverRow['mode'] {
  if (kind === 'own-wall' || kind === 'all-walls') return 'isolated'
  return kind === 'shared' ? 'cross' : undefined
}

export function saverText(saver: Found, incident: PlainIncident, look: IncidentLook): string {
  const leg = incident.legs.find((each) => each.leg === (saver.leg ?? incident.culprit))
  const base = leg?.base ?? ''
  const isLong = leg?.qty.startsWith('-') === false
  switch (saver.kind) {
    case 'margin':
      return marginText(saver, leg, look)
    case 'leverage':
      return saverWords.leverage(words.position(base, isLong), look.format.leverage(saver.to ?? '', { decimals: 2 }), look.format.leverage(saver.from ?? ''))
    case 'size':
      return saverWords.size(base, look.format.quantity(saver.to ?? '', { stepSize: saver.step }), look.format.quantity(saver.from ?? '', { stepSize: saver.step }))
    case 'stop':
      return saverWords.stop(base, look.format.price(saver.to ?? '', { tickSize: saver.step }), isLong)
    case 'shared':
      return saverWords.shared(base)
    default:
      return wallText(saver, base, incident)
  }
}

function marginText({ from, to, changes, leg }: Found, position: IncidentLeg | undefined, { format }: IncidentLook): string {
  const amount = format.money(new Decimal(to ?? 0).minus(from ?? 0).toFixed())
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

import { NOT_APPLICABLE } from '../../ui/format/displayText.ts'
import type { Mode } from '../../ui/primitives/ModeBadge.tsx'
import type { Account, IncidentLeg, IncidentLook, PlainIncident } from './IncidentLook.ts'
import { words } from './words.ts'

export interface Signed {
  readonly text: string
  readonly tone: 'loss' | 'profit' | undefined
}

export interface AlongRow {
  readonly id: string
  readonly position: string
  readonly role: IncidentLeg['role']
  readonly closedAt: string
  readonly pnl: Signed
  /** The same position in the account on the other side of the wall. */
  readonly elsewhere: Signed
}

export interface AlongTable {
  readonly rows: readonly AlongRow[]
  /** The account to compare with: a shared pool with All isolated, a wall with All cross. */
  readonly other: { readonly mode: Mode; readonly name: string }
}

/** What the liquidation closed, and what became of the same positions where the walls stand otherwise. */
export function alongRows(incident: PlainIncident, look: IncidentLook): AlongTable {
  const twin: Account = incident.poolType === 'isolated' ? 'all-cross' : 'all-isolated'
  return {
    other: { mode: twin === 'all-cross' ? 'cross' : 'isolated', name: words.elsewhere[twin] },
    rows: incident.legs.map((leg) => ({
      id: leg.leg,
      position: words.position(leg.base, !leg.qty.startsWith('-')),
      role: leg.role,
      closedAt: leg.closed === undefined ? words.along.survived : look.format.price(leg.closed.price, { tickSize: look.tickSizeOf(leg.instrument) }),
      pnl: leg.closed === undefined ? { text: NOT_APPLICABLE, tone: undefined } : money(leg.closed.realizedPnl, look),
      elsewhere: elsewhereOf(leg, twin, look),
    })),
  }
}

function elsewhereOf(leg: IncidentLeg, twin: Account, look: IncidentLook): Signed {
  const found = leg.elsewhere.find((other) => other.twin === twin)
  if (found === undefined) return { text: NOT_APPLICABLE, tone: undefined }
  if (found.state === 'open' || found.state === 'never-opened') return { text: words.along.states[found.state], tone: undefined }
  return money(found.pnl, look)
}

function money(amount: string, { format }: IncidentLook): Signed {
  const text = format.money(amount, { signed: true })
  return { text, tone: text.startsWith('+') ? 'profit' : /[1-9]/.test(text) ? 'loss' : undefined }
}

import { priceKey } from '../../engine/index.ts'
import { POWERS_OF_TEN } from '../columns/priceDigits.ts'
import type { Part, Script, Turn } from '../scripted/script/Script.ts'
import type { Crisis } from './Crisis.ts'

/** A stretch of a crisis, up to an hour since its start: with so much of the noise, or closed (nothing trades, then a jump). */
export type Phase = { readonly until: number; readonly noise: number } | { readonly until: number; readonly closed: true }

/** A crisis as the script that plays it: one part a phase, each corner a move from where its phase begins. [S22] */
export function scriptOfCrisis(crisis: Crisis, seed: number = crisis.seed): Script {
  const { id, title, instruments, lines, phases, barMillis, start, volatility, correlation } = crisis
  const hoursABar = barMillis / 3_600_000
  return {
    id: `crisis-${id}`,
    title,
    source: `Stylised from public figures, not the prices of those days: ${title}`,
    seed,
    start,
    barMillis,
    volatility,
    correlation,
    keepExtremes: true,
    negativePrices: crisis.negativePrices ?? false,
    instruments: instruments.map((one) => ({ ...one, beta: 0, start: priceAt(crisis, priceKey(one.instrument, one.kind), 0) })),
    parts: phases.map((phase, i): Part => {
      const from = phases[i - 1]?.until ?? 0
      const keys = Object.keys(lines)
      const moves = (hour: number, only: readonly string[]): Turn['by'] => Object.fromEntries(only.map((key) => [key, moveOf(crisis, key, [from, hour])]))
      if ('closed' in phase) return { type: 'dead', bars: Math.round((phase.until - from) / hoursABar) - 1, by: moves(phase.until, keys) }
      const hours = [...new Set([...Object.values(lines).flatMap((line) => line.map(([hour]) => hour)), phase.until])].filter((hour) => hour > from && hour <= phase.until).toSorted((a, b) => a - b)
      return {
        type: 'corners',
        noise: phase.noise,
        corners: hours.map((hour) => ({ bar: Math.round((hour - from) / hoursABar), by: moves(hour, keys.filter((key) => hour === phase.until || lines[key]?.some(([at]) => at === hour))) })),
      }
    }),
  }
}

function moveOf(crisis: Crisis, key: string, [from, to]: readonly [number, number]): number {
  const before = priceAt(crisis, key, from)
  return before === 0 ? 0 : (priceAt(crisis, key, to) - before) / Math.abs(before)
}

/** On the straight line between two corners, on the instrument's tick. */
function priceAt({ lines, instruments }: Crisis, key: string, hour: number): number {
  const line = lines[key] ?? []
  const after = line.findIndex(([at]) => at >= hour)
  const [to, price] = line[after] ?? [0, Number.NaN]
  const [from, before] = line[Math.max(0, after - 1)] ?? [0, Number.NaN]
  const exact = to === from ? price : before + ((price - before) * (hour - from)) / (to - from)
  const scale = POWERS_OF_TEN[instruments.find((one) => priceKey(one.instrument, one.kind) === key)?.decimals ?? 2] ?? 1
  return Math.round(exact * scale) / scale
}

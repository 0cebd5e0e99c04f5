import { ok, priceKey, refused, type Result, type Series, type Tape } from '../../../engine/index.ts'
import { fifteenDigits, fromUnits, POWERS_OF_TEN } from '../../columns/priceDigits.ts'
import { bridgeNoise } from './bridgeNoise.ts'
import type { Move, Script, ScriptedInstrument, ScriptRefusal } from './Script.ts'
import { scriptProblem } from './scriptProblem.ts'
import { turnsOf } from './turnsOf.ts'

/** A corner of one instrument, on its tick size; the noise is that on the way to it. */
export interface ScriptPoint {
  readonly tick: number
  readonly price: number
  readonly noise: number
}

/**
 * A script as a tape of closes: corners exactly, straight lines between them, and noise that is zero at every corner.
 * The same script gives the same bits everywhere. [S20, S21]
 */
export function scriptTape(script: Script): Result<Tape, ScriptRefusal> {
  const problem = scriptProblem(script)
  if (problem !== undefined) return refused(problem)
  const { time, jump } = clockOf(script)
  const ticks = time.length
  return ok({
    id: script.id,
    title: script.title,
    source: script.source,
    time,
    barMillis: script.barMillis,
    between: 'path',
    candlePath: 'close-only',
    ...(jump.includes(1) ? { jump } : {}),
    series: script.instruments.map((one, i): Series => ({
      instrument: one.instrument,
      ...(one.kind === undefined || one.kind === 'mark' ? {} : { kind: one.kind }),
      close: closesOf(pointsOf(script, one), { script, one, noise: bridgeNoise(script, i, ticks) }),
    })),
  })
}

function clockOf({ start, barMillis, parts }: Script): { readonly time: Float64Array; readonly jump: Uint8Array } {
  const slots = [0]
  const jumps = new Set<number>()
  let slot = 0
  for (const part of parts) {
    const { turns, jump } = turnsOf(part)
    slot += jump?.missing ?? 0
    if (jump !== undefined) jumps.add(slots.length)
    for (let bar = turns.at(-1)?.bar ?? 0; bar > 0; bar -= 1) slots.push((slot += 1))
  }
  return { time: Float64Array.from(slots, (each) => start + each * barMillis), jump: Uint8Array.from(slots, (_, tick) => (jumps.has(tick) ? 1 : 0)) }
}

/** Where the lines of an instrument turn, on its tick size. */
export function pointsOf({ parts, negativePrices }: Script, one: ScriptedInstrument): readonly ScriptPoint[] {
  const onTick = (price: number): number => roundedPrice(price, one.decimals, negativePrices)
  const points: ScriptPoint[] = [{ tick: 0, price: onTick(one.start), noise: 0 }]
  let level = onTick(one.start)
  let tick = 0
  for (const part of parts) {
    const { turns, noise } = turnsOf(part)
    const from = level
    for (const { bar, by } of turns) {
      const move = moveOf(by, one)
      if (move === undefined && bar !== turns.at(-1)?.bar) continue
      if (move !== undefined) level = move === 0 ? from : onTick(from + Math.abs(from) * move)
      points.push({ tick: tick + bar, price: level, noise })
    }
    tick += turns.at(-1)?.bar ?? 0
  }
  return points
}

/** The move of one instrument; absent where a table does not name it. */
function moveOf(by: Move, { instrument, kind, beta }: ScriptedInstrument): number | undefined {
  return typeof by === 'number' ? beta * by : by[priceKey(instrument, kind)]
}

interface Filling {
  readonly script: Script
  readonly one: ScriptedInstrument
  readonly noise: (from: number, to: number, scale: number) => Float64Array
}

function closesOf(points: readonly ScriptPoint[], { script, one, noise }: Filling): Float64Array {
  const close = new Float64Array((points.at(-1)?.tick ?? 0) + 1)
  const prices = points.map(({ price }) => price)
  const bounds: readonly [number, number] = script.keepExtremes ? [prices.reduce((a, b) => Math.min(a, b)), prices.reduce((a, b) => Math.max(a, b))] : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  points.forEach((point, i) => {
    close[point.tick] = point.price
    const before = points[i - 1]
    if (before === undefined || point.tick - before.tick < 2) return
    const factors = noise(before.tick, point.tick, point.noise)
    for (let tick = before.tick + 1; tick < point.tick; tick += 1) {
      const line = lineAt(before, point, tick, one.decimals)
      const factor = factors[tick - before.tick] ?? 1
      close[tick] = factor === 1 ? onTicks(line, one.decimals, script.negativePrices) : roundedPrice(kept(line * factor, bounds), one.decimals, script.negativePrices)
    }
  })
  return close
}

/** The straight line between two corners: in whole units of the last place, ties upwards, while they fit a double. */
function lineAt(from: ScriptPoint, to: ScriptPoint, tick: number, decimals: number): number {
  const scale = POWERS_OF_TEN[decimals] ?? 1
  const n = to.tick - from.tick
  const [a, b, k] = [Math.round(from.price * scale), Math.round(to.price * scale), tick - from.tick]
  const sum = 2 * (a * (n - k) + b * k) + n
  if (Math.abs(sum) < 2 ** 53) return fromUnits(Math.floor(sum / (2 * n)), decimals)
  return from.price + ((to.price - from.price) * k) / n
}

function onTicks(line: number, decimals: number, negativePrices: boolean): number {
  return roundedPrice(line, decimals, negativePrices)
}

/** Folded back at the bounds. */
function kept(price: number, [low, high]: readonly [number, number]): number {
  const folded = price > high ? 2 * high - price : price < low ? 2 * low - price : price
  return Math.min(high, Math.max(low, folded))
}

/** To a number of decimal places, ties upwards; at least one tick above zero unless prices may be below. */
function roundedPrice(price: number, decimals: number, negativePrices: boolean): number {
  const units = Math.floor(price * (POWERS_OF_TEN[decimals] ?? 1) + 0.5)
  const whole = negativePrices ? units : Math.max(1, units)
  // Never the zero below zero.
  return Math.abs(whole) < 1e15 ? fromUnits(whole, decimals) + 0 : fifteenDigits(price)
}

import type { Tape } from '../engine/index.ts'

/**
 * The same path with every segment of a close-only tape cut into n equal parts; prices interpolated in exact decimals,
 * so that the polyline is the same to the last digit. Jumps stay single steps. Used to prove L4.
 * @param n  a product of twos and fives, so that n-ths are finite decimals
 */
export function refineTape(tape: Tape, n: number): Tape {
  must(tape.between === 'path' && tape.series.every((series) => series.open === undefined), 'L4: only a close-only path is refined')
  must(Number.isInteger(tape.barMillis / n), 'L4: parts of a bar must be whole milliseconds')
  const ticks = refinedTicks(tape, n)
  return {
    ...tape,
    id: `${tape.id}-by-${n}`,
    barMillis: tape.barMillis / n,
    time: Float64Array.from(ticks, ([tick, k]) => between(tape.time, tick, k, n)),
    ...(tape.jump === undefined ? {} : { jump: Uint8Array.from(ticks, ([tick, k]) => (k === 0 ? (tape.jump?.[tick] ?? 0) : 0)) }),
    series: tape.series.map((series) => ({
      ...series,
      close: Float64Array.from(ticks, ([tick, k]) => (k === 0 ? (series.close[tick] as number) : between(series.close, tick, k, n))),
    })),
  }
}

/** Ticks of the refined tape as [tick before or at, parts beyond it]. */
function refinedTicks(tape: Tape, n: number): (readonly [number, number])[] {
  const ticks: (readonly [number, number])[] = []
  for (let tick = 0; tick < tape.time.length; tick++) {
    ticks.push([tick, 0])
    if (tick + 1 === tape.time.length || tape.jump?.[tick + 1] === 1) continue
    for (let k = 1; k < n; k++) ticks.push([tick, k])
  }
  return ticks
}

/** (a·(n − k) + b·k)/n of two neighbours, in whole numbers of a common last place. */
function between(column: Float64Array, tick: number, k: number, n: number): number {
  if (k === 0) return column[tick] as number
  const a = decimalOf(column[tick] as number)
  const b = decimalOf(column[tick + 1] as number)
  const places = Math.max(a.places, b.places)
  const sum = scaled(a, places) * BigInt(n - k) + scaled(b, places) * BigInt(k)
  const quotient = decimalQuotient(sum, BigInt(n))
  return decimalNumber(quotient.units, places + quotient.places)
}

/** sum/n exactly, as units of 10^−places. */
function decimalQuotient(sum: bigint, n: bigint): { units: bigint; places: number } {
  let units = sum
  for (let places = 0; places < 40; places++) {
    if (units % n === 0n) return { units: units / n, places }
    units *= 10n
  }
  throw new RangeError(`L4: ${n} parts are not finite decimals`)
}

function decimalNumber(units: bigint, places: number): number {
  const value = Number(`${units}e${-places}`)
  const digits = String(units < 0n ? -units : units).replace(/0+$/, '').length
  must(digits <= 15, 'N1: an interpolated price has more than 15 digits')
  return value
}

function scaled(value: { units: bigint; places: number }, places: number): bigint {
  return value.units * 10n ** BigInt(places - value.places)
}

/** The decimal a double prints as: units·10^−places. */
function decimalOf(x: number): { units: bigint; places: number } {
  const [mantissa = '', exponent = '0'] = String(x).split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const places = fraction.length - Number(exponent)
  const units = BigInt(whole + fraction)
  return places >= 0 ? { units, places } : { units: units * 10n ** BigInt(-places), places: 0 }
}

function must(condition: boolean, message: string): void {
  if (!condition) throw new RangeError(message)
}

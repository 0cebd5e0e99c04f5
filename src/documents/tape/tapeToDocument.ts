import type { Tape } from '../../engine/index.ts'

/** A tape's columns as JSON values. Numbers stay numbers: a tape's double is the decimal it prints. */
export function tapeToDocument(tape: Tape): Record<string, unknown> {
  const jumps = tape.jump === undefined ? undefined : [...tape.jump.keys()].filter((tick) => tape.jump?.[tick] === 1)
  return {
    id: tape.id,
    title: tape.title,
    source: tape.source,
    time: [...tape.time],
    barMillis: tape.barMillis,
    between: tape.between,
    candlePath: tape.candlePath,
    ...(jumps === undefined ? {} : { jumps }),
    series: tape.series.map(({ instrument, kind, open, high, low, close }) => ({
      instrument,
      ...(kind === undefined ? {} : { kind }),
      ...(open === undefined ? {} : { open: [...open] }),
      ...(high === undefined ? {} : { high: [...high] }),
      ...(low === undefined ? {} : { low: [...low] }),
      close: [...close],
    })),
    ...(tape.funding === undefined ? {} : { funding: tape.funding.map(({ instrument, time, rate }) => ({ instrument, time: [...time], rate: [...rate] })) }),
  }
}

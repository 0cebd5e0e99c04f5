import { asQuote, quote, type Quote } from '../units/quantities.ts'

/** One of two plays, up to the same tick. */
export interface ComparedPlay<Event> {
  readonly events: readonly Event[]
  /** Of the account at that tick: an amount, or its decimal text. */
  readonly equity: Quote | string
}

/** What two plays have come to. */
export interface PlayComparison<Event> {
  /** Equity of the first less equity of the second, exactly. */
  readonly gap: Quote
  /** The first tick at which something happened in one and not in the other; absent while nothing did. */
  readonly partsAt: number | undefined
  /** As the first has them. */
  readonly both: readonly Event[]
  readonly onlyA: readonly Event[]
  readonly onlyB: readonly Event[]
}

/** Two plays beside each other. An event is of both when everything but its number is the same. [B5] */
export function comparePlays<Event extends { readonly seq: number; readonly tick: number }>(a: ComparedPlay<Event>, b: ComparedPlay<Event>): PlayComparison<Event> {
  const [inA, inB] = [counted(a.events), counted(b.events)]
  const both = a.events.filter((event) => takeOne(inB, event))
  const shared = new Set(both)
  const onlyA = a.events.filter((event) => !shared.has(event))
  const onlyB = b.events.filter((event) => !takeOne(inA, event))
  const first = [...onlyA, ...onlyB].reduce((least, { tick }) => Math.min(least, tick), Number.POSITIVE_INFINITY)
  return { gap: asQuote(amount(a.equity).minus(amount(b.equity))), partsAt: Number.isFinite(first) ? first : undefined, both, onlyA, onlyB }
}

function amount(equity: Quote | string): Quote {
  return typeof equity === 'string' ? quote(equity) : equity
}

type Counts = Map<string, number>

/** The same may happen twice. */
function counted(events: readonly { readonly seq: number }[]): Counts {
  const counts: Counts = new Map()
  for (const event of events) counts.set(keyOf(event), (counts.get(keyOf(event)) ?? 0) + 1)
  return counts
}

function takeOne(counts: Counts, event: { readonly seq: number }): boolean {
  const left = counts.get(keyOf(event)) ?? 0
  if (left > 0) counts.set(keyOf(event), left - 1)
  return left > 0
}

/** Amounts are written as their decimal text, in the engine's events and in plain ones. */
function keyOf({ seq: _seq, ...rest }: { readonly seq: number }): string {
  return JSON.stringify(rest)
}

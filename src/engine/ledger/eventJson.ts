import { Decimal } from '../units/decimal.ts'
import type { LedgerEvent } from './LedgerEvent.ts'

export type Json = string | number | boolean | { readonly [key: string]: Json } | readonly Json[]

/** An event as plain data: decimals as plain strings, absent fields left out. */
export function eventToJson(event: LedgerEvent): { readonly [key: string]: Json } {
  return toJson(event) as { readonly [key: string]: Json }
}

/** Any frozen engine value as plain data. */
export function toJson(value: unknown): Json {
  if (Decimal.isDecimal(value)) return value.toFixed()
  if (Array.isArray(value)) return value.map(toJson)
  if (value instanceof Map) return [...value.values()].map(toJson)
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, field]) => field !== undefined)
    return Object.fromEntries(entries.map(([key, field]) => [key, toJson(field)]))
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  throw new TypeError(`Broken invariant L2: ${typeof value} has no plain form`)
}

/**
 * A 128-bit fingerprint of a list of events, the same in every JavaScript engine: two 64-bit multiply-xor lanes
 * (after B. Mitchell's cyrb53, public domain) over the events' canonical text. Not for security. [L2]
 */
export function hashEvents(events: readonly LedgerEvent[]): string {
  const lanes = [lane(0xdeadbeef, 0x41c6ce57), lane(0x9e3779b9, 0x85ebca6b)]
  for (const event of events) {
    const text = `${JSON.stringify(eventToJson(event))}\n`
    for (const each of lanes) each.add(text)
  }
  return lanes.map((each) => each.end()).join('')
}

function lane(seed1: number, seed2: number): { add(text: string): void; end(): string } {
  let h1 = seed1
  let h2 = seed2
  return {
    add(text) {
      for (let i = 0; i < text.length; i += 1) {
        const code = text.charCodeAt(i)
        h1 = Math.imul(h1 ^ code, 2654435761)
        h2 = Math.imul(h2 ^ code, 1597334677)
      }
    },
    end() {
      const a = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909)
      const b = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909)
      return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0')
    },
  }
}

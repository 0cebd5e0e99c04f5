import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '../engine/index.ts'
import { jsonText } from './json/jsonText.ts'
import { readJson } from './json/readJson.ts'
import { parseBook } from './book/parseBook.ts'
import { problemLines, type Parsed } from './Problem.ts'
import { parseRules } from './rules/parseRules.ts'
import { serializeRules } from './rules/serializeRules.ts'
import { parseScenario } from './scenario/parseScenario.ts'
import { serializeScenario } from './scenario/serializeScenario.ts'
import { parseTape, serializeTape } from './tape/parseTape.ts'
import { scenario, tapePrice } from './testing/arbitraries.ts'
import { rules } from './testing/rulesArbitrary.ts'
import { decimals } from './testing/textArbitraries.ts'
import { decimalProblem } from './validators/decimalText.ts'

function read<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(problemLines(parsed.error).join('\n'))
  return parsed.value
}

/** Decimals and columns as text, so that equal values compare equal whatever objects hold them. */
function plain(value: unknown): unknown {
  if (Decimal.isDecimal(value)) return `decimal ${value.toFixed()}`
  if (value instanceof Float64Array || value instanceof Uint8Array) return [...value]
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([, child]) => child !== undefined).map(([key, child]) => [key, plain(child)]))
}

describe('what is written is read back', () => {
  it('scenarios', () => {
    fc.assert(
      fc.property(scenario, (value) => {
        const text = serializeScenario(value)
        const again = read(parseScenario(text))
        expect(plain(again)).toEqual(plain(value))
        expect(serializeScenario(again)).toBe(text)
      }),
      { numRuns: 300 },
    )
  })

  it('rules', () => {
    fc.assert(fc.property(rules, (value) => {
      expect(plain(read(parseRules(serializeRules(value))))).toEqual(plain(value))
    }))
  })

  it('tapes, every price exactly', () => {
    const bar = fc.tuple(tapePrice, tapePrice, tapePrice, tapePrice).map((prices) => ({ open: prices[0], close: prices[1], high: Math.max(...prices), low: Math.min(...prices) }))
    fc.assert(
      fc.property(fc.array(bar, { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 10 ** 9 }), fc.boolean(), (bars, barMillis, jumps) => {
        const tape = {
          id: 'a',
          title: 'A',
          source: 'here',
          time: Float64Array.from(bars, (_, index) => 1_700_000_000_000 + index * barMillis),
          barMillis,
          between: 'path' as const,
          candlePath: 'open-low-high-close' as const,
          ...(jumps ? { jump: Uint8Array.from(bars, (_, index) => index % 2) } : {}),
          series: [
            {
              instrument: 'A',
              open: Float64Array.from(bars, (each) => each.open),
              high: Float64Array.from(bars, (each) => each.high),
              low: Float64Array.from(bars, (each) => each.low),
              close: Float64Array.from(bars, (each) => each.close),
            },
          ],
        }
        expect(plain(read(parseTape(serializeTape(tape))))).toEqual(plain(tape))
      }),
    )
  })
})

describe('readJson', () => {
  const value = fc.jsonValue({ maxDepth: 4, noUnicodeString: false }).filter((each) => !/__proto__|constructor|prototype|\d{16}/.test(JSON.stringify(each)))

  it('gives what JSON.parse gives, however it is laid out', () => {
    fc.assert(
      fc.property(value, fc.constantFrom('', ' ', '\t', 2), (each, space) => {
        const text = JSON.stringify(each, null, space)
        const { json, problems } = readJson(text)
        const isLong = problems.some(({ message }) => message.includes('15 significant digits'))
        if (!isLong) expect([json?.value, problems]).toEqual([JSON.parse(text), []])
      }),
    )
  })

  it('reads what jsonText writes', () => {
    fc.assert(fc.property(value, (each) => {
      expect(JSON.parse(jsonText(each))).toEqual(JSON.parse(JSON.stringify(each)))
    }))
  })

  it('refuses every text that JSON.parse refuses, and never throws', () => {
    const text = fc.oneof(fc.string(), fc.json(), fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([json, at, junk]) => json.slice(0, at % (json.length + 1)) + junk + json.slice(at % (json.length + 1))))
    const isJson = (each: string): boolean => {
      try {
        JSON.parse(each)
        return true
      } catch {
        return false
      }
    }
    fc.assert(fc.property(text, (each) => {
      expect(readJson(each).json !== undefined).toBe(isJson(each))
    }), { numRuns: 1000 })
  })
})

describe('decimals', () => {
  const kind = { sign: 'any', digits: 39, places: 24, power: 15 } as const

  it('mean the same written in any way, and come out plain', () => {
    fc.assert(
      fc.property(decimals(12, 12), fc.boolean(), fc.nat(3), (text, isNegative, zeros) => {
        const signed = isNegative ? `-${text}` : text
        const padded = signed.includes('.') ? `${signed}${'0'.repeat(zeros)}` : signed
        for (const way of [signed, padded, new Decimal(signed).toExponential()]) {
          const book = { schema: 1, marks: { A: '1' }, positions: [{ instrument: 'A', pool: 'cross', qty: way, entryPrice: '1' }] }
          expect(read(parseBook(book)).book.positions[0]?.qty.toFixed()).toBe(signed)
        }
      }),
    )
  })

  it('are refused as JSON numbers exactly when the double is another number than was written', () => {
    fc.assert(
      fc.property(decimals(10, 12), (text) => {
        const said = decimalProblem(Number(text), kind)
        const digits = text.replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length
        if (digits <= 15) expect(said).toBeUndefined()
      }),
    )
  })
})

describe('no document makes the program throw', () => {
  it('random JSON, and documents with something random inside', () => {
    const whole = { schema: 1, wallet: '1', rules: { extends: 'plain' }, tape: { type: 'inline', series: [{ instrument: 'A', close: [1] }] }, commands: [{ type: 'deposit', amount: '1' }] }
    const mutated = fc.tuple(fc.constantFrom(...Object.keys(whole)), fc.jsonValue()).map(([key, value]) => ({ ...whole, [key]: value }))
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.object(), mutated, fc.anything()), (value) => {
        for (const parse of [parseScenario, parseBook, parseRules, parseTape]) {
          const parsed = parse(value)
          const lines = parsed.ok ? [] : problemLines(parsed.error)
          expect(parsed.ok || lines.length > 0).toBe(true)
          expect(lines.length).toBeLessThanOrEqual(51)
          for (const line of lines) expect(line).not.toMatch(/\n|undefined|\[object/)
        }
      }),
      { numRuns: 500 },
    )
  })
})

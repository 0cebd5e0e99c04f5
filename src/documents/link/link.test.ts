import fc from 'fast-check'
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BUILTIN_SCENARIOS } from '../../store/scenarios/builtinScenarios.ts'
import { problemLines } from '../Problem.ts'
import { rulesToDocument } from '../rules/rulesToDocument.ts'
import type { Scenario } from '../scenario/Scenario.ts'
import { scenarioToDocument } from '../scenario/scenarioToDocument.ts'
import { serializeScenario } from '../scenario/serializeScenario.ts'
import { scenario } from '../testing/arbitraries.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { decodeLink } from './decodeLink.ts'
import { encodeLink } from './encodeLink.ts'
import { linkCodeOf, linkFragment } from './linkAddress.ts'
import { LINK_VIEWS, type LinkedDocument, type LinkPayload } from './LinkPayload.ts'
import { openLink } from './openLink.ts'

async function written(payload: LinkPayload): Promise<string> {
  const link = await encodeLink(payload)
  if (!link.ok) throw new Error(problemLines(link.error).join('\n'))
  return link.value
}

async function read(text: string) {
  const link = await openLink(text)
  if (!link.ok) throw new Error(problemLines(link.error).join('\n'))
  return link.value
}

function documentOf(value: Scenario): LinkedDocument {
  return scenarioToDocument(value, value.rules.type === 'built-in' ? value.rules.id : rulesToDocument(value.rules.rules))
}

const builtins = BUILTIN_SCENARIOS.map(({ id, document }) => [id, { ...document }] as const)

describe('a link', () => {
  it.each(builtins)('[D1] of %s opens as the scenario it was made of', async (_, document) => {
    const payload: LinkPayload = { scenario: document, view: 'report', tick: 3, seen: 40, selection: { instrument: 'SOL-PERP', account: 'all-cross', leg: 'SOL-PERP@cross', seq: 12 } }
    const text = `https://example.test/bulkhead/${linkFragment(await written(payload), 'report')}`
    const { payload: opened, scenario: again } = await read(text)
    expect(opened).toEqual(JSON.parse(JSON.stringify(payload)))
    const { scenario: once } = await read(await written({ scenario: documentOf(again), view: 'simulate' }))
    expect(serializeScenario(once)).toBe(serializeScenario(again))
  })

  it('[D1] of any scenario the program can hold opens as that scenario', async () => {
    const view = fc.constantFrom(...LINK_VIEWS)
    const calc = fc.option(fc.constant({ schema: 1, size: '1', 'x-note': [null, true, 'ä'] }), { nil: undefined })
    await fc.assert(
      fc.asyncProperty(scenario, view, fc.nat(100_000), calc, async (value, screen, tick, drafts) => {
        const payload = { scenario: documentOf(value), view: screen, tick, calc: drafts }
        const opened = await read(linkFragment(await written(payload), screen))
        expect(serializeScenario(opened.scenario)).toBe(serializeScenario(value))
        expect(opened.payload).toEqual(JSON.parse(JSON.stringify(payload)))
      }),
      { numRuns: 1000 },
    )
  }, 60_000)

  it('is as short as a message, for every built-in scenario', async () => {
    for (const [, document] of builtins) expect((await written({ scenario: document, view: 'simulate' })).length).toBeLessThan(1000)
  })

  it('is found in what was pasted: an address, a fragment, broken lines, the brackets and the full stop around it', async () => {
    const code = await written({ scenario: builtins[0]?.[1] ?? {}, view: 'calculate' })
    const fragment = linkFragment(code, 'calculate')
    expect(fragment.startsWith('#/calc?s=1.')).toBe(true)
    const broken = `https://example.test/${fragment}`.replace(/(.{70})/g, '$1\r\n  ')
    const shapes = [code, fragment, `https://example.test/${fragment}`, `http://localhost:5173/?a=1${fragment}`, ` <https://example.test/${fragment}>.`, `(${fragment}),`, broken, `#/sim?x=2&s=${code}`, `${fragment}&embed=1`]
    for (const shape of shapes) expect(linkCodeOf(shape)).toBe(code)
    for (const none of ['', 'https://example.test/', '#/sim', '#/sim?t=1.2', 'hello', '#/sim?s=', '1', '.5']) expect(linkCodeOf(none)).toBeUndefined()
  })

  it('that would be refused is not made', async () => {
    const noise = Array.from({ length: 3000 }, (_, index) => ({ type: 'deposit', amount: String(((index + 1) * 7_919_777) % 1_000_003) }))
    const many = await encodeLink({ scenario: { ...builtins[0]?.[1], commands: noise }, view: 'simulate' })
    expect(many).toEqual({ ok: false, error: [{ path: [], message: 'this is more than a link holds. Save the scenario as a file and send that' }] })
    const few = await encodeLink({ scenario: { ...builtins[0]?.[1], commands: noise.slice(0, 1500) }, view: 'simulate' })
    expect(few.ok && (await openLink(few.value)).ok).toBe(true)
  })

  it('[D1] that would be refused for the prices it makes is not made', async () => {
    const walk = (bars: number) => ({ schema: 1 as const, wallet: '1', tape: { type: 'gbm' as const, seed: 1, bars, stepsPerBar: 50, instruments: [{ symbol: 'A', price: 1, volatility: 1 }] } })
    const long = await encodeLink({ scenario: walk(100_001), view: 'simulate' })
    expect(long).toMatchObject({ ok: false, error: [{ message: expect.stringMatching(/^5000050 points have to be made .* Save the scenario as a file/) as string }] })
    const short = await encodeLink({ scenario: walk(100_000), view: 'simulate' })
    expect(short.ok && (await openLink(short.value)).ok).toBe(true)
  })
})

describe('bytes in an address', () => {
  it('are those of Node’s base64url, there and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64url')
        expect(toBase64url(bytes)).toBe(text)
        expect(fromBase64url(text)).toEqual(bytes)
      }),
    )
    for (const none of ['A', 'AAAAA', 'A+==', 'a b', 'ä']) expect(fromBase64url(none)).toBeUndefined()
  })
})

interface Fixture {
  readonly name: string
  readonly link: string
  readonly payload: LinkPayload
}

const fixtures = readdirSync(new URL('./fixtures/', import.meta.url)).flatMap((file) => {
  const all = JSON.parse(readFileSync(new URL(`./fixtures/${file}`, import.meta.url), 'utf8')) as readonly Fixture[]
  return all.map((each) => [file.replace('.json', ''), each.name, each] as const)
})

describe('links that were made once', () => {
  it.each(fixtures)('[D3] %s: %s opens as what it was', async (version, _, { link, payload }) => {
    expect(link.startsWith(`${version.slice(1)}.`)).toBe(true)
    const decoded = await decodeLink(link)
    expect(decoded.ok ? decoded.value : decoded.error).toEqual(payload)
    expect((await openLink(link)).ok).toBe(true)
  })

  it('[D3] hold every built-in scenario, every kind of price and every screen', () => {
    const all = fixtures.map(([, , each]) => each)
    expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(BUILTIN_SCENARIOS.map(({ id }) => id)))
    const kinds = new Set(all.map(({ payload }) => (payload.scenario['tape'] as { type: string }).type))
    expect([...kinds].toSorted()).toEqual(['amplified', 'bootstrap', 'bundled', 'crisis', 'drawn', 'file', 'gbm', 'inline', 'model', 'script', 'scripted', 'shock'])
    expect(new Set(all.map(({ payload }) => payload.view)).size).toBe(LINK_VIEWS.length)
  })
})

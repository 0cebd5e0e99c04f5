import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { BUILTIN_SCENARIOS } from '../../store/scenarios/builtinScenarios.ts'
import { problemLines } from '../Problem.ts'
import { encodeLink } from './encodeLink.ts'
import { openLink } from './openLink.ts'

/** A link of any bytes, as somebody else's program would make one. */
function link(content: string | Buffer): string {
  return `1.${deflateSync(content, { level: 9 }).toString('base64url')}`
}

function withScenario(text: string): string {
  return link(`{"view":"simulate","scenario":${text}}`)
}

function scenario(more: string): string {
  return withScenario(`{"schema":1,"wallet":"1","tape":{"type":"scripted","id":"the-wick"},${more}}`)
}

function list(length: number, item: string): string {
  return `[${Array<string>(length).fill(item).join(',')}]`
}

function keys(count: number, key: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `"${key(index)}":1`).join(',')
}

const honest = await encodeLink({ scenario: { ...BUILTIN_SCENARIOS[0]?.document }, view: 'simulate' })
const code = honest.ok ? honest.value : ''
const damaged = /^\$: the link is damaged: it was cut off or changed on the way/
const tooMany = /^\$: there is more in this link than any link holds/
const noLink = /^\$: this is no Bulkhead link/
const column = (values: string): string => withScenario(`{"schema":1,"wallet":"1","tape":{"type":"inline",${values}"series":[{"instrument":"A","close":[1]}]}}`)

/** What is wrong with it, and the first thing that is said. */
const HOSTILE: readonly (readonly [string, string, RegExp])[] = [
  ['nothing', '', noLink],
  ['not ours', 'https://example.test/#/sim?s=hello', noLink],
  ['another page', 'https://example.test/watch?v=1.abc', noLink],
  ['version zero', '0.AAAA', noLink],
  ['version 01', `0${code}`, noLink],
  ['made by a newer version', `2.${code.slice(2)}`, /^\$: this link was made by a newer version of Bulkhead \(links of version 2; this one reads up to 1\)\. Reload the page/],
  ['of a version of many digits', '99999999.AAAA', /newer version/],
  ['no content', '1.', damaged],
  ['wrong base64', '1.@@@@', damaged],
  ['base64 of another alphabet', `1.${'A/'.repeat(40)}A`, damaged],
  ['base64 of no bytes', '1.A', damaged],
  ['bytes that were never packed', `1.${Buffer.from('hello, world').toString('base64url')}`, damaged],
  ['without the last character', code.slice(0, -1), damaged],
  ['cut in half', code.slice(0, Math.floor(code.length / 2)), damaged],
  ['without its head', `1.${code.slice(9)}`, damaged],
  ['one character changed', `${code.slice(0, 60)}${code[60] === 'A' ? 'B' : 'A'}${code.slice(61)}`, damaged],
  ['no UTF-8', link(Buffer.from([0xff, 0xfe, 0x7b])), damaged],
  ['a decompression bomb of spaces', link(Buffer.alloc(50_000_000, 32)), /^\$: the link unpacks to more than 300 kB/],
  ['a bomb as large as a link gets', link(Buffer.alloc(58_000_000, 0)), /^\$: the link unpacks to more than 300 kB/],
  ['longer than a link gets', `1.${'A'.repeat(90_000)}`, /^\$: the link has 90002 characters; at most 80000 are read/],
  ['megabytes of text', 'x'.repeat(5_000_000), /^\$: the link has 5000000 characters/],
  ['not JSON', link('hello'), /^\$: not JSON: line 1, column 1: a value was expected, "hello" was found/],
  ['lists nested deeply', link('['.repeat(250_000)), /^\$: the document is nested more than 32 levels deep/],
  ['objects nested deeply', link('{"a":'.repeat(50_000)), /^\$: the document is nested more than 32 levels deep/],
  ['__proto__', link('{"__proto__":{"polluted":1},"view":"simulate","scenario":{}}'), /^__proto__: this key is not allowed/],
  ['__proto__ inside', scenario('"settings":{"__proto__":{"polluted":1}}'), /^scenario\.settings\.__proto__: this key is not allowed/],
  ['constructor', scenario('"instruments":[{"symbol":"A","constructor":{"prototype":{"polluted":1}}}]'), /^scenario\.instruments\[0\]\.constructor: this key is not allowed/],
  ['a great many __proto__', link(`{${Array<string>(20_000).fill('"__proto__":1').join(',')}}`), /^__proto__: this key is not allowed/],
  ['the same key a great many times', link(`{${Array<string>(45_000).fill('"a":1').join(',')}}`), /^a: this key is there twice/],
  ['a name every object has', scenario('"instruments":[{"symbol":"toString"}]'), /^scenario\.instruments\[0\]\.symbol: this name is taken by the language/],
  ['a number of a million digits', link(`{"view":"simulate","scenario":{},"tick":${'9'.repeat(250_000)}}`), /^tick: 9{57}\.\.\. has more than 15 significant digits/],
  ['an amount of a million digits', scenario(`"commands":[{"type":"deposit","amount":"${'9'.repeat(250_000)}"}]`), /^scenario\.commands\[0\]\.amount: a number below 1e18 was expected/],
  ['a huge exponent', scenario('"commands":[{"type":"deposit","amount":"1e99999999"}]'), /^scenario\.commands\[0\]\.amount: /],
  ['an infinite number', link('{"view":"simulate","scenario":{},"tick":1e999}'), /^tick: 1e999 is too large/],
  ['a negative tick', link('{"view":"simulate","scenario":{},"tick":-1}'), /^tick: a number of at least 0 was expected/],
  ['half a tick', link('{"view":"simulate","scenario":{},"tick":0.5}'), /^tick: a whole number was expected/],
  ['a list in place of a payload', link('[]'), /^scenario: missing/],
  ['a list in place of a scenario', link('{"view":"simulate","scenario":[]}'), /^scenario: an object was expected/],
  ['no scenario', link('{"view":"simulate"}'), /^scenario: missing/],
  ['a scenario of a newer schema', withScenario('{"schema":2,"tape":{},"commands":[]}'), /^scenario\.schema: written by a newer Bulkhead/],
  ['a book in place of a scenario', withScenario('{"schema":1,"positions":[]}'), /^scenario: a scenario document was expected, this looks like a book document/],
  ['a screen nobody has', link('{"view":"admin","scenario":{}}'), /^view: "simulate" or "calculate" or "report" was expected, "admin" was given/],
  ['a key nobody knows', link('{"view":"simulate","scenario":{},"scenaro":{}}'), /^scenaro: unknown key; did you mean "scenario"\?/],
  ['wrong types', withScenario('{"schema":1,"wallet":{},"tape":[],"commands":7}'), /^scenario\.tape/],
  ['a million commands', scenario(`"commands":${list(1_000_000, '{"type":"deposit","amount":"1"}')}`), /^\$: the link has \d+ characters/],
  ['a million commands, packed twice as well', link(Buffer.concat([Buffer.from('{"view":"simulate","scenario":{"commands":['), Buffer.alloc(31_000_000, '{"type":"deposit","amount":"1"},')])), /^\$: the link (unpacks to|has)/],
  ['more commands than a link holds', scenario(`"commands":${list(9_000, '{"type":"deposit","amount":"1"}')}`), tooMany],
  ['as many wrong commands as a link holds', scenario(`"commands":${list(1450, '{"type":"place-order","a":"1"}')}`), /^scenario\.commands\[0\]\.instrument: missing/],
  ['as many wrong parts as a link holds', scenario(`"instruments":${list(1750, '{}')}`), /^scenario\.instruments\[0\]\.symbol: missing/],
  ['as many wrong values as a link holds', scenario(`"commands":${list(19_000, '""')}`), /^scenario\.commands\[0\]: an object was expected/],
  ['as many wrong moments as a link holds', column(`"time":${list(19_000, '1')},`), /^scenario\.tape\.time\[1\]: times ascend/],
  ['as many wrong prices as a link holds', column(`"jumps":${list(19_000, '7')},`), /^scenario\.tape\.jumps\[0\]: the tape has ticks 0 to 0; there is no 7/],
  ['keys nobody knows, a great many', scenario(keys(9_000, (index) => `k${index}`)), /^scenario\.k0: unknown key/],
  ['keys nobody knows, very long', scenario(keys(250, (index) => `${'k'.repeat(1000)}${index}`)), /^scenario\["k{57}\.\.\."\]: unknown key/],
  ['more values than a link holds', column(`"time":${list(140_000, '1')},`), tooMany],
  ['a walk that takes hours to make', withScenario('{"schema":1,"wallet":"1","tape":{"type":"gbm","seed":1,"bars":200000,"stepsPerBar":1000,"instruments":[{"symbol":"A","price":1,"volatility":1}]}}'), /^scenario\.tape: 200000000 points would have to be made/],
  ['a model that takes hours', withScenario('{"schema":1,"wallet":"1","tape":{"type":"model","seed":1,"bars":200000,"stepsPerBar":1000,"instruments":[{"symbol":"A","price":1,"process":{"type":"gbm","volatility":1}},{"symbol":"B","price":1,"process":{"type":"gbm","volatility":1}}]}}'), /^scenario\.tape: 400000000 points would have to be made/],
  ['a model whose steps are divided into thousands', withScenario('{"schema":1,"wallet":"1","tape":{"type":"model","seed":1,"bars":10000,"barMillis":31536000000,"instruments":[{"symbol":"A","price":1,"process":{"type":"heston","volatility":1,"longVolatility":1,"reversion":20000,"volOfVol":1,"leverage":0}}]}}'), /^scenario\.tape: 10000000 points would have to be made/],
  ['jumps without end', withScenario('{"schema":1,"wallet":"1","tape":{"type":"model","seed":1,"bars":200000,"barMillis":31536000000,"instruments":[{"symbol":"A","price":1,"process":{"type":"gbm","volatility":1},"jumps":{"perYear":50,"mean":0,"volatility":1}}]}}'), /^scenario\.tape: 10200000 points would have to be made/],
  ['a great many lines drawn over a great many bars', withScenario(`{"schema":1,"wallet":"1","tape":{"type":"drawn","lines":${list(30, '{"symbol":"A","points":[[199999,1]]}')}}}`), /^scenario\.tape: 6000000 points would have to be made/],
  ['stretches of a model under a factor', withScenario('{"schema":1,"wallet":"1","tape":{"type":"amplified","factor":2,"of":{"type":"bootstrap","seed":1,"bars":1000,"meanBlock":5,"of":{"type":"gbm","seed":1,"bars":200000,"stepsPerBar":1000,"instruments":[{"symbol":"A","price":1,"volatility":1},{"symbol":"B","price":1,"volatility":1}]}}}}'), /^scenario\.tape: 400004000 points would have to be made/],
  // 100 × 200,000; of lines, which are made first, three more each.
  ['long stretches of many short series', withScenario(`{"schema":1,"wallet":"1","tape":{"type":"bootstrap","seed":1,"bars":200000,"meanBlock":5,"of":{"type":"inline","series":${list(100, '{"instrument":"A","close":[1,2,3]}')}}}}`), /^scenario\.tape: 20000000 points would have to be made/],
  ['long stretches of many short lines', withScenario(`{"schema":1,"wallet":"1","tape":{"type":"bootstrap","seed":1,"bars":200000,"meanBlock":5,"of":{"type":"drawn","lines":${list(100, '{"symbol":"A","points":[[2,1]]}')}}}}`), /^scenario\.tape: 20000300 points would have to be made/],
  // Four times the 12 × 200,000 prices.
  ['factors over factors', withScenario(`{"schema":1,"wallet":"1","tape":${'{"type":"amplified","factor":2,"of":'.repeat(3)}{"type":"gbm","seed":1,"bars":200000,"instruments":${list(12, '{"symbol":"A","price":1,"volatility":1}')}}${'}'.repeat(3)}}`), /^scenario\.tape: 9600000 points would have to be made/],
  // 30 lines, each over all of the 200,000 bars, which were made before.
  ['short lines over a great many bars', withScenario(`{"schema":1,"wallet":"1","tape":{"type":"drawn","lines":${list(30, '{"symbol":"A","points":[[1,1]]}')},"base":{"type":"gbm","seed":1,"bars":200000,"instruments":[{"symbol":"A","price":1,"volatility":1}]}}}`), /^scenario\.tape: 6200000 points would have to be made/],
]

/** The quickest of a few attempts, by the clock or by the processor's: what else the machine is doing is not the link's. */
async function timed(text: string) {
  let millis = Infinity
  for (let attempt = 0; ; attempt += 1) {
    const [before, used] = [performance.now(), process.cpuUsage()]
    const opened = await openLink(text)
    const { user, system } = process.cpuUsage(used)
    millis = Math.min(millis, performance.now() - before, (user + system) / 1000)
    if (millis < 100 || attempt === 4) return { opened, millis }
  }
}

describe('a hostile link', () => {
  it.each(HOSTILE)('[D2] %s is refused within 100 ms, in words', async (_, text, first) => {
    const { opened, millis } = await timed(text)
    const lines = opened.ok ? ['accepted'] : problemLines(opened.error)
    expect(lines[0]).toMatch(first)
    expect(lines.length).toBeLessThanOrEqual(51)
    for (const line of lines) expect(line.length).toBeLessThan(500)
    expect(millis).toBeLessThan(100)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('[D2] with a script in its title is a link like another: a title is text', async () => {
    const title = '<script>alert(1)</script><img src=x onerror=alert(2)>'
    const opened = await openLink(scenario(`"title":${JSON.stringify(title)}`))
    expect(opened.ok && opened.value.scenario.title).toBe(title)
  })

  it('[D2] however it is cut or changed, opens as nothing else than what was sent', async () => {
    const sent = await openLink(code)
    for (let at = 2; at < code.length; at += 1) {
      const cut = await openLink(code.slice(0, at))
      expect(cut.ok).toBe(false)
      const other = code[at] === 'A' ? 'B' : 'A'
      const changed = await openLink(code.slice(0, at) + other + code.slice(at + 1))
      if (changed.ok) expect(changed).toEqual(sent) // the last character holds bits of no byte
    }
  })
})

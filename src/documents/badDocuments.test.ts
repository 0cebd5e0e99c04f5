import { describe, expect, it } from 'vitest'
import { builtinRules } from '../engine/index.ts'
import { parseBook } from './book/parseBook.ts'
import { problemLines, type Parsed } from './Problem.ts'
import { parseScenario } from './scenario/parseScenario.ts'
import { parseTape } from './tape/parseTape.ts'

/** Bad inputs and the exact words they are answered with; every message names the place and what was given. */
function said(parsed: Parsed<unknown>): readonly string[] {
  return parsed.ok ? ['accepted', ...problemLines(parsed.warnings)] : problemLines(parsed.error)
}

const RULE_IDS = [...builtinRules.keys()].join(', ')
const position = { instrument: 'BTC', pool: 'isolated', qty: '1', entryPrice: '60000' }
const book = (change: object): unknown => ({ schema: 1, marks: { BTC: '60000' }, positions: [position], ...change })
const withPosition = (change: object): unknown => book({ positions: [{ ...position, ...change }] })

describe('text that is not a document', () => {
  it.each([
    ['', '$: the document is empty'],
    [' \n\t', '$: the document is empty'],
    ['{', '$: not JSON: line 1, column 2: a key in double quotes was expected, the end was found'],
    ['{"schema": 1,}', '$: not JSON: line 1, column 14: a key in double quotes was expected, "}" was found'],
    ["{'schema': 1}", `$: not JSON: line 1, column 2: a key in double quotes was expected, "'" was found`],
    ['{"schema" 1}', '$: not JSON: line 1, column 11: ":" was expected, "1" was found'],
    ['{"schema": 1\n "wallet": 2}', '$: not JSON: line 2, column 2: "," or "}" was expected, "\\"" was found'],
    ['{"a": [1, 2}', '$: not JSON: line 1, column 12: "," or "]" was expected, "}" was found'],
    ['{"a": NaN}', '$: not JSON: line 1, column 7: a value was expected, "NaN" was found'],
    ['{"a": 1,5}', '$: not JSON: line 1, column 9: a key in double quotes was expected, "5" was found'],
    ['{"a": 01}', '$: not JSON: line 1, column 8: "," or "}" was expected, "1" was found'],
    ['{"a": "open', '$: not JSON: line 1, column 7: a string that ends was expected, "\\"" was found'],
    ['{"a": "two\nlines"}', '$: not JSON: line 1, column 7: a string without line breaks and with known escapes was expected, "\\"" was found'],
    ['{"a": 1} // note', '$: not JSON: line 1, column 10: the end of the document was expected, "/" was found'],
    ['time,open,high\n1,2,3', '$: not JSON: line 1, column 1: a value was expected, "time" was found'],
    ['<!doctype html>', '$: not JSON: line 1, column 1: a value was expected, "<" was found'],
    ['[]', '$: a book document was expected, a list was given'],
    ['null', '$: a book document was expected, null was given'],
    ['['.repeat(40), '$: the document is nested more than 32 levels deep'],
  ])('%j', (text, line) => expect(said(parseBook(text))).toEqual([line]))

  it('longer than what is read', () => {
    expect(said(parseBook(`"${'x'.repeat(40_000_000)}"`))).toEqual(['$: the document has 40000002 characters; at most 40000000 are read'])
  })
})

describe('documents of another kind or time', () => {
  it.each<[string, unknown, string]>([
    ['newer', book({ schema: 2 }), 'schema: written by a newer Bulkhead (schema 2); this one reads schema 1'],
    ['no version', book({ schema: undefined }), 'schema: missing; a book document begins with "schema": 1'],
    ['version as text', book({ schema: '1' }), 'schema: 1 was expected, "1" was given'],
    ['version zero', book({ schema: 0 }), 'schema: 1 was expected, 0 was given'],
    ['a scenario', { schema: 1, wallet: '1', tape: {}, commands: [] }, '$: a book document was expected, this looks like a scenario document'],
    ['a tape', { schema: 1, series: [] }, '$: a book document was expected, this looks like a tape document'],
    ['rules', { schema: 1, extends: 'plain', tiers: {} }, '$: a book document was expected, this looks like a rules document'],
  ])('%s', (_, input, line) => expect(said(parseBook(input))).toEqual([line]))
})

describe('keys and values no document has', () => {
  it.each<[string, string, readonly string[]]>([
    ['__proto__', '{"schema":1,"marks":{},"positions":[],"__proto__":{"polluted":1}}', ['__proto__: this key is not allowed']],
    ['constructor', '{"schema":1,"marks":{"constructor":1},"positions":[]}', ['marks.constructor: this key is not allowed']],
    ['a key twice', '{"schema":1,"marks":{"BTC":1,"BTC":2},"positions":[]}', ['marks.BTC: this key is there twice']],
    ['a number JSON rounds', '{"schema":1,"marks":{"BTC":60000.000000000001},"positions":[]}', [
      'marks.BTC: 60000.000000000001 has more than 15 significant digits and a JSON number cannot hold it exactly; write it as a string: "60000.000000000001"',
    ]],
    ['a number that is infinite', '{"schema":1,"marks":{"BTC":1e999},"positions":[]}', ['marks.BTC: 1e999 is too large']],
    ['a name every object has', JSON.stringify(withPosition({ instrument: 'toString' })), ['positions[0].instrument: this name is taken by the language; choose another']],
  ])('%s', (_, text, lines) => {
    expect(said(parseBook(text))).toEqual(lines)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('values that no text gives: functions, numbers that are none, dates, circles, an own __proto__', () => {
    const circle: Record<string, unknown> = {}
    circle['self'] = circle
    expect(said(parseBook(book({ wallet: Number.NaN })))).toEqual(['wallet: NaN is not a number that JSON has'])
    expect(said(parseBook(book({ wallet: () => 1 })))).toEqual(['wallet: a function is not JSON'])
    expect(said(parseBook(book({ wallet: 10n })))).toEqual(['wallet: a bigint is not JSON'])
    expect(said(parseBook(book({ wallet: new Date(0) })))).toEqual(['wallet: a plain object was expected'])
    expect(said(parseBook(book({ 'x-circle': circle })))).toEqual([expect.stringContaining('the document is nested more than 32 levels deep')])
    expect(said(parseBook(JSON.parse('{"schema":1,"__proto__":{}}')))).toEqual(['__proto__: this key is not allowed'])
  })
})

describe('books', () => {
  it.each<[string, unknown, string]>([
    ['comma for a point', withPosition({ qty: '1,5' }), 'positions[0].qty: a decimal number was expected, "1,5" was given'],
    ['thousands', withPosition({ entryPrice: '60 000' }), 'positions[0].entryPrice: a decimal number was expected, "60 000" was given'],
    ['a currency sign', withPosition({ margin: '$6000' }), 'positions[0].margin: a decimal number was expected, "$6000" was given'],
    ['nothing', withPosition({ qty: null }), 'positions[0].qty: one of qty and contracts was expected'],
    ['nothing where something is needed', withPosition({ instrument: null }), 'positions[0].instrument: missing; null was given'],
    ['nothing in a list', book({ instruments: [null] }), 'instruments[0]: an object was expected, null was given'],
    ['an empty text', withPosition({ qty: '' }), 'positions[0].qty: a decimal number was expected, "" was given'],
    ['NaN as text', withPosition({ qty: 'NaN' }), 'positions[0].qty: a decimal number was expected, "NaN" was given'],
    ['Infinity as text', withPosition({ qty: 'Infinity' }), 'positions[0].qty: a decimal number was expected, "Infinity" was given'],
    ['hexadecimal', withPosition({ qty: '0x10' }), 'positions[0].qty: a decimal number was expected, "0x10" was given'],
    ['a float sum', withPosition({ qty: 0.1 + 0.2 }), 'positions[0].qty: 0.30000000000000004 has more than 15 significant digits and a JSON number cannot hold it exactly; write it as a string'],
    ['a list', withPosition({ qty: [1] }), 'positions[0].qty: a decimal number was expected, a list was given'],
    ['a mark of zero', book({ marks: { BTC: 0 } }), 'marks.BTC: a number above 0 was expected, 0 was given'],
    ['too many places', book({ wallet: `1.${'0'.repeat(24)}1` }), 'wallet: at most 24 decimal places are kept, 25 were given'],
    ['too many digits', withPosition({ entryPrice: '123456.12345678901234567890123456789' }), 'positions[0].entryPrice: at most 34 significant digits are kept, 35 were given'],
    ['too large', book({ wallet: '1e36' }), 'wallet: a number below 1e36 was expected, "1e36" was given'],
    ['side and sign', withPosition({ qty: '-1', side: 'long' }), 'positions[0].side: a quantity below 0 is a short; "long" contradicts it'],
    ['a side there is not', withPosition({ side: 'up' }), 'positions[0].side: "long" or "short" was expected, "up" was given'],
    ['a side misspelt', withPosition({ side: 'Shrot' }), 'positions[0].side: "long" or "short" was expected, "Shrot" was given; did you mean "short"?'],
    ['a venue’s word for a side, and a sign', withPosition({ qty: '-1', side: 'Buy' }), 'positions[0].side: a quantity below 0 is a short; "long" contradicts it'],
    ['a pool misspelt', withPosition({ pool: 'isolted' }), 'positions[0].pool: "cross", "isolated" or "bucket:<name>" was expected, "isolted" was given; did you mean "isolated"?'],
    ['a key as a venue calls it', withPosition({ marginMode: 'cross' }), 'positions[0].marginMode: unknown key; did you mean "pool"?'],
    ['leverage in words', withPosition({ leverage: 'x10' }), 'positions[0].leverage: a decimal number was expected, "x10" was given'],
    ['a rate too long', withPosition({ tier: { maintenanceRate: `0.${'3'.repeat(40)}` } }), 'positions[0].tier.maintenanceRate: at most 30 decimal places are kept, 40 were given'],
    ['a rate of more than ten times', withPosition({ tier: { maintenanceRate: '0.1', initialRate: '11' } }), 'positions[0].tier.initialRate: a number of at most 10 was expected, "11" was given'],
    ['a pool there is not', withPosition({ pool: 'bucket:a' }), 'positions[0].pool: "pools" has no bucket:a; add { "id": "bucket:a", "margin": … }'],
    ['a bucket twice', book({ pools: [{ id: 'bucket:a', margin: 1 }, { id: 'bucket:a', margin: 2 }] }), 'pools[1].id: bucket:a is there twice'],
    ['a pool without a kind', book({ pools: [{ id: 'a', margin: 1 }] }), 'pools[0].id: the id of a bucket begins with "bucket:"'],
    ['margin in a shared pool', withPosition({ pool: 'cross', margin: 5 }), 'positions[0].margin: only an isolated position has collateral of its own; that of the cross pool is "wallet"'],
    ['no mark', book({ marks: {} }), 'marks.BTC: missing; positions[0] needs it'],
    ['a leg twice', book({ positions: [position, position] }), 'positions[1].leg: positions[0] is called "BTC@isolated" already; give one of them another "leg"'],
    ['a typo', withPosition({ takeprofit: 1 }), 'positions[0].takeprofit: unknown key; did you mean "takeProfit"?'],
    ['a key from elsewhere', book({ currency: 'EUR' }), 'currency: unknown key; known here: schema, title, rules, instruments, marks, wallet, equity, quoteBalance, otherPositions, collateral, pools, positions'],
    ['unknown rules', book({ rules: 'binnance' }), `rules: no built-in rules are called "binnance"; there are ${RULE_IDS}`],
    ['positions that are no list', book({ positions: {} }), 'positions: a list was expected, an object was given'],
    ['a position that is a number', book({ positions: [7] }), 'positions[0]: an object was expected, 7 was given'],
    ['a step of nothing', book({ instruments: [{ symbol: 'BTC', tickSize: '0' }] }), 'instruments[0].tickSize: a number above 0 was expected, "0" was given'],
    ['an instrument of another kind', book({ instruments: [{ symbol: 'BTC', type: 'quanto' }] }), 'instruments[0].type: "linear" or "inverse" or "spot" was expected, "quanto" was given'],
    ['a contract of nothing', book({ instruments: [{ symbol: 'BTC', contractSize: '0' }] }), 'instruments[0].contractSize: a number above 0 was expected, "0" was given'],
    ['nothing open', book({ instruments: [{ symbol: 'BTC', openInterest: '0' }] }), 'instruments[0].openInterest: a number above 0 was expected, "0" was given'],
    ['an instrument twice', book({ instruments: [{ symbol: 'BTC' }, { symbol: 'BTC' }] }), 'instruments[1].symbol: BTC is there twice'],
    ['an index of zero', book({ marks: { BTC: { mark: '60000', index: '0' } } }), 'marks.BTC.index: a number above 0 was expected, "0" was given'],
    ['an index without a mark', book({ marks: { BTC: { index: '60000' } } }), 'marks.BTC.mark: missing'],
    ['a price that is a truth', book({ marks: { BTC: true } }), 'marks.BTC: a price, or an object with mark, index and last, was expected'],
    ['two sizes', withPosition({ contracts: '1' }), 'positions[0].contracts: one of qty and contracts was expected'],
    ['no size at all', withPosition({ qty: undefined }), 'positions[0].qty: one of qty and contracts was expected'],
    ['contracts in words', withPosition({ qty: undefined, contracts: 'ten' }), 'positions[0].contracts: a decimal number was expected, "ten" was given'],
    ['no entry', withPosition({ entryPrice: undefined }), 'positions[0].entryPrice: missing; only where equity or quoteBalance is stated can it be left out'],
    ['margin and equity', withPosition({ margin: '1', equity: '1' }), 'positions[0].equity: one of margin, equity, quoteBalance was expected; margin and equity are there'],
    ['equity in a shared pool', withPosition({ pool: 'cross', equity: '1' }), 'positions[0].equity: only an isolated position has collateral of its own; that of the cross pool is "wallet"'],
    ['a reserve of nothing', withPosition({ feeReserve: '1' }), 'positions[0].feeReserve: part of a margin or an equity; neither is stated'],
    ['a reserve below nothing', withPosition({ margin: '1', feeReserve: '-1' }), 'positions[0].feeReserve: a number of at least 0 was expected, "-1" was given'],
    ['a reserve in a shared pool', withPosition({ pool: 'cross', feeReserve: '1' }), 'positions[0].feeReserve: only an isolated position has collateral of its own; that of the cross pool is "wallet"'],
    ['a row without a rate', withPosition({ tier: {} }), 'positions[0].tier.maintenanceRate: missing'],
    ['a row in percent', withPosition({ tier: { maintenanceRate: '5' } }), 'positions[0].tier.maintenanceRate: a fraction of at most 1 was expected in row 1, 5 was given'],
    ['a row that asks less to open than to keep', withPosition({ tier: { maintenanceRate: '0.05', initialRate: '0.02' } }), 'positions[0].tier.maintenanceRate: maintenance is above initial in row 1: 0.05 against 0.02'],
    ['a row with a floor', withPosition({ tier: { maintenanceRate: '0.05', floor: '0' } }), 'positions[0].tier.floor: unknown key; known here: maintenanceRate, maintenanceAmount, initialRate, maxLeverage'],
    ['rows of different tables', book({ positions: [{ ...position, tier: { maintenanceRate: '0.01' } }, { ...position, leg: 'b', tier: { maintenanceRate: '0.02' } }] }), 'positions[1].tier: positions[0] states another row for the same instrument, and the two are not rows of one continuous table; give the table under "rules", or the positions instruments of their own'],
    ['wallet and equity', book({ wallet: '1', equity: '1' }), 'equity: one of wallet, equity and quoteBalance was expected; wallet and equity are there'],
    ['a requirement below nothing', book({ otherPositions: { maintenanceMargin: '-1' } }), 'otherPositions.maintenanceMargin: a number of at least 0 was expected, "-1" was given'],
    ['others by an unknown name', book({ otherPositions: { upnl: '-1' } }), 'otherPositions.upnl: unknown key; known here: unrealizedPnl, maintenanceMargin, initialMargin'],
    ['a bucket without cash', book({ pools: [{ id: 'bucket:a' }] }), 'pools[0].margin: one of margin, equity and quoteBalance was expected'],
    ['an asset without a price', book({ collateral: [{ asset: 'ETH', amount: '1' }] }), 'collateral[0].price: missing; state it here, or the price of ETH under "marks"'],
    ['an asset twice', book({ collateral: [{ asset: 'U', amount: '1', price: '1' }, { asset: 'U', amount: '1', price: '1' }] }), 'collateral[1].asset: collateral[0] is U already; state its amount once'],
    ['an asset owed', book({ collateral: [{ asset: 'U', amount: '-1', price: '1' }] }), 'collateral[0].amount: a number of at least 0 was expected, "-1" was given'],
    ['a haircut of more than all', book({ collateral: [{ asset: 'U', amount: '1', price: '1', haircut: '5' }] }), 'collateral[0].haircut: a number of at most 1 was expected, "5" was given'],
    ['a haircut and slices', book({ collateral: [{ asset: 'U', amount: '1', price: '1', haircut: '0', slices: [{ haircut: '0' }] }] }), 'collateral[0].haircut: one of haircut and slices was expected'],
    ['slices that descend', book({ collateral: [{ asset: 'U', amount: '1', price: '1', slices: [{ haircut: '0' }, { floor: '5', haircut: '0' }, { floor: '4', haircut: '0' }] }] }), 'collateral[0].slices[2].floor: slices ascend: row 2 starts at 5, row 3 at 4'],
    ['an asset named like a position', book({ collateral: [{ asset: 'BTC', amount: '1' }] }), 'collateral[0].asset: an instrument of the same name is held; call that one BTC-PERP, so that the two have prices of their own'],
    ['a position in an asset', book({ instruments: [{ symbol: 'BTC', type: 'spot' }] }), 'positions[0].instrument: BTC is spot: an asset that serves as collateral stands in "collateral"'],
    ['two currencies', book({ marks: { BTC: '1', 'BTC-USD': '1' }, instruments: [{ symbol: 'BTC-USD', type: 'inverse' }], positions: [position, { ...position, instrument: 'BTC-USD' }] }), 'positions[1].instrument: the account is in the quote currency (BTC), this one is settled in BTC; make a book of each'],
  ])('%s', (_, input, line) => expect(said(parseBook(input))).toEqual([line]))

  it('all problems at once, at most fifty lines and a count', () => {
    const positions = Array.from({ length: 60 }, () => ({ ...position, qty: 'x' }))
    const lines = said(parseBook(book({ positions })))
    expect(lines).toHaveLength(51)
    expect(lines[49]).toBe('positions[49].qty: a decimal number was expected, "x" was given')
    expect(lines[50]).toBe('… and 10 more problems')
  })

  it('keys that begin with x- are the author’s own, anywhere', () => {
    expect(said(parseBook(book({ 'x-note': { a: [1] }, positions: [{ ...position, 'x-why': 'hedge' }] })))).toEqual(['accepted'])
  })
})

describe('tapes', () => {
  const tape = (series: object, rest: object = {}): unknown => ({ schema: 1, series: [{ instrument: 'BTC', ...series }], ...rest })

  it.each<[string, unknown, string]>([
    ['no prices', tape({ close: [] }), 'series[0].close: at least one price was expected'],
    ['a price that is none', tape({ close: [1, 'n/a'] }), 'series[0].close[1]: a price was expected, "n/a" was given'],
    ['a price too long', tape({ close: ['1.000000000000001'] }), 'series[0].close[0]: a price of at most 15 significant digits was expected, "1.000000000000001" was given'],
    ['half a bar', tape({ close: [1], high: [2] }), 'series[0]: a bar has open, high, low and close; give all of them, or close alone'],
    ['a short column', tape({ close: [1, 2], open: [1], high: [2, 2], low: [1, 1] }), 'series[0].open: 2 prices were expected, as many as in the first series; 1 were given'],
    ['high below close', tape({ close: [3], open: [1], high: [2], low: [1] }), 'series[0].high[0]: the high 2 is below 3, another price of the same bar'],
    ['low above open', tape({ close: [3], open: [1], high: [4], low: [2] }), 'series[0].low[0]: the low 2 is above 1, another price of the same bar'],
    ['a jump beyond the end', tape({ close: [1, 2] }, { jumps: [2] }), 'jumps[0]: the tape has ticks 0 to 1; there is no 2'],
    ['time that stands still', tape({ close: [1, 2] }, { time: ['2024-01-01', '2024-01-01'] }), 'time[1]: times ascend; "2024-01-01" is not after the one before'],
    ['time in seconds', tape({ close: [1] }, { time: [1704067200] }), 'time[0]: milliseconds since 1970 or an ISO date was expected, 1704067200 was given, which looks like seconds'],
    ['a day that is none', tape({ close: [1] }, { time: ['2023-02-29'] }), 'time[0]: milliseconds since 1970 or an ISO date was expected, "2023-02-29" was given'],
    ['a moment of a day that is none', tape({ close: [1] }, { start: '2024-04-31T12:00+02:00' }), 'start: milliseconds since 1970 or an ISO date was expected, "2024-04-31T12:00+02:00" was given'],
    ['time in microseconds', tape({ close: [1] }, { time: [1704067200000000] }), 'time[0]: milliseconds since 1970 or an ISO date was expected, 1704067200000000 was given'],
    ['too few times', tape({ close: [1, 2] }, { time: ['2024-01-01'] }), 'time: 2 moments were expected, as many as prices; 1 were given'],
    ['a bar of no length', tape({ close: [1] }, { barMillis: 0 }), 'barMillis: at least one millisecond was expected'],
    ['an instrument twice', { schema: 1, series: [{ instrument: 'A', close: [1] }, { instrument: 'A', close: [2] }] }, 'series[1].instrument: A is there twice'],
    ['a last price twice', { schema: 1, series: [{ instrument: 'A', close: [1] }, { instrument: 'A', kind: 'last', close: [1] }, { instrument: 'A', kind: 'last', close: [2] }] }, 'series[2].instrument: the last of A is there twice'],
    ['a last price without a mark', tape({ kind: 'last', close: [1] }), 'series[0].kind: the last of BTC stands beside its mark; add a series of its mark, or leave "kind" out'],
    ['a kind there is not', tape({ kind: 'bid', close: [1] }), 'series[0].kind: "mark" or "index" or "last" was expected, "bid" was given'],
    ['a kind in the name', tape({ instrument: 'BTC#last', close: [1] }), 'series[0].instrument: a symbol that does not end in "#index" or "#last" was expected; say "kind" instead'],
  ])('%s', (_, input, line) => expect(said(parseTape(input))).toEqual([line]))
})

describe('scenarios', () => {
  const tape = { type: 'inline', series: [{ instrument: 'BTC', close: [1, 2] }] }
  const order = { type: 'place-order', instrument: 'BTC', pool: 'cross', side: 'buy', qty: '1' }
  const party = { id: 'a', instrument: 'BTC', qty: '-1', entryPrice: '2', margin: '1' }
  const scenario = (change: object): unknown => ({ schema: 1, wallet: '100', tape, ...change })
  const withCommand = (command: object): unknown => scenario({ commands: [command] })

  it.each<[string, unknown, string]>([
    ['no tape', scenario({ tape: undefined }), 'tape: missing'],
    ['a tape there is not', scenario({ tape: { type: 'live' } }), 'tape.type: "scripted" or "shock" or "gbm" or "bundled" or "inline" or "file" or "script" or "crisis" or "drawn" or "model" or "bootstrap" or "amplified" was expected, "live" was given'],
    ['a wallet below zero', scenario({ wallet: '-1' }), 'wallet: a number of at least 0 was expected, "-1" was given'],
    ['a command there is not', withCommand({ type: 'pray' }), 'commands[0].type: "place-order" or "cancel-order" or "close-position" or "reverse-position" or "set-leverage" or "add-margin" or "remove-margin" or "move-position" or "set-protection" or "set-auto-margin" or "deposit" or "withdraw" was expected, "pray" was given'],
    ['no size', withCommand({ ...order, qty: undefined }), 'commands[0].qty: one of qty and notional was expected'],
    ['two sizes', withCommand({ ...order, notional: '5' }), 'commands[0].qty: one of qty and notional was expected'],
    ['a sale of less than nothing', withCommand({ ...order, qty: '-1' }), 'commands[0].qty: a number above 0 was expected, "-1" was given'],
    ['a trailing stop of nothing', withCommand({ ...order, orderType: 'trailing-stop', trailing: {} }), 'commands[0].trailing: one of rate and distance was expected'],
    ['a trailing stop of everything', withCommand({ ...order, orderType: 'trailing-stop', trailing: { rate: '1' } }), 'commands[0].trailing: a rate below 1 was expected, 1 was given'],
    ['a trailing stop in percent', withCommand({ type: 'set-protection', leg: 'a', trailing: { rate: '5' } }), 'commands[0].trailing: a rate below 1 was expected, 5 was given'],
    ['a limit of nothing', withCommand({ ...order, orderType: 'stop-limit', limitPrice: '0' }), 'commands[0].limitPrice: a number above 0 was expected, "0" was given'],
    ['margin of nothing', withCommand({ type: 'set-auto-margin', leg: 'a', on: true, upTo: '0' }), 'commands[0].upTo: a number above 0 was expected, "0" was given'],
    ['an order of another kind', withCommand({ ...order, orderType: 'iceberg' }), 'commands[0].orderType: "market" or "limit" or "stop" or "stop-limit" or "trailing-stop" was expected, "iceberg" was given'],
    ['half a tick', withCommand({ ...order, tick: 0.5 }), 'commands[0].tick: a whole tick was expected'],
    ['a trigger there is not', withCommand({ ...order, triggerBy: 'bid' }), 'commands[0].triggerBy: "mark" or "index" or "last" was expected, "bid" was given'],
    ['a tick before the first', withCommand({ ...order, tick: -1 }), 'commands[0].tick: a tick of at least 0 was expected'],
    ['an id twice', scenario({ commands: [{ ...order, id: 'a' }, { ...order, id: 'a' }] }), 'commands[1].id: another command is called "a" already'],
    ['more than all of it', withCommand({ type: 'close-position', leg: 'a', share: '1.5' }), 'commands[0].share: a share of at most 1 was expected, 1.5 was given'],
    ['margin for nobody', withCommand({ type: 'add-margin', amount: '5' }), 'commands[0].leg: one of leg and bucket was expected'],
    ['a seed that is none', scenario({ tape: { type: 'gbm', seed: 1.5, bars: 1, instruments: [{ symbol: 'A', price: 1, volatility: 1 }] } }), 'tape.seed: a whole number was expected'],
    ['a seed that JSON cannot hold', scenario({ tape: { type: 'gbm', seed: 1_000_000_000_000_000, bars: 1, instruments: [{ symbol: 'A', price: 1, volatility: 1 }] } }), 'tape.seed: at most 15 digits were expected, for a JSON number does not hold more of them exactly: choose one up to 999999999999999'],
    ['a correlation of two', scenario({ tape: { type: 'gbm', seed: 1, bars: 1, correlation: 2, instruments: [{ symbol: 'A', price: 1, volatility: 1 }] } }), 'tape.correlation: a coefficient from -1 to 1 was expected'],
    ['a matrix that does not fit', scenario({ tape: { type: 'gbm', seed: 1, bars: 1, correlation: [[1, 0]], instruments: [{ symbol: 'A', price: 1, volatility: 1 }, { symbol: 'B', price: 1, volatility: 1 }] } }), 'tape.correlation: 2 rows of 2 coefficients were expected, one for each instrument'],
    ['a file from another folder', scenario({ tape: { type: 'file', files: [{ name: '../../secret', instrument: 'A' }] } }), 'tape.files[0].name: the name of a file without folders was expected'],
    ['an asset twice', scenario({ collateral: [{ asset: 'USDC', amount: '1' }, { asset: 'USDC', amount: '2' }] }), 'collateral[1].asset: collateral[0] is USDC already; state its amount once'],
    ['an asset of less than nothing', scenario({ collateral: [{ asset: 'USDC', amount: '-1' }] }), 'collateral[0].amount: a number of at least 0 was expected, "-1" was given'],
    ['an asset that is a contract', scenario({ instruments: [{ symbol: 'USDC', type: 'linear' }], collateral: [{ asset: 'USDC', amount: '1' }] }), 'collateral[0].asset: USDC is stated as a linear contract; an asset is spot. Give the contract a name of its own'],
    ['a trade in an asset', scenario({ collateral: [{ asset: 'BTC', amount: '1' }], commands: [order] }), 'commands[0].instrument: BTC is collateral: it can be sold (close-position of collateral:BTC), not traded'],
    ['a counterparty twice', scenario({ counterparties: [party, party] }), 'counterparties[1].id: another counterparty is called "a" already'],
    ['a counterparty of nothing', scenario({ counterparties: [{ ...party, qty: '0' }] }), 'counterparties[0].qty: a quantity other than 0 was expected; long positive, short negative'],
    ['a counterparty without an entry', scenario({ counterparties: [{ ...party, entryPrice: undefined }] }), 'counterparties[0].entryPrice: a decimal number was expected, nothing was given'],
    ['an instrument twice', scenario({ instruments: [{ symbol: 'A' }, { symbol: 'A' }] }), 'instruments[1].symbol: A is there twice'],
    ['an empty name', withCommand({ ...order, leg: ' ' }), 'commands[0].leg: a name of at least one visible character was expected'],
  ])('%s', (_, input, line) => expect(said(parseScenario(input))).toEqual([line]))
})

import { jsonText } from '../../documents/json/jsonText.ts'
import type { ExchangeDeps } from '../../sources/exchange/ExchangeDeps.ts'
import type { ExchangeTrouble } from '../../sources/exchange/ExchangeTrouble.ts'
import { EXCHANGE_VENUES } from '../../sources/exchange/exchangeVenues.ts'
import { listInstruments } from '../../sources/exchange/listInstruments.ts'
import { loadExchange } from '../../sources/exchange/loadExchange.ts'
import { loadTiers } from '../../sources/exchange/loadTiers.ts'
import type { VenueId } from '../../sources/exchange/VenueId.ts'
import { spanText } from '../../tapes/spanText.ts'
import { DONE, REFUSED, type ExitCode, type Io } from '../Io.ts'
import { parseCommandLine } from '../parseCommandLine.ts'
import { UsageError } from '../UsageError.ts'
import { baseOf, LOAD_OPTIONS, outputOf, requestOf, venueOf, type LoadValues } from './loadOptions.ts'
import { loadOutput } from './loadOutputs.ts'

/** `load <venue> <symbol>…`: prices from the exchange itself. The only command that uses the network. */
export async function loadCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const listing = args.includes('--list')
  const { values, positionals } = parseCommandLine(args, { options: LOAD_OPTIONS, operands: listing ? ['<venue>?'] : ['<venue>', '<symbol>…'] })
  const [name, ...symbols] = positionals
  if (listing && name === undefined) {
    io.out(jsonText(EXCHANGE_VENUES.map(listed)))
    return DONE
  }
  const venue = venueOf(name)
  const deps = depsOf(io)
  if (listing) return instruments(venue, values, { io, deps })
  if (values.tiers === true) return tiers(venue, symbols, values, { io, deps })
  const output = outputOf(values.out)
  const request = requestOf(venue, symbols, values, deps.now())
  const loaded = await loadExchange(request, deps)
  if (!loaded.ok) return failed(loaded.error, io)
  for (const note of loaded.value.notes) io.say(`note: ${note}`)
  for (const part of loaded.value.parts) sayFindings(part, io)
  const text = loadOutput(output, loaded.value)
  if (text.ok) io.out(text.value)
  else io.say(text.error)
  return text.ok ? DONE : REFUSED
}

interface Outside {
  readonly io: Io
  readonly deps: ExchangeDeps
}

async function instruments(venue: VenueId, values: LoadValues, { io, deps }: Outside): Promise<ExitCode> {
  const found = await listInstruments({ venue, market: marketText(values), baseUrl: baseOf(values.base) }, deps)
  if (!found.ok) return failed(found.error, io)
  io.out(jsonText(found.value))
  return DONE
}

async function tiers(venue: VenueId, symbols: readonly string[], values: LoadValues, { io, deps }: Outside): Promise<ExitCode> {
  const [symbol] = symbols
  if (symbol === undefined || symbols.length > 1) throw new UsageError('--tiers takes one symbol')
  const found = await loadTiers({ venue, market: marketText(values), baseUrl: baseOf(values.base), symbol }, deps)
  if (!found.ok) return failed(found.error, io)
  const { rows, by, rates = 'whole', contract = 'linear', notes, source, readAt } = found.value
  for (const note of notes) io.say(`note: ${note}`)
  const date = new Date(readAt).toISOString().slice(0, 10)
  io.out(jsonText({ schema: 1, extends: 'plain', id: `${venue}-${symbol}`.toLowerCase(), name: `Plain, with the tiers of ${symbol} at ${venue}`, date, source, contract, tiersBy: by, tierRates: rates, tiers: { default: rows } }))
  return DONE
}

function marketText(values: LoadValues): string | undefined {
  return typeof values.market === 'string' ? values.market : undefined
}

function depsOf({ network, say }: Io): ExchangeDeps {
  if (network === undefined) throw new UsageError('there is no network here')
  return {
    ...network,
    onProgress: ({ waitingUntil, waitingFor, symbol, series }) => {
      if (waitingUntil === undefined) return
      const seconds = Math.ceil((waitingUntil - network.now()) / 1000)
      say(`note: ${symbol} ${series}: ${waitingFor === 'rate-limit' ? 'the venue asks to wait' : 'asking again'}, ${seconds} s`)
    },
  }
}

function failed({ code, message, detail }: ExchangeTrouble, io: Io): ExitCode {
  io.say(`${code}: ${message}`)
  if (detail !== undefined) io.say(`note: ${detail}`)
  return REFUSED
}

function sayFindings({ name, report }: Parameters<typeof loadOutput>[1]['parts'][number], io: Io): void {
  const { gaps, missingBars, widened, rounded, missing } = report
  if (gaps > 0) io.say(`note: ${name}: ${gaps} gaps, ${missingBars} bars are missing; nothing was put in their place`)
  if (widened > 0) io.say(`note: ${name}: ${widened} candles did not contain their open or close and were widened`)
  if (rounded > 0) io.say(`note: ${name}: ${rounded} prices had more than 15 digits and were rounded`)
  if (missing > 0) io.say(`note: ${name}: ${missing} rows had no price and were left out`)
}

function listed({ id, name, markets, tiers: tells, listing, history, browser, file, notes }: (typeof EXCHANGE_VENUES)[number]): unknown {
  return {
    id,
    name,
    markets: markets.map((market) => ({ id: market.id, name: market.name, address: market.baseUrl, series: market.series, bars: market.bars.map(spanText), examples: market.examples.map(({ symbol }) => symbol) })),
    tiers: tells,
    listing,
    history,
    browser,
    file,
    notes,
  }
}

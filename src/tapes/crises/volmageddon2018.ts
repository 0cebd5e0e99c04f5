import type { Crisis } from './Crisis.ts'
import { MINUTE, said, SOURCES } from './facts.ts'

const prweb = said('PRWeb, “VIX spike and XIV termination”, February 2018')
const strategist = said('optionstrategist.com, “XIV scapegoat for market’s decline”, February 2018')
const sixfigure = said('sixfigureinvesting.com, “What caused the February 5th, 2018 volatility spike”')
const cboe = said('Cboe, VIX daily history')
const memory = said(SOURCES.memory, true)

/** Hours since 5 February 2018, 14:30 UTC, when New York opens; it closes after 6.5, volatility trades until 6.75. */
const TWEET = 6
const CLOSE = 6.5
const LATE = 6.75
const NEXT = 24.25
const END = 30.75

const friday = prweb.price('VIX on Friday', 17.31, 'VIX', 0)
const monday = prweb.price('VIX on Monday', 37.32, 'VIX', LATE)
const vix = prweb.change('VIX in one day', 1.156, 'VIX', [0, LATE])
const atTweet = sixfigure.change('VIX half an hour before the close', 0.675, 'VIX', [0, TWEET])
const future0 = prweb.price('The February future on Friday', 15.625, 'VX-FEB', 0)
const future = prweb.change('The February future in one day', 1.126, 'VX-FEB', [0, LATE])
const xivLast = strategist.price('XIV just before 16:00', 99, 'XIV', CLOSE)
const xivDay = said('myminiblogsw.blogspot.com, “The astonishing story behind XIV”').change('XIV at the close, as the screens had it', -0.1432, 'XIV', [0, CLOSE])
const xivLate = sixfigure.change('XIV in one day, after hours included', -0.963, 'XIV', [0, LATE])
const stocks = strategist.change('S&P 500 in one day, −113 points', -0.041, 'SPX', [0, CLOSE])
const vixNext = cboe.price('VIX the day after', 29.98, 'VIX', END)
const stocksNext = memory.change('S&P 500 the day after', 0.0174, 'SPX', [LATE, END])
const closed = memory.closed('Hours closed overnight', 17.5)

const xiv0 = xivLast.value / (1 + xivDay.value)
const spx0 = 2762.13

/** Volatility doubles in a day, and what was short of it is gone after the close. */
export const volmageddon2018: Crisis = {
  id: 'volmageddon-2018',
  title: 'Volmageddon 2018: short volatility',
  when: '5 and 6 February 2018',
  story: 'Stocks fall by four in a hundred and the VIX more than doubles. A note that is short of it stands at 99 at the close and at 4 a quarter of an hour later, for it must buy what everyone needs.',
  real: 'Load the VIX daily from Cboe or FRED (VIXCLS), VXX and SPY by the hour from any stock data, as files; XIV no longer exists.',
  rules: 'standard',
  start: Date.UTC(2018, 1, 5, 14, 30),
  barMillis: 15 * MINUTE,
  seed: 20180205,
  volatility: 0.15,
  correlation: 0.2,
  instruments: [{ instrument: 'SPX', decimals: 2 }, { instrument: 'VIX', decimals: 2, volatility: 1 }, { instrument: 'VX-FEB', decimals: 3, volatility: 0.8 }, { instrument: 'XIV', decimals: 2, volatility: 0.5 }],
  lines: {
    SPX: [[0, spx0], [3, 2735], [5, 2700], [5.75, 2625], [TWEET, 2670], [CLOSE, spx0 * (1 + stocks.value)], [LATE, spx0 * (1 + stocks.value)], [NEXT, 2615], [26, 2660], [END, spx0 * (1 + stocks.value) * (1 + stocksNext.value)]],
    VIX: [[0, friday.value], [3, 19.5], [5, 23], [TWEET, friday.value * (1 + atTweet.value)], [CLOSE, 34.5], [LATE, monday.value], [NEXT, 44], [26, 33], [END, vixNext.value]],
    'VX-FEB': [[0, future0.value], [3, 16.4], [5, 17.8], [TWEET, 19.5], [CLOSE, 26], [LATE, future0.value * (1 + future.value)], [NEXT, 34], [26, 26], [END, 23.2]],
    XIV: [[0, xiv0], [3, 111], [5, 106], [TWEET, 103], [CLOSE, xivLast.value], [LATE, xiv0 * (1 + xivLate.value)], [NEXT, 6], [26, 7], [END, 7.35]],
  },
  phases: [{ until: 5, noise: 1 }, { until: LATE, noise: 2 }, { until: NEXT, closed: true }, { until: END, noise: 2 }],
  facts: [friday, monday, vix, atTweet, future0, future, xivLast, xivDay, xivLate, stocks, vixNext, stocksNext, closed],
}

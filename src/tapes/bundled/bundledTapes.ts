import type { BundledMoment, BundledTape } from './BundledTape.ts'

const SESSIONS = 'Daily bars; from one session to the next the price jumps, and a liquidation in between happens at the next open.'
const CLOSES = 'Daily closes; from one close to the next the price jumps.'

const gbpusd: readonly BundledMoment[] = [
  { day: '1992-09-16', instrument: 'GBPUSD', move: -0.0323, label: 'Black Wednesday: the pound leaves the ERM' },
  { day: '2016-06-24', instrument: 'GBPUSD', move: -0.0798, label: 'The Brexit vote' },
]
const usdjpy: readonly BundledMoment[] = [{ day: '1998-10-07', instrument: 'USDJPY', move: -0.0547, label: 'The yen carry trade unwinds' }]
const usdchf: readonly BundledMoment[] = [
  { day: '2011-09-06', instrument: 'USDCHF', move: 0.0875, label: 'The franc is capped at 1.20 to the euro' },
  { day: '2015-01-15', instrument: 'USDCHF', move: -0.1433, label: 'The cap is lifted: accounts end below zero' },
]

/** The built-in real tapes. Sources and licences are in each file's header; docs/why/bundled-tapes.md has the rest. */
export const BUNDLED_TAPES: readonly BundledTape[] = [
  {
    id: 'spx',
    title: 'S&P 500, 2000–2020',
    description: SESSIONS,
    files: ['spx.json'],
    moments: [
      { day: '2008-10-15', instrument: 'SPX', move: -0.0903, label: 'Financial crisis' },
      { day: '2008-12-01', instrument: 'SPX', move: -0.0893, label: 'Financial crisis' },
      { day: '2011-08-08', instrument: 'SPX', move: -0.0666, label: 'The United States loses its AAA rating' },
      { day: '2018-02-05', instrument: 'SPX', move: -0.041, label: 'Volatility products collapse' },
      { day: '2020-03-09', instrument: 'SPX', move: -0.076, label: 'Covid' },
      { day: '2020-03-12', instrument: 'SPX', move: -0.0951, label: 'Covid' },
      { day: '2020-03-16', instrument: 'SPX', move: -0.1198, label: 'Covid' },
    ],
  },
  {
    id: 'ndx',
    title: 'Nasdaq-100, 1985–2012',
    description: SESSIONS,
    files: ['ndx.json'],
    moments: [{ day: '1987-10-19', instrument: 'NDX', move: -0.1508, label: 'Black Monday' }],
  },
  { id: 'eurusd', title: 'EUR/USD, 1999–2025', description: CLOSES, files: ['eurusd.json'], moments: [] },
  { id: 'gbpusd', title: 'GBP/USD, 1971–2025', description: CLOSES, files: ['gbpusd.json'], moments: gbpusd },
  { id: 'usdjpy', title: 'USD/JPY, 1971–2025', description: CLOSES, files: ['usdjpy.json'], moments: usdjpy },
  { id: 'usdchf', title: 'USD/CHF, 1971–2025', description: CLOSES, files: ['usdchf.json'], moments: usdchf },
  {
    id: 'fx-majors',
    title: 'Four currency pairs, 1999–2025',
    description: `EUR, GBP, JPY and CHF against the dollar on one clock. ${CLOSES}`,
    files: ['eurusd.json', 'gbpusd.json', 'usdjpy.json', 'usdchf.json'],
    moments: [...gbpusd, ...usdjpy, ...usdchf].filter(({ day }) => day >= '1999-01-04').sort((a, b) => (a.day < b.day ? -1 : 1)),
  },
]

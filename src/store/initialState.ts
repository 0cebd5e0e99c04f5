import type { AppState } from './AppState.ts'
import type { TicketDraft } from '../workers/run/TicketDraft.ts'

/** An empty ticket for an instrument. */
export function emptyTicket(instrument: string): TicketDraft {
  return {
    instrument,
    pool: 'isolated',
    leverage: '10',
    orderType: 'market',
    price: '',
    limitPrice: '',
    callback: '1',
    callbackUnit: 'rate',
    activation: '',
    size: '',
    sizeUnit: 'base',
    takeProfit: '',
    stopLoss: '',
    reduceOnly: false,
    positionSide: 'both',
  }
}

/** Before anything was opened. */
export const INITIAL_STATE: Omit<AppState, 'actions'> = {
  screen: 'simulate',
  scenario: {
    status: 'none',
    document: undefined,
    info: undefined,
    builtinId: undefined,
    opened: undefined,
    isEdited: false,
    canUndo: false,
    canRedo: false,
    past: [],
    future: [],
    problems: [],
  },
  branches: { list: [], active: '', bookmarks: [], next: 1, isFresh: false },
  rival: undefined,
  playback: { tick: 0, lastTick: 0, seen: 0, isPlaying: false, speed: '5x', hasEnded: false, pauseAtLiquidation: true, pausedAt: undefined, seeking: undefined },
  view: { frame: undefined, detail: undefined, chart: undefined, events: noEvents() },
  selection: { instrument: '', account: 'as-set', leg: undefined, hoverTick: undefined },
  ticket: { draft: emptyTicket(''), preview: undefined, isStale: false },
  edit: undefined,
  isClosingAll: false,
  isDrawing: false,
  drawnSoFar: undefined,
  incident: undefined,
  explain: { view: undefined, trail: [], explanation: undefined, status: 'idle' },
  exchange: { status: 'idle', request: undefined, progress: undefined, trouble: undefined, result: undefined, keepTrouble: undefined, kept: undefined, list: undefined, tiers: undefined, again: undefined },
  importing: { status: 'idle', files: [], problem: undefined, between: 'path' },
  rules: { status: 'unread', saved: [], editing: undefined },
  ruleDiff: { isOpen: false, a: { type: 'scenario' }, b: undefined, walls: 'as-set', lowersLeverage: false, status: 'idle', progress: 0, problems: [], result: undefined },
  calculate: { desk: undefined, answers: {}, isAsking: false, trouble: undefined },
  shared: { status: 'none', own: undefined },
  settings: { theme: 'system', pnlColors: 'green-up', locale: '1,234.5', level: 'trader', chartUnit: 'quote', dismissed: [] },
  notices: [],
  storage: { status: 'idle', message: undefined, keptAside: [], beforeLink: undefined },
}

export function noEvents(): AppState['view']['events'] {
  const empty = { list: [], visible: 0 }
  return { 'as-set': empty, 'all-isolated': empty, 'all-cross': empty }
}

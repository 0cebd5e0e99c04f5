import { describe, expect, it } from 'vitest'
import { evaluate, explanationFrom, FIGURE_FAMILIES, figureKey, parseFigureKey, required, valuesIn, type Explanation } from '../../engine/index.ts'
import type { CommandDocument } from '../../documents/scenario/CommandDocument.ts'
import { SCENARIO_A, sessionAsk } from '../testing/sessionAsk.ts'
import type { ExplainedDraft } from './draftOutcome.ts'
import type { RunAnswer, RunQuestion } from './runClient.ts'
import type { TicketDraft } from './TicketDraft.ts'
import type { SidePreview } from './TicketPreview.ts'

const DRAFT: TicketDraft = {
  instrument: 'SOL-PERP', pool: 'isolated', leverage: '10', orderType: 'market', price: '', size: '38', sizeUnit: 'base', takeProfit: '', stopLoss: '', reduceOnly: false, positionSide: 'both',
}

type Ask = (question: RunQuestion) => Promise<RunAnswer>

async function opened(source = SCENARIO_A): Promise<Ask> {
  const session = sessionAsk()
  const ask: Ask = (question) => session.ask(question)
  await ask({ type: 'open', source, tape: undefined })
  return ask
}

/** The explanation as it arrives, read back; its formula comes to its value. */
async function explained(ask: Ask, key: string, { tick = 120, draft }: { readonly tick?: number; readonly draft?: ExplainedDraft } = {}): Promise<Explanation | undefined> {
  const answer = await ask({ type: 'explain', tick, figure: required(parseFigureKey(key), key), draft })
  if (answer.type !== 'explanation') throw new Error(JSON.stringify(answer))
  if (answer.explanation === undefined) return undefined
  const explanation = explanationFrom(answer.explanation)
  if (explanation.formula !== undefined) expect([key, evaluate(explanation.formula).toFixed()]).toEqual([key, explanation.value?.toFixed()])
  return explanation
}

const standard = SCENARIO_A.replace('"rules":"plain"', '"rules":"standard"')

describe('explain', () => {
  it('[X1] figures of any twin at any tick that is played, and nothing for what is not there', async () => {
    const ask = await opened()
    const frame = await ask({ type: 'frame', tick: 100, detail: 'all-cross', instrument: 'BTC-PERP', known: { revision: -1, counts: { 'as-set': 0, 'all-isolated': 0, 'all-cross': 0 } }, isStill: true, stopAfter: undefined })
    if (frame.type !== 'frame') throw new Error(frame.type)
    for (const twin of ['as-set', 'all-isolated', 'all-cross'] as const) {
      expect((await explained(ask, `account.equity?twin=${twin}`, { tick: 100 }))?.value?.toFixed()).toBe(frame.frame.twins[twin].equity)
      expect((await explained(ask, `account.available?tick=100&twin=${twin}`, { tick: 130 }))?.value?.toFixed()).toBe(frame.frame.twins[twin].available)
    }
    for (const key of ['account.equity?tick=9999999', 'account.nothing', 'position.qty?leg=nobody', 'pool.cash?pool=nowhere', 'event.amount?seq=999999', 'event.amount?seq=-1', 'order.qty?order=x', 'market.mark?instrument=X', 'incident.equity?seq=1', 'ticket.buy.qty', 'account.equity?after=buy', 'fund.change?fund=x&seq=1e3']) {
      const found = await explained(ask, key)
      expect([key, found?.value]).toEqual([key, undefined])
    }
  })

  const fields = Object.keys(FIGURE_FAMILIES['ticket.buy']) as unknown as readonly (keyof (typeof FIGURE_FAMILIES)['ticket.buy'])[]

  /** What the ticket shows, by the field that explains it. */
  function shownOf(side: SidePreview): Readonly<Record<(typeof fields)[number], string | undefined>> {
    const level = (found: SidePreview['liquidation']): string | undefined => (found?.type === 'price' ? found.price : undefined)
    const { maxQty, maxNotional, qty, notional, fillPrice, fee, cost, mostItCanLose, liquidationDistance, bankruptcyDistance, change } = side
    return { maxQty, maxNotional, qty, notional, fillPrice, fee, cost, mostItCanLose, liquidationDistance, bankruptcyDistance, liquidation: level(side.liquidation), bankruptcy: level(side.bankruptcy), fees: change?.fees, realizedPnl: change?.realizedPnl }
  }

  it.each([
    ['a market order behind its own wall', {}],
    ['a cross order with a limit that rests', { pool: 'cross', orderType: 'limit', price: '101' } as const],
    ['a stop', { orderType: 'stop', price: '110', size: '5' } as const],
    ['one that closes a part', { instrument: 'BTC-PERP', pool: 'cross', size: '0.1', orderType: 'market' } as const],
    ['nothing typed', { size: '' }],
    ['more than there is margin for', { size: '100000' }],
  ] as const)('[X1] the ticket, both sides: %s', async (_, typed) => {
    for (const source of [SCENARIO_A, standard]) {
      const ask = await opened(source)
      const draft = { ...DRAFT, ...typed }
      const answer = await ask({ type: 'preview-ticket', tick: 120, draft })
      if (answer.type !== 'ticket-preview') throw new Error(answer.type)
      for (const side of ['buy', 'sell'] as const) await expectSide(ask, side, { shown: answer.preview[side], draft })
    }
  })

  async function expectSide(ask: Ask, side: 'buy' | 'sell', { shown, draft }: { readonly shown: SidePreview; readonly draft: TicketDraft }): Promise<void> {
    const typed = { draft: { type: 'ticket', draft } } as const
    const figures = shownOf(shown)
    for (const field of fields) {
      const found = await explained(ask, `ticket.${side}.${field}`, typed)
      expect([side, field, found?.value?.toFixed()]).toEqual([side, field, figures[field]])
      await expectRefs(ask, found, typed)
    }
    if (shown.change === undefined || shown.rests) return
    for (const field of ['equity', 'available', 'canStillLose', 'marginRatio'] as const) {
      const found = await explained(ask, `account.${field}?after=${side}&twin=as-set`, typed)
      expect([field, found?.value?.toFixed()]).toEqual([field, shown.change[field].after])
      await expectRefs(ask, found, typed)
    }
    for (const { leg, liquidation: { after } } of shown.change.positions) {
      const found = await explained(ask, `position.liquidation?after=${side}&leg=${encodeURIComponent(leg)}`, typed)
      expect(found?.value?.toFixed()).toBe(after?.type === 'price' ? after.price : undefined)
    }
  }

  /** Each value that has an explanation of its own is what that says. */
  async function expectRefs(ask: Ask, explanation: Explanation | undefined, typed: { readonly draft: ExplainedDraft }): Promise<void> {
    for (const { figure, value } of explanation?.formula === undefined ? [] : valuesIn(explanation.formula)) {
      if (figure === undefined) continue
      const key = figureKey(figure)
      expect([key, (await explained(ask, key, typed))?.value?.toFixed()]).toEqual([key, value.toFixed()])
    }
  }

  it.each<CommandDocument>([
    { type: 'close-position', leg: 'BTC-PERP@cross', share: '0.5' },
    { type: 'set-leverage', leg: 'BTC-PERP@cross', leverage: '10' },
    { type: 'move-position', leg: 'BTC-PERP@cross', to: 'isolated' },
    { type: 'reverse-position', leg: 'BTC-PERP@cross' },
  ] as unknown as CommandDocument[])('[X1] an edit: $type', async (command) => {
    const ask = await opened(standard)
    const answer = await ask({ type: 'preview-edit', tick: 120, command })
    if (answer.type !== 'edit-preview') throw new Error(answer.type)
    const { change, limits } = answer.preview
    expect(answer.preview.status).toBe('accepted')
    const shown = { addable: limits.addable, removable: limits.removable, maxLeverage: limits.maxLeverage, fees: change?.fees, realizedPnl: change?.realizedPnl, transfer: change?.transfers[0]?.amount }
    for (const [field, value] of Object.entries(shown)) {
      const found = await explained(ask, `edit.${field}`, { draft: { type: 'edit', command } })
      expect([field, found?.value?.toFixed()]).toEqual([field, value])
      await expectRefs(ask, found, { draft: { type: 'edit', command } })
    }
    for (const pool of change?.pools ?? []) {
      const found = await explained(ask, `pool.equity?after=edit&pool=${encodeURIComponent(pool.pool)}`, { draft: { type: 'edit', command } })
      expect([pool.pool, found?.value?.toFixed()]).toEqual([pool.pool, pool.equity.after])
    }
  })
})

import { Decimal } from '../../engine/index.ts'
import type { AppActions } from '../AppActions.ts'
import type { CalculateActions, CalculatedTrade, CalculateQuestion } from '../CalculateActions.ts'
import { emptyDesk, readDesk } from '../calculate/emptyDesk.ts'
import { scenarioOfTrade } from '../calculate/scenarioOfTrade.ts'
import type { Kit } from '../Kit.ts'
import type { CalculateAnswer, CalculateDesk, CalculateState } from '../slices/CalculateState.ts'
import { reportStorage } from './storageActions.ts'

export interface CalculateDeskActions {
  readonly read: () => Promise<void>
  readonly change: (change: (desk: CalculateDesk) => CalculateDesk) => void
  readonly ask: (questions: readonly CalculateQuestion[]) => void
  readonly send: CalculateActions['sendToSimulate']
}

export const CALCULATE_KEY = 'calculate'

/** Typing goes on while it is saved, ms. */
const SAVE_AFTER = 100

/** A worker that was replaced has the scenario again after so long, ms. */
const AFTER_DROP = 100
const MOST_DROPS = 3

type Others = Pick<AppActions, 'openDocument' | 'selectInstrument' | 'setTicket' | 'showScreen'>

/** What `calculateActions` does once the screen is open. */
export function calculateDesk(kit: Kit, others: Others): CalculateDeskActions {
  const { get } = kit
  let reading: Promise<void> | undefined
  let saving: number | undefined
  let newest: readonly CalculateQuestion[] | undefined
  let isRunning = false

  const save = (): void => {
    if (saving !== undefined) kit.deps.timers.clear(saving)
    saving = kit.deps.timers.set(() => {
      saving = undefined
      const { desk } = get().calculate
      if (desk !== undefined && get().shared.status === 'none') kit.deps.storage.set(CALCULATE_KEY, desk).catch((error: unknown) => reportStorage(kit, error))
    }, SAVE_AFTER)
  }

  const change = (to: (desk: CalculateDesk) => CalculateDesk): void => {
    const before = get().calculate.desk ?? emptyDesk()
    const desk = to(before)
    if (desk === before) return
    kit.patch('calculate', { desk })
    save()
  }

  /** @returns whether the worker answered, or why it is not asked again */
  const askWorker = async (questions: readonly CalculateQuestion[], kept: CalculateState['answers']): Promise<'answered' | 'dropped' | 'refused'> => {
    const { scenario, playback } = get()
    const tick = scenario.status === 'open' ? playback.tick : undefined
    const answer = await kit.run.ask({ type: 'calculate', tick, documents: questions.map(({ document }) => document) })
    if (answer.type === 'dropped') return 'dropped'
    if (answer.type === 'calculated') {
      kit.patch('calculate', { answers: { ...kept, ...answersOf(questions, answer.reports) }, trouble: undefined })
      return 'answered'
    }
    kit.patch('calculate', { trouble: answer.type === 'failed' ? answer.message : answer.type === 'refused' ? answer.problems.join('\n') : answer.type })
    return 'refused'
  }

  /** Figures first; what is for pictures keeps its older answers until it has newer ones. */
  const askAll = async (questions: readonly CalculateQuestion[]): Promise<'answered' | 'dropped' | 'refused'> => {
    const later = questions.filter(({ isLater }) => isLater === true)
    const kept = Object.entries(get().calculate.answers).filter(([key]) => later.some((each) => each.key === key))
    const first = await askWorker(questions.filter(({ isLater }) => isLater !== true), Object.fromEntries(kept))
    if (first !== 'answered' || later.length === 0 || newest !== undefined) return first
    return askWorker(later, get().calculate.answers)
  }

  /** One batch at a time; what is asked meanwhile is asked next, the newest only. */
  const run = async (): Promise<void> => {
    isRunning = true
    let drops = 0
    while (newest !== undefined) {
      const questions: readonly CalculateQuestion[] = newest
      newest = undefined
      const outcome = await askAll(questions)
      if (outcome !== 'dropped') drops = 0
      // A newer one is on its way, or the worker was replaced: asked again, but not of one that is gone for good.
      else if (newest === undefined && drops < MOST_DROPS) {
        drops += 1
        await pause(AFTER_DROP)
        newest ??= questions
      }
    }
    isRunning = false
    kit.patch('calculate', { isAsking: false })
  }

  const pause = (millis: number): Promise<void> => new Promise((resolve) => void kit.deps.timers.set(resolve, millis))

  const ask = (questions: readonly CalculateQuestion[]): void => {
    newest = questions
    if (!get().calculate.isAsking) kit.patch('calculate', { isAsking: true })
    if (!isRunning) void run()
  }

  return {
    read: () => (reading ??= readKept(kit)),
    change,
    ask,
    send: (trade) => send(kit, others, trade),
  }
}

async function readKept(kit: Kit): Promise<void> {
  const kept = await kit.deps.storage.get(CALCULATE_KEY).catch((error: unknown) => reportStorage(kit, error))
  kit.patch('calculate', { desk: readDesk(kept) })
}

function answersOf(questions: readonly CalculateQuestion[], outcomes: readonly CalculateAnswer['outcome'][]): Readonly<Record<string, CalculateAnswer>> {
  return Object.fromEntries(
    questions.flatMap(({ key, document }, index) => {
      const outcome = outcomes[index]
      return outcome === undefined ? [] : [[key, { document, outcome }] as const]
    }),
  )
}

/** The trade as a ticket of the open scenario, or as a scenario of its own. */
async function send(kit: Kit, others: Others, trade: CalculatedTrade): ReturnType<CalculateActions['sendToSimulate']> {
  const { info, document } = kit.get().scenario
  const { symbol } = trade.instrument
  if (info === undefined || document === undefined || !info.instruments.some((each) => each.symbol === symbol)) {
    const isOpen = await others.openDocument(scenarioOfTrade(trade))
    if (isOpen) others.showScreen('simulate')
    return isOpen ? 'scenario' : undefined
  }
  const mark = kit.get().view.frame?.marks[symbol]
  others.selectInstrument(symbol)
  others.setTicket({
    pool: trade.pool,
    leverage: trade.leverage,
    size: trade.size,
    sizeUnit: 'base',
    takeProfit: trade.takeProfit,
    stopLoss: trade.stopLoss,
    reduceOnly: false,
    ...waitOf(trade, mark),
  })
  others.showScreen('simulate')
  return 'ticket'
}

/** At the mark, at once; on the better side of it a limit, on the other a stop. */
function waitOf({ price, side }: CalculatedTrade, mark: string | undefined): { readonly orderType: 'market' | 'limit' | 'stop'; readonly price: string } {
  if (price === '' || mark === undefined || new Decimal(price).eq(mark)) return { orderType: 'market', price: '' }
  const isBelow = new Decimal(price).lt(mark)
  return { orderType: isBelow === (side === 'long') ? 'limit' : 'stop', price }
}

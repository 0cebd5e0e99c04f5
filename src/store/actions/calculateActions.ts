import type { AppActions } from '../AppActions.ts'
import type { CalculateActions } from '../CalculateActions.ts'
import type { Kit } from '../Kit.ts'
import type { CalculateDeskActions } from './calculateDesk.ts'

/** The calculators: their code is fetched when the screen is opened. */
export function calculateActions(kit: Kit, others: Pick<AppActions, 'openDocument' | 'selectInstrument' | 'setTicket' | 'showScreen'>): CalculateActions {
  let made: CalculateDeskActions | undefined
  const desk = async (): Promise<CalculateDeskActions> => {
    if (made !== undefined) return made
    const { calculateDesk } = await import('./calculateDesk.ts')
    made ??= calculateDesk(kit, others) // two may have asked meanwhile
    return made
  }
  return {
    readCalculate: async () => (await desk()).read(),
    changeCalculate: (change) => void desk().then(({ change: apply }) => apply(change)),
    askCalculate: (questions) => void desk().then(({ ask }) => ask(questions)),
    sendToSimulate: async (trade) => (await desk()).send(trade),
  }
}

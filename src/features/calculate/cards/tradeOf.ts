import type { CalculateActions } from '../../../store/CalculateActions.ts'
import type { CalculateInputs } from '../../../store/slices/CalculateState.ts'
import { figureOf, plainOf, type CardView } from '../useCard.ts'
import { writeField } from '../fields/writeField.ts'
import { words } from '../words.ts'
import type { CardContext } from './documentOf.ts'

export type CalculatedTrade = Parameters<CalculateActions['sendToSimulate']>[0]

/** The wallet of a scenario of its own, where nobody says another. */
const USUAL_WALLET = { linear: '10000', inverse: '1' } as const

/** The trade of a card as an order; absent while its size or its price is not known. */
export function tradeOf(card: CardView, { market, rules }: CardContext, inputs: CalculateInputs): CalculatedTrade | undefined {
  const plain = (id: string): string | undefined => plainOf(figureOf(card.report, id))
  const size = plain('size')
  const entry = plain('entryPrice') ?? market.mark
  if (size === undefined || entry === undefined || card.report === undefined) return undefined
  const leverage = plain('leverage') ?? '10'
  const { symbol, type, tickSize, qtyStep } = card.market
  // In a scenario of its own the price is where the walk begins.
  const isAtMark = inputs.entryPrice === '' && market.position === undefined && market.isOpen && symbol === market.symbol
  return {
    instrument: { symbol, type, tickSize, qtyStep },
    pool: card.spec.mode,
    side: inputs.side,
    leverage,
    size: shownSize(size, card.writing),
    price: isAtMark ? '' : entry,
    ...targetsOf(card.spec.calculator, plain),
    wallet: plain('wallet') ?? card.market.walletBalance ?? USUAL_WALLET[type],
    rules: typeof rules === 'string' ? rules : '',
    title: words.actions.title(card.market.base, inputs.side, leverage),
  }
}

function targetsOf(calculator: string, plain: (id: string) => string | undefined): Pick<CalculatedTrade, 'takeProfit' | 'stopLoss'> {
  return { takeProfit: calculator === 'target' ? (plain('exitPrice') ?? '') : '', stopLoss: plain('stopPrice') ?? '' }
}

/** As it is shown: never more than was solved, and no more digits than anybody reads. */
function shownSize(size: string, writing: CardView['writing']): string {
  const shown = writing.format.parse(writeField('size', size, writing))
  return shown.ok ? shown.value : size
}

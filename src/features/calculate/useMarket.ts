import { useCallback } from 'react'
import type { AppState } from '../../store/AppState.ts'
import { sizeUnitOf } from '../../store/selectors/sizeUnitOf.ts'
import type { CalculateInputs } from '../../store/slices/CalculateState.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import type { CalculateMarket } from './CalculateMarket.ts'
import { ownMarket } from './ownMarket.ts'

/** Which instrument inputs are about: one of the open scenario, or one of the user's own. */
export type MarketOf = (inputs: CalculateInputs) => CalculateMarket

type Info = NonNullable<AppState['scenario']['info']>

export function useMarketOf(): MarketOf {
  const info = useAppStore((state) => state.scenario.info)
  const marks = useAppStore((state) => state.view.frame?.marks)
  const selected = useAppStore((state) => state.selection.instrument)
  const detail = useAppStore((state) => state.view.detail)
  const wallet = useAppStore((state) => state.view.frame?.twins['as-set'].walletBalance)
  const format = useFormat()
  return useCallback(
    (inputs) => {
      const found = instrumentOf(info, inputs.instrument, selected)
      const market = found === undefined ? ownMarket(inputs, format) : openMarket(found, { marks, detail, currency: info?.currency })
      const sharesAccount = info?.currency.code === market.currency
      return { ...market, sharesAccount, walletBalance: sharesAccount ? wallet : undefined }
    },
    [info, marks, selected, detail, wallet, format],
  )
}

/** The one that is named; where none is, the one selected on the Simulate screen. */
function instrumentOf(info: Info | undefined, named: string, selected: string): Info['instruments'][number] | undefined {
  const traded = (info?.instruments ?? []).filter((each) => each.type !== 'spot')
  if (named !== '') return traded.find((each) => each.symbol === named)
  return traded.find((each) => each.symbol === selected) ?? traded[0]
}

interface Beside {
  readonly marks: NonNullable<AppState['view']['frame']>['marks'] | undefined
  readonly detail: AppState['view']['detail']
  readonly currency: Info['currency'] | undefined
}

function openMarket(found: Info['instruments'][number], { marks, detail, currency }: Beside): Omit<CalculateMarket, 'sharesAccount' | 'walletBalance'> {
  const isInverse = found.type === 'inverse'
  const settled = isInverse ? found.base : found.quote
  return {
    symbol: found.symbol,
    type: isInverse ? 'inverse' : 'linear',
    base: found.base,
    quote: found.quote,
    currency: settled,
    sizeUnit: sizeUnitOf(found),
    moneyDecimals: currency?.code === settled ? currency.decimals : isInverse ? 8 : 2,
    tickSize: found.tickSize,
    qtyStep: shownStep(found.qtyStep),
    isOpen: true,
    mark: marks?.[found.symbol],
    position: positionIn(detail, found.symbol),
  }
}

/** A step finer than any venue has is none. */
function shownStep(step: string): string {
  return step.length > 12 ? '' : step
}

/** What is open in the instrument in the account as set, where that is the one in view. */
function positionIn(detail: AppState['view']['detail'], symbol: string): CalculateMarket['position'] {
  const open = detail?.twin === 'as-set' ? detail.account.positions.find((each) => each.instrument === symbol) : undefined
  if (open === undefined) return undefined
  return { leg: open.leg, size: open.qty.replace('-', ''), side: open.qty.startsWith('-') ? 'short' : 'long', entryPrice: open.entryPrice, leverage: open.leverage, margin: open.margin }
}

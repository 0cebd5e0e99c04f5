import { Decimal } from '../../engine/index.ts'
import type { AppState } from '../../store/AppState.ts'
import type { OpenPositionRow } from '../../store/selectors/rows/PositionRow.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import type { Format } from '../../ui/format/createFormat.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { duration, utcDateTime } from '../../ui/format/timeFormats.ts'
import { FigureTable } from '../../ui/primitives/FigureTable.tsx'
import styles from './ExplainDialog.module.css'
import { priceText, sizeText, tickOf } from './rowText.ts'
import { carryWords as words } from './words/carryWords.ts'

type More = NonNullable<AppState['view']['detail']>['more']

const selectMore = (state: AppState) => state.view.detail?.more
const selectPool = (state: AppState) => state.view.detail?.account.pools
const selectTime = (state: AppState) => state.view.frame?.time

/** Where closing leaves nothing, what funding takes next, and when funding alone liquidates. */
export function CarrySection({ row }: { readonly row: OpenPositionRow }) {
  const more = useAppStore(selectMore)
  const pools = useAppStore(selectPool)
  const time = useAppStore(selectTime)
  const format = useFormat()
  const own = more?.positions.find(({ leg }) => leg === row.leg)
  const pool = pools?.find(({ legs }) => legs.includes(row.leg))
  const figures = more?.pools.find(({ pool: id }) => id === pool?.id)
  if (more === undefined || own === undefined || figures === undefined || time === undefined) return null
  return (
    <div className={styles.section}>
      <FigureTable
        caption={words.title}
        isCaptionVisible
        rows={[
          { id: 'break-even', label: words.breakEven, cells: [breakEven(row, own, format)], weight: 'strong' },
          { id: 'formula', label: own.breakEven.type === 'none' ? words.realized : formulaOf(row, own, format), cells: [own.breakEven.type === 'none' ? format.money(own.realized, { signed: true }) : ''] },
          ...(own.nextFunding === undefined || more.nextFunding === undefined ? [] : [{
            id: 'next',
            label: words.next(utcDateTime(more.nextFunding)),
            cells: [words.payment(format.money(worthOf(own.nextFunding)), format.rate(own.nextFunding.rate), format.money(own.nextFunding.amount, { signed: true }))],
          }]),
          { id: 'alone', label: words.alone, cells: [carryText(figures.carry, time, format)] },
        ]}
      />
      {figures.coolingUntil === undefined ? null : <p className={styles.note}>{words.cooling(utcDateTime(figures.coolingUntil, { seconds: true }))}</p>}
    </div>
  )
}

type Own = More['positions'][number]

/** Against the trader, on the tick. */
function breakEven(row: OpenPositionRow, { breakEven: at }: Own, format: Format): string {
  if (at.type === 'none') return words.never[at.reason]
  return format.price(at.price, { tickSize: tickOf(row.priceDecimals), rounding: row.isLong ? 'ceil' : 'floor' })
}

function formulaOf(row: OpenPositionRow, { realized, closingRate }: Own, format: Format): string {
  return words.formula({
    size: sizeText(format, row),
    entry: priceText(format, row.entryPrice, row.priceDecimals),
    realized: format.money(realized),
    rate: format.rate(closingRate),
    isLong: row.isLong,
    isInverse: row.isInverse,
  })
}

/** What the rate is taken of: the payment is it times the rate. */
function worthOf({ amount, rate }: NonNullable<Own['nextFunding']>): string {
  return new Decimal(amount).div(rate).abs().toFixed()
}

function carryText(carry: More['pools'][number]['carry'], now: number, format: Format): string {
  if (carry.type === 'none') return words.none[carry.reason]
  return words.after(duration(carry.at - now), words.payments(carry.payments), format.money(carry.perPayment))
}

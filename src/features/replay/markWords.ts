import { Decimal } from '../../engine/index.ts'
import { figureTag } from '../../store/figures/figureTag.ts'
import type { ChartMark } from '../../store/selectors/rows/ChartMark.ts'
import { accountNames, type AccountKey } from '../../ui/charts/accountNames.ts'
import type { TwinMark } from '../../ui/charts/twinEquityWords.ts'
import type { Format } from '../../ui/format/createFormat.ts'
import { list } from './headlineWords.ts'

/** More words than this hide the lines; the ✕ of the others still stand. */
const MOST_WORDS = 8

/** The account a mark is drawn in: a twin's own line before the line of the account as set. */
export function accountOf(twins: ChartMark['twins']): AccountKey {
  if (twins.includes('all-isolated')) return 'iso'
  return twins.includes('all-cross') ? 'cross' : 'yours'
}

/** The liquidations on Chart A, in words. The largest losses are the ones that get words. */
export function equityMarks(marks: readonly ChartMark[], format: Format, tickName: (tick: number) => string): readonly TwinMark[] {
  const loud = new Set(
    [...marks]
      .sort((a, b) => Math.abs(Number(b.lost)) - Math.abs(Number(a.lost)))
      .slice(0, MOST_WORDS)
      .map((mark) => mark.key),
  )
  return marks.map((mark) => ({
    tick: mark.at,
    account: accountOf(mark.twins),
    title: loud.has(mark.key) ? markTitle(mark) : '',
    detail: loud.has(mark.key) ? markDetail(mark, format, tickName) : [],
    figures: markFigures(mark, format),
    value: mark.equityAfter,
  }))
}

/** "SOL hits its wall", "SOL closed, BTC and ETH taken along". */
export function markTitle(mark: ChartMark): string {
  const closed = mark.bystanders.filter((leg) => leg.price !== undefined).map((leg) => leg.base)
  if (mark.isAsset) return `${mark.culprit.base} sold`
  if (mark.poolType === 'isolated') return `${mark.culprit.base} hits its wall`
  return closed.length === 0 ? `${mark.culprit.base} liquidated` : `${mark.culprit.base} closed, ${list(closed)} taken along`
}

/** The figures of the detail. What several positions lost together stands in the report on it. */
function markFigures({ twins, seq, lost, forfeited, badDebt, deleveraged, uncovered }: ChartMark, format: Format): TwinMark['figures'] {
  const owner = { twin: twins[0], seq }
  return [
    { text: format.money(lost, { signed: true }), figure: figureTag('incident.money', { ...owner, party: 'trader' }) },
    { text: format.money(forfeited), figure: figureTag('incident.forfeited', owner) },
    { text: format.money(deleveraged), figure: figureTag('incident.money', { ...owner, party: 'deleveraged' }) },
    { text: format.money(uncovered), figure: figureTag('incident.money', { ...owner, party: 'nobody' }) },
    { text: format.money(new Decimal(badDebt).minus(deleveraged).minus(uncovered).toFixed()), figure: figureTag('incident.fundBears', owner) },
  ]
}

function markDetail(mark: ChartMark, format: Format, tickName: (tick: number) => string): readonly string[] {
  // An asset lies in the shared pool of every account: the account says more than the pool.
  const where = mark.isAsset ? accountNames[accountOf(mark.twins)] : mark.poolType === 'isolated' ? 'Isolated' : mark.poolType === 'cross' ? 'Cross' : 'Bucket'
  const lost = format.money(mark.lost, { signed: true })
  const first = `${where}, ${tickName(mark.tick)}: ${lost}.`
  if (Number(mark.badDebt) > 0) return [first, ...debtWords(mark, format)]
  if (mark.poolType === 'isolated') return mark.untouched.length === 0 ? [first] : [first, `${list(mark.untouched)} untouched.`]
  return Number(mark.forfeited) > 0 ? [first, `The ${format.money(mark.forfeited)} that is left is forfeited.`] : [first]
}

/** Who pays for what the pool was short of. */
function debtWords({ badDebt, deleveraged, uncovered }: ChartMark, format: Format): readonly string[] {
  const fund = new Decimal(badDebt).minus(deleveraged).minus(uncovered)
  return [
    ...(fund.gt(0) ? [`The insurance fund bears ${format.money(fund.toFixed())}.`] : []),
    ...(Number(deleveraged) > 0 ? [`Deleveraging pays ${format.money(deleveraged)}.`] : []),
    ...(Number(uncovered) > 0 ? [`Nobody covers ${format.money(uncovered)}.`] : []),
  ]
}

import type { ExchangeRequest } from '../../sources/exchange/ExchangeRequest.ts'
import { adapterOf } from '../../sources/exchange/exchangeVenues.ts'
import { requestProblem } from '../../sources/exchange/requestProblem.ts'
import { windowsOf } from '../../sources/exchange/seriesPages.ts'

/** From a question to its answer, roughly, ms. */
const ANSWER = 300

export interface LoadEstimate {
  readonly rows: number
  readonly pages: number
  /** Within the pace that is kept, ms. */
  readonly millis: number
  /** Where the venue keeps its latest bars only: about when they begin, if that is after the start asked for. */
  readonly begins: number | undefined
  /** Why it cannot be asked, in a sentence. */
  readonly problem: string | undefined
}

/** What a load would ask for: reckoned from sizes of bars and pages, before anything is asked. */
export function loadEstimate(request: ExchangeRequest, now: number): LoadEstimate {
  const adapter = adapterOf(request.venue)
  const problem = requestProblem(request, adapter, now)
  const market = request.market ?? adapter.venue.markets[0].id
  let [rows, pages, begins] = [0, 0, request.from]
  for (const name of problem === undefined ? request.series : []) {
    const series = adapter.series(market, name)
    if (series === undefined) continue
    const step = series.stepMillis ?? request.barMillis
    const from = Math.max(request.from, series.oldest?.(now, request.barMillis) ?? 0)
    const to = Math.min(request.to, now)
    begins = Math.max(begins, from)
    if (from >= to) continue
    rows += Math.ceil((to - from) / step) * request.instruments.length
    pages += windowsOf({ from, to }, series, step).length * request.instruments.length
  }
  const { burst, everyMillis } = adapter.pace
  return { rows, pages, millis: pages * ANSWER + Math.max(0, pages - burst) * Math.max(0, everyMillis - ANSWER), begins: begins > request.from ? begins : undefined, problem }
}

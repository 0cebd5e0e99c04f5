import type { Run, TrailingStop } from '../../engine/index.ts'
import type { AccountDetail } from './Frame.ts'
import { plain } from './openScenario.ts'

/** Where the trailing stops of an account stand at a tick. */
export function trailsOf(run: Run, tick: number): AccountDetail['trails'] {
  const account = run.accountAt(tick)
  const stops: (readonly [string, TrailingStop | undefined])[] = [
    ...[...account.orders.values()].map(({ id, trailing }) => [`order:${id}`, trailing] as const),
    ...[...account.positions.values()].map(({ leg, trailing }) => [`leg:${leg}`, trailing] as const),
  ]
  if (stops.every(([, stop]) => stop === undefined)) return {}
  const views = run.trailsAt(tick)
  return Object.fromEntries(stops.flatMap(([key, stop]) => {
    const view = stop === undefined ? undefined : views.get(stop)
    return view === undefined ? [] : [[key, plain(view)]]
  }))
}

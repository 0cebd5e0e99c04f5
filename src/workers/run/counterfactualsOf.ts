import { counterfactuals, createRun, Decimal, ok, refused, type CounterfactualProgress, type Counterfactuals, type Result, type Run } from '../../engine/index.ts'
import type { Plain } from '../Plain.ts'
import type { Pace } from './advance.ts'
import type { CounterfactualRequest } from './CounterfactualRequest.ts'
import { openScenario, plain } from './openScenario.ts'
import { paced } from './paced.ts'
import { keptFile } from './keptFile.ts'
import type { TapeSupply } from '../../sources/TapeSupply.ts'

/** Ticks played between two looks at the clock. */
const SLICE = 64

/** What would have saved a pool of a scenario; undefined where it was called off. One line for each thing that is wrong. */
export async function counterfactualsOf(request: CounterfactualRequest, textOf: TapeSupply['textOf'], pace: Pace): Promise<Result<Plain<Counterfactuals>, readonly string[]> | undefined> {
  const opened = await openScenario(request.source, { textOf, fileOf: keptFile(request.tape) })
  if (!opened.ok) return opened
  const { setup, info } = opened.value
  const { twin, seq } = request
  const until = Math.min(request.until, setup.tape.time.length - 1)
  const run = createRun(setup, twin)
  if ((await paced(played(run, until), pace)) === undefined) return undefined
  const breach = run.events[seq - 1]
  if (breach?.type !== 'pool-breached') return refused([`event ${seq} of this account is no liquidation`])
  const moneyStep = new Decimal(10).pow(-info.currency.decimals)
  const found = await paced(counterfactuals(setup, run, { twin, seq, until, moneyStep }), pace)
  return found === undefined ? undefined : ok(plain(found))
}

/** The run as it was, up to what has been seen. */
function* played(run: Run, until: number): Generator<CounterfactualProgress, Run> {
  for (let tick = 0; tick < until; tick = Math.min(until, tick + SLICE)) {
    run.advanceTo(tick)
    yield { done: 0, total: 1 }
  }
  run.advanceTo(until)
  return run
}

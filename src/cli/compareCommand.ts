import { accountCurrency, accountTotals, comparePlays, createRun, eventToJson, marksAt, type LedgerEvent, type Setup } from '../engine/index.ts'
import { jsonText } from '../documents/json/jsonText.ts'
import { DONE, REFUSED, type ExitCode, type Io } from './Io.ts'
import { namedWalls } from './namedWalls.ts'
import { parseCommandLine } from './parseCommandLine.ts'
import { plainText } from './plainText.ts'
import { readScenario } from './readScenario.ts'
import { noteAge } from './rulesAge.ts'
import { tickWithin, wholeOption } from './wholeOption.ts'

const OPTIONS = { walls: { type: 'string' }, to: { type: 'string' } } as const

/** `compare <a.scenario.json> <b.scenario.json>`: two branches of one scenario, or any two, at the same tick. [B5] */
export async function compareCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseCommandLine(args, { options: OPTIONS, operands: ['<a.scenario.json>', '<b.scenario.json>'] })
  const walls = namedWalls(values.walls ?? 'as-set')
  const to = wholeOption('to', values.to, 'a tick')
  const a = await readScenario(positionals[0] ?? '-', io)
  const b = a === undefined ? undefined : await readScenario(positionals[1] ?? '-', io)
  if (a === undefined || b === undefined) return REFUSED
  const [currency, other] = [a, b].map(({ setup }) => accountCurrency(setup.instruments))
  if (currency !== other) {
    io.say(`the first account is kept in ${String(currency)}, the second in ${String(other)}: choose two of one currency`)
    return REFUSED
  }
  const tick = tickWithin('to', to, Math.min(a.last, b.last))
  for (const { setup } of [a, b]) noteAge(setup.rules, io)
  const [one, two] = [played(a.setup, walls, tick), played(b.setup, walls, tick)]
  const { gap, partsAt, both, onlyA, onlyB } = comparePlays(one, two)
  io.out(
    jsonText({
      walls,
      tick,
      partsAtTick: partsAt ?? { none: 'nothing-differs' },
      a: { title: a.scenario.title, equity: plainText(one.equity), liquidations: liquidations(one.events), onlyHere: onlyA.map(eventToJson) },
      b: { title: b.scenario.title, equity: plainText(two.equity), liquidations: liquidations(two.events), onlyHere: onlyB.map(eventToJson) },
      equityOfAlessB: plainText(gap),
      eventsOfBoth: both.length,
    }),
  )
  return DONE
}

function played(setup: Setup, walls: ReturnType<typeof namedWalls>, tick: number) {
  const run = createRun(setup, walls)
  run.advanceTo(tick)
  return { events: run.events, equity: accountTotals(run.accountAt(tick), { rules: setup.rules, marks: marksAt(setup.tape, tick) }).equity }
}

function liquidations(events: readonly LedgerEvent[]): number {
  return events.filter(({ type }) => type === 'pool-breached').length
}

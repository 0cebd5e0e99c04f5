import type { NewTape, ScenarioCommand } from './CurrentScenario.ts'

export interface TradesOn {
  readonly kept: readonly ScenarioCommand[]
  readonly dropped: readonly ScenarioCommand[]
  /** Instruments of dropped orders that the new tape does not have, each once. */
  readonly gone: readonly string[]
  /** Whether some were dropped because the new tape ends before their bar. */
  readonly isShorter: boolean
}

/**
 * Which commands can be given again on another tape: those whose instrument is there and whose bar is reached, and of the
 * commands on a position or an order those whose opening order stays. Cash moves always stay.
 */
export function tradesOn(commands: readonly ScenarioCommand[], { instruments, lastTick }: NewTape): TradesOn {
  const symbols = new Set(instruments.map(({ symbol }) => symbol))
  const legs = new Set<string>()
  const orders = new Set<string>()
  const buckets = new Set<string>()
  const gone = new Set<string>()
  const kept: ScenarioCommand[] = []
  const dropped: ScenarioCommand[] = []
  let isShorter = false
  for (const command of commands) {
    const isLate = lastTick !== undefined && command.tick > lastTick
    if (command.type === 'place-order' && !symbols.has(command.instrument)) gone.add(command.instrument)
    else if (isLate) isShorter = true
    if (isLate || !isPossible(command, { symbols, legs, orders, buckets })) {
      dropped.push(command)
      continue
    }
    if (command.type === 'place-order') {
      legs.add(command.leg ?? '')
      orders.add(command.id)
      if (command.pool.startsWith('bucket:')) buckets.add(command.pool.slice('bucket:'.length))
    }
    kept.push(command)
  }
  return { kept, dropped, gone: [...gone], isShorter }
}

interface Known {
  readonly symbols: ReadonlySet<string>
  readonly legs: ReadonlySet<string>
  readonly orders: ReadonlySet<string>
  readonly buckets: ReadonlySet<string>
}

function isPossible(command: ScenarioCommand, { symbols, legs, orders, buckets }: Known): boolean {
  switch (command.type) {
    case 'place-order':
      return symbols.has(command.instrument)
    case 'cancel-order':
      return orders.has(command.orderId)
    case 'add-margin':
    case 'remove-margin':
      return command.leg === undefined ? buckets.has(command.bucket ?? '') : legs.has(command.leg)
    case 'deposit':
    case 'withdraw':
      return true
    default:
      return legs.has(command.leg) // the others act on a position
  }
}

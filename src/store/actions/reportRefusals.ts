import type { ScenarioCommand } from '../../workers/run/ScenarioFile.ts'
import type { PlainEvent, Twin } from '../../workers/run/Frame.ts'
import type { Kit } from '../Kit.ts'

const ORDER: readonly Twin[] = ['as-set', 'all-isolated', 'all-cross']

type Refusal = PlainEvent & { readonly type: 'command-refused' }

/** Tells in which accounts a command that was just given was refused, and why in the first of them. */
export function reportRefusals(kit: Kit, command: ScenarioCommand): void {
  const { events } = kit.get().view
  const refusals = ORDER.flatMap((twin) => {
    const { list, visible } = events[twin]
    const found = list.slice(0, visible).findLast((event): event is Refusal => event.type === 'command-refused' && event.commandId === command.id)
    return found === undefined ? [] : [{ twin, reason: found.reason }]
  })
  const [first] = refusals
  if (first !== undefined) kit.notify({ type: 'refused', command: command.type, reason: first.reason, twins: refusals.map(({ twin }) => twin) })
}

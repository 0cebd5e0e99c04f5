import type { AppState } from '../AppState.ts'

/** Whether the account as set refused the command that was given last. Read after `give`, outside of rendering. */
export function selectIsLastRefused({ scenario, view }: AppState): boolean {
  const id = scenario.document?.commands.at(-1)?.id
  const { list, visible } = view.events['as-set']
  return list.slice(0, visible).some((event) => event.type === 'command-refused' && event.commandId === id)
}

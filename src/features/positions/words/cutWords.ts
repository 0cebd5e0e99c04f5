import type { LostEvents } from '../../../store/selectors/selectLostEvents.ts'

/** The confirmation of a command given in the past. */
export const cutWords = {
  title: (tick: number): string => `Cut what comes after bar ${tick}`,
  story: (command: string, tick: number): string => `“${command}” at bar ${tick} changes what follows, so what you did later is taken away.`,
  commands: (count: number): string => (count === 1 ? '1 command is lost' : `${count} commands are lost`),
  events: (count: number): string => (count === 1 ? '1 event is played anew' : `${count} events are played anew`),
  kinds: ({ fills, liquidations, other }: LostEvents): string => {
    const parts = [counted(fills, 'fill'), counted(liquidations, 'liquidation'), counted(other, 'other event')].filter((part) => part !== '')
    return `In your account: ${parts.join(', ')}. They may turn out differently, or not happen.`
  },
  undo: 'Undo brings it all back.',
  confirm: 'Cut and go on',
  bar: (tick: number): string => `bar ${tick}`,
} as const

function counted(count: number, what: string): string {
  if (count === 0) return ''
  return count === 1 ? `1 ${what}` : `${count} ${what}s`
}

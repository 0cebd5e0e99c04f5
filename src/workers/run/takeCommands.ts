import type { Command } from '../../engine/index.ts'
import type { Twin } from './Frame.ts'
import { isEqualJson } from './isSamePlay.ts'
import type { Session } from './Session.ts'
import { sidesOn, type Side } from './sides.ts'

/** Runs of another list of commands, kept as far as they were played. */
export interface Parked {
  readonly commands: readonly Command[]
  readonly sides: Readonly<Record<Twin, Side>>
}

/** Beside the open one so many lines stay played; an older one is played again when it is opened. */
const MOST_PARKED = 2

/**
 * Plays other commands from now on. What is computed of the list before, and of a few before that, is kept: coming back
 * to a line plays nothing again, and a new one starts where it parts from the one nearest to it. [B9]
 * @param commands  ticks ascending
 */
export function takeCommands(session: Session, commands: readonly Command[]): void {
  const { sides } = session
  const current: Parked = { commands: session.commands, sides }
  const known = [current, ...session.parked]
  const same = known.find((each) => isEqualJson(each.commands, commands))
  const nearest = same ?? known.reduce((best, each) => (keptOf(each, commands) > keptOf(best, commands) ? each : best))
  if (nearest === current && firstDifference(current.commands, commands) > sides['as-set'].run.computed) {
    // Nothing is lost: it goes on.
    for (const each of Object.values(sides)) each.run.setCommands(commands)
  } else if (nearest !== current || same === undefined) {
    session.parked = known.filter((each) => each !== same).slice(0, MOST_PARKED)
    session.sides = same?.sides ?? sidesOn(session.setup, nearest.sides, { commands, tick: keptOf(nearest, commands) })
  }
  session.commands = commands
}

/** The last computed tick before the first difference. */
export function keptOf({ commands, sides }: Parked, next: readonly Command[]): number {
  return Math.min(firstDifference(commands, next) - 1, ...Object.values(sides).map(({ run }) => run.computed))
}

/** The earliest tick at which two lists differ; infinite where they do not. */
function firstDifference(before: readonly Command[], after: readonly Command[]): number {
  for (let i = 0; i < Math.max(before.length, after.length); i += 1) {
    const [a, b] = [before[i], after[i]]
    if (!isEqualJson(a, b)) return Math.min(a?.tick ?? Number.POSITIVE_INFINITY, b?.tick ?? Number.POSITIVE_INFINITY)
  }
  return Number.POSITIVE_INFINITY
}

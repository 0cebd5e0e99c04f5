import type { KnownTape, OpenedScenario } from './openScenario.ts'
import { isEqualJson, isSameBeside, isSamePlay } from './isSamePlay.ts'
import type { ScenarioFile } from './ScenarioFile.ts'
import { sessionOf, type Session } from './Session.ts'
import { sharedTicks } from './sharedTicks.ts'
import { sidesOn } from './sides.ts'
import { keptOf, takeCommands } from './takeCommands.ts'

/** The open scenario and those before it, newest first, as far as they were played. [B9] */
export interface SessionPool {
  /** The prices a document names, where they are at hand. */
  tapeOf(source: string | ScenarioFile): KnownTape | undefined
  /** The one that plays the same, with its commands; else a new one. */
  open(opened: OpenedScenario, revision: number): Session
}

/** A new one starts where its prices part from those of one that plays the same otherwise. */
function grown(session: Session, sessions: readonly Session[]): Session {
  const { setup, opened } = session
  const base = sessions.find((each) => isSameBeside(each.opened.info.document, opened.info.document))
  if (base === undefined) return session
  const tick = Math.min(sharedTicks(base.setup.tape, setup.tape) - 1, keptOf(base, setup.commands))
  if (tick >= 0) session.sides = sidesOn(setup, base.sides, { commands: setup.commands, tick })
  return session
}

/** Lines with another wallet or other rules are gone back and forth between: two, and the one before. */
const MOST = 3
/** So many ticks are kept in all beside the open one: their columns are large. */
const MOST_TICKS = 400_000

/** @param first  what was open before there was a pool */
export function sessionPool(first: Session): SessionPool {
  let sessions: readonly Session[] = [first]
  return {
    tapeOf(source) {
      if (typeof source === 'string') return undefined
      const found = sessions.find(({ opened: { info } }) => isEqualJson(info.document.tape, source.tape) && info.document.between === source.between && info.document.candlePath === source.candlePath)
      return found === undefined || !found.opened.isTapeNamed ? undefined : { tape: found.setup.tape, checksum: found.opened.info.tape.checksum }
    },
    open(opened, revision) {
      const known = sessions.find((each) => each.opened.info.tape.checksum === opened.info.tape.checksum && isSamePlay(each.opened.info.document, opened.info.document))
      const session = known ?? grown(sessionOf(opened, revision), sessions)
      if (known !== undefined) {
        takeCommands(known, opened.setup.commands)
        known.opened = opened
        known.revision = revision
      }
      let ticks = 0
      sessions = [session, ...sessions.filter((each) => each !== session)].slice(0, MOST).filter((each) => {
        if (each !== session) ticks += each.setup.tape.time.length
        return ticks <= MOST_TICKS
      })
      return session
    },
  }
}

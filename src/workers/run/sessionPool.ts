import type { KnownTape, OpenedScenario } from './openScenario.ts'
import { isEqualJson, isSamePlay } from './isSamePlay.ts'
import type { ScenarioFile } from './ScenarioFile.ts'
import { sessionOf, type Session } from './Session.ts'
import { takeCommands } from './takeCommands.ts'

/** The open scenario and those before it, newest first, as far as they were played. [B9] */
export interface SessionPool {
  /** The prices a document names, where they are at hand. */
  tapeOf(source: string | ScenarioFile): KnownTape | undefined
  /** The one that plays the same, with its commands; else a new one. */
  open(opened: OpenedScenario, revision: number): Session
  /** After a broken invariant nothing is relied on. */
  forget(): void
}

/** Lines with another wallet or other rules are gone back and forth between: two, and the one before. */
const MOST = 3
/** So many ticks are kept in all beside the open one: their columns are large. */
const MOST_TICKS = 400_000

export function sessionPool(): SessionPool {
  let sessions: readonly Session[] = []
  return {
    tapeOf(source) {
      if (typeof source === 'string') return undefined
      const found = sessions.find(({ opened: { info } }) => isEqualJson(info.document.tape, source.tape) && info.document.between === source.between && info.document.candlePath === source.candlePath)
      return found === undefined || !found.opened.isTapeNamed ? undefined : { tape: found.setup.tape, checksum: found.opened.info.tape.checksum }
    },
    open(opened, revision) {
      const known = sessions.find((each) => each.opened.info.tape.checksum === opened.info.tape.checksum && isSamePlay(each.opened.info.document, opened.info.document))
      const session = known ?? sessionOf(opened, revision)
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
    forget() {
      sessions = []
    },
  }
}

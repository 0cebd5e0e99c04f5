import { encodeLink } from '../../documents/link/encodeLink.ts'
import { linkFragment } from '../../documents/link/linkAddress.ts'
import { LONG_LINK_CHARACTERS } from '../../documents/link/linkLimits.ts'
import type { LinkedDocument, LinkPayload, LinkSelection } from '../../documents/link/LinkPayload.ts'
import { problemLines } from '../../documents/Problem.ts'
import type { Kit } from '../Kit.ts'
import { filesOf } from '../scenarios/filesOf.ts'
import type { LinkOptions, MadeLink } from '../ShareActions.ts'

/** The open scenario as a link; prices of the user's files are written into it where they are few. */
export async function makeLink(kit: Kit, { screen, hasCursor }: LinkOptions): Promise<MadeLink> {
  const { scenario, playback, calculate } = kit.get()
  const { document } = scenario
  if (document === undefined) return { ok: false, problems: ['no scenario is open'] }
  const names = filesOf(document).map(({ name }) => name)
  const tape = names.length === 0 ? undefined : await writtenTape(kit)
  const payload: LinkPayload = {
    scenario: { ...document, ...(tape === undefined ? {} : { tape }) },
    view: screen,
    ...(hasCursor ? { tick: playback.tick, seen: playback.seen, selection: selectionOf(kit.get()) } : {}),
    ...(screen === 'calculate' && calculate.desk !== undefined ? { calc: { ...calculate.desk } } : {}),
  }
  const link = await encodeLink(payload)
  if (!link.ok) return { ok: false, problems: problemLines(link.error).map((line) => line.replace(/^\$: /, '')) }
  return {
    ok: true,
    fragment: linkFragment(link.value, screen),
    isLong: link.value.length > LONG_LINK_CHARACTERS,
    inside: tape === undefined ? [] : names,
    outside: tape === undefined ? names : [],
  }
}

async function writtenTape(kit: Kit): Promise<LinkedDocument | undefined> {
  const answer = await kit.run.ask({ type: 'written-tape' })
  return answer.type === 'written-tape' ? answer.tape : undefined
}

function selectionOf({ selection, incident }: ReturnType<Kit['get']>): LinkSelection {
  const { instrument, account, leg } = selection
  return { instrument, account, leg, ...(incident === undefined ? {} : { seq: incident.seq, twin: incident.twin }) }
}

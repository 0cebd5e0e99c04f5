import { accepted, type Parsed } from '../Problem.ts'
import { toBase64url } from './base64url.ts'
import { isManyParts } from './isManyParts.ts'
import { LINK_VERSION, MOST_LINK_CHARACTERS, MOST_MADE_POINTS, MOST_UNPACKED_BYTES } from './linkLimits.ts'
import type { LinkPayload } from './LinkPayload.ts'
import { LINK_PROBLEMS, noLink } from './linkProblems.ts'
import { madePoints } from './madePoints.ts'
import { packed } from './pack.ts'
import { utf8Bytes } from './platform.ts'

/**
 * A scenario, and what was looked at in it, as text for an address: `1.` and base64url of the zlib format of compact
 * JSON. Refused where `decodeLink` would refuse it: what a link cannot hold goes as a file. [D1]
 */
export async function encodeLink(payload: LinkPayload): Promise<Parsed<string>> {
  const bytes = utf8Bytes(JSON.stringify(payload))
  if (bytes.length > MOST_UNPACKED_BYTES || isManyParts(payload)) return noLink(LINK_PROBLEMS.tooMuch)
  const points = madePoints(payload.scenario['tape'])
  if (points > MOST_MADE_POINTS) return noLink(LINK_PROBLEMS.longWay(points))
  const code = `${LINK_VERSION}.${toBase64url(await packed(bytes))}`
  return code.length > MOST_LINK_CHARACTERS ? noLink(LINK_PROBLEMS.tooMuch) : accepted(code)
}

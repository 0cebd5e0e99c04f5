import * as v from 'valibot'
import { readJson } from '../json/readJson.ts'
import { accepted, refusedWith, type Parsed } from '../Problem.ts'
import { problemsOf } from '../validators/problemsOf.ts'
import { fromBase64url } from './base64url.ts'
import { isManyParts } from './isManyParts.ts'
import { madePoints } from './madePoints.ts'
import { linkCodeOf } from './linkAddress.ts'
import { LINK_VERSION, MOST_LINK_CHARACTERS, MOST_MADE_POINTS, MOST_UNPACKED_BYTES } from './linkLimits.ts'
import { linkSchema, type LinkPayload } from './LinkPayload.ts'
import { LINK_PROBLEMS, noLink } from './linkProblems.ts'
import { unpacked } from './pack.ts'
import { utf8Text } from './platform.ts'

/**
 * What a link carries: from an address, its fragment, or the packed part alone. The documents inside are JSON without
 * surprises and not too many, and that is all that is known of them: their own validators come next. Never throws. [D2]
 */
export async function decodeLink(text: string): Promise<Parsed<LinkPayload>> {
  // Twice as much for the address before it and the line breaks in it.
  if (text.length > 2 * MOST_LINK_CHARACTERS) return noLink(LINK_PROBLEMS.tooLong(text.length))
  const code = linkCodeOf(text)
  if (code === undefined) return noLink(LINK_PROBLEMS.noLink)
  if (code.length > MOST_LINK_CHARACTERS) return noLink(LINK_PROBLEMS.tooLong(code.length))
  const [version = '', data = ''] = code.split('.', 2)
  if (Number(version) > LINK_VERSION) return noLink(LINK_PROBLEMS.newer(version))
  if (version !== String(LINK_VERSION)) return noLink(LINK_PROBLEMS.noLink)
  const json = await jsonOf(data)
  return json.ok ? payloadOf(json.value) : json
}

async function jsonOf(data: string): Promise<Parsed<string>> {
  const bytes = fromBase64url(data)
  if (bytes === undefined) return noLink(LINK_PROBLEMS.damaged)
  const result = await unpacked(bytes, MOST_UNPACKED_BYTES)
  if (result.type === 'too-much') return noLink(LINK_PROBLEMS.bomb)
  const text = result.type === 'bytes' ? utf8Text(result.bytes) : undefined
  return text === undefined ? noLink(LINK_PROBLEMS.damaged) : accepted(text)
}

function payloadOf(text: string): Parsed<LinkPayload> {
  const { json, problems } = readJson(text)
  if (json === undefined || problems.length > 0) return refusedWith(problems)
  if (isManyParts(json.value)) return noLink(LINK_PROBLEMS.manyParts)
  const result = v.safeParse(linkSchema, json.value)
  if (!result.success) return refusedWith(problemsOf(result.issues))
  const points = madePoints(result.output.scenario['tape'])
  return points > MOST_MADE_POINTS ? refusedWith([{ path: ['scenario', 'tape'], message: LINK_PROBLEMS.longPath(points) }]) : accepted(result.output)
}

import { accepted, refusedWith, type Parsed } from '../Problem.ts'
import { parseScenario } from '../scenario/parseScenario.ts'
import type { Scenario } from '../scenario/Scenario.ts'
import { decodeLink } from './decodeLink.ts'
import type { LinkPayload } from './LinkPayload.ts'

export interface OpenedLink {
  readonly payload: LinkPayload
  readonly scenario: Scenario
}

/** What a link carries, its scenario read to the end. */
export async function openLink(text: string): Promise<Parsed<OpenedLink>> {
  const link = await decodeLink(text)
  if (!link.ok) return link
  const scenario = parseScenario(link.value.scenario)
  if (!scenario.ok) return refusedWith(scenario.error.map(({ path, message }) => ({ path: ['scenario', ...path], message })))
  return accepted({ payload: link.value, scenario: scenario.value }, scenario.warnings)
}

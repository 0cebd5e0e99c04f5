/** The venues' tables and the readers of rules that are written out: when the rules of a scenario are not our own. */
export const venues = () => import('./venueRules.ts')

/** What reads a scenario as text: those that come with the page are values. */
export const texts = () => import('../../documents/readingOf.ts')

/** What checks sources of prices that the first screen does not play. */
export const everySource = () => import('../../documents/scenario/scenarioSchemaById.ts')

/** Walks, real prices and the user's files: the first screen plays a script. */
export const otherTapes = () => import('../../sources/otherTapes.ts')

/** What makes the prices of models, scripts, crises and drawn lines, of which `otherTapes` fetches each when it is played. */
export const madeTapes = () =>
  Promise.all([
    import('../../sources/modelledTapes.ts'),
    import('../../sources/scriptedPaths.ts'),
    import('../../sources/drawnTapeOf.ts'),
    import('../../tapes/crises/crises.ts'),
    import('../../tapes/crises/crisisTape.ts'),
  ])

/** The user's price files, as they are kept. */
export const keptTapes = () => import('../../tapes/packedTape.ts')

/** What an order as typed or an edit would do: the ticket is blank at first. */
export const typedPreviews = () => import('./typedPreviews.ts')

/** The report on a liquidation. */
export const incidents = () => import('./incidentOf.ts')

/** Keeps what was played: wanted from the second scenario on. */
export const sessionPools = () => import('./sessionPool.ts')

/** Once something is open: what comes next may want any of it, and the network be gone by then. */
export function fetchLater(): void {
  for (const fetched of [venues(), texts(), everySource(), otherTapes(), madeTapes(), keptTapes(), typedPreviews(), incidents(), sessionPools()]) fetched.catch(() => undefined) // asked for again when it is wanted
}

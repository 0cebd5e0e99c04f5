/** What a check says, by the engine's names. */
const CHECKS: Readonly<Record<string, string>> = {
  equityEqualsRequirement: 'At P*, before rounding, equity equals what is required',
  equityIsNothing: 'At B*, before rounding, equity is zero',
}

export function checkWord(name: string): string {
  return CHECKS[name] ?? name
}

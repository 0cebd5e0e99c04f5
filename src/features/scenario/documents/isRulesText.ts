/** A set of rules is kilobytes; a scenario with prices inside may be megabytes and is not parsed here. */
const MOST_CHARACTERS = 4 * 1024 * 1024

/** Whether a JSON document is a set of rules rather than a scenario: it has tables of tiers, or extends a set, and no prices. */
export function isRulesText(text: string): boolean {
  if (text.length > MOST_CHARACTERS) return false
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !('tape' in value) && !('commands' in value) && ('tiers' in value || 'extends' in value)
  } catch {
    return false
  }
}

/** What a check says; by the engine's names. */
const CHECKS: Readonly<Record<string, string>> = {
  'equity-is-requirement': 'At that price equity equals what is required',
  'equity-is-maintenance': 'At that price equity equals maintenance margin',
  'equity-is-zero': 'At that price equity is zero',
  'equity-is-nothing': 'At that price equity is zero',
}

export function checkWord(name: string): string {
  const known = CHECKS[name]
  if (known !== undefined) return known
  const plain = name.replaceAll('-', ' ').replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return `${plain.slice(0, 1).toUpperCase()}${plain.slice(1)}`
}

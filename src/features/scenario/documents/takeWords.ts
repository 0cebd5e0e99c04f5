/** Words about files that were chosen or dropped. */
export const takeWords = {
  oneAtATime: 'One scenario at a time: drop a single JSON document.',
  tooLarge: (name: string) => `${name} is larger than 64 MB and no scenario. Prices belong into a CSV file.`,
  unreadable: (name: string) => `${name} could not be read. Choose it again.`,
  opened: (name: string) => `${name} is open.`,
  rulesKept: (name: string) => `${name} is among your own rules now: Scenario, Rules.`,
  rulesRefused: (file: string, problem: string) => `${file} is no set of rules that can be used: ${problem}. Nothing has changed.`,
  undo: 'Undo',
} as const

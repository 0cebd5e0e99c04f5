/** Words of the header and of files dropped on the page: there before any choice is opened, whose words come with it. */
export const menuWords = {
  menu: {
    label: 'Scenario',
    edited: 'edited',
    loading: 'Loading the choices',
    none: 'Opening…',
    /** Plain rules; a longer name does not take the word after it. */
    rules: (name: string) => (/rules$/i.test(name) ? name : /,/.test(name) ? `rules: ${name}` : `${name} rules`),
    seed: (seed: number) => `seed ${seed}`,
  },
  documents: {
    oneAtATime: 'One scenario at a time: drop a single JSON document.',
    tooLarge: (name: string) => `${name} is larger than 64 MB and no scenario. Prices belong into a CSV file.`,
    unreadable: (name: string) => `${name} could not be read. Choose it again.`,
    opened: (name: string) => `${name} is open.`,
    rulesKept: (name: string) => `${name} is among your own rules now: Scenario, Rules.`,
    rulesRefused: (file: string, problem: string) => `${file} is no set of rules that can be used: ${problem}. Nothing has changed.`,
    undo: 'Undo',
    drop: 'Drop prices (CSV) or a scenario (JSON)',
    dropNote: 'What is open now stays one Undo away.',
  },
  settings: 'Settings',
} as const

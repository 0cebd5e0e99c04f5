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
    unavailable: 'What reads files did not arrive. Try it again.',
    drop: 'Drop prices (CSV) or a scenario (JSON)',
    dropNote: 'What is open now stays one Undo away.',
  },
  settings: 'Settings',
} as const

/** Words about a document that was not opened, or was put aside. */
export const refusedWords = {
  refusedTitle: 'This scenario was not opened',
  linkTitle: 'This link was not opened',
  refusedStill: (title: string) => `${title} is still open and unchanged.`,
  refusedHelp: 'Correct what is listed and try again.',
  close: 'Close',
  asideTitle: 'The scenario saved last time could not be read',
  asideNewer: 'It was written by a newer Bulkhead. It is kept as it is.',
  asideBroken: 'It is kept as it is.',
  asideDownload: 'Download it',
  asideFresh: 'Start fresh',
  asideDetails: 'What is wrong',
} as const

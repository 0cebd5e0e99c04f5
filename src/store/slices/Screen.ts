/** What fills the page under the header. */
export type Screen = 'simulate' | 'calculate' | 'report'

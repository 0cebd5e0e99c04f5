/** The button that opens the drawing; the rest of its words come with it. */
export const drawButtonWords = {
  open: 'Draw prices from here on',
  key: 'D',
  atEnd: 'this is the last bar; step back to draw what comes after',
  loading: 'Fetching the drawing tools',
} as const

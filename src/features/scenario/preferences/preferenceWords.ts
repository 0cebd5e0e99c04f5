/** Words of the settings. */
export const preferenceWords = {
  theme: 'Theme',
  themes: { system: 'System', dark: 'Dark', light: 'Light' },
  pnl: 'Profit and loss',
  pnls: { 'green-up': 'Green up', 'red-up': 'Red up' },
  numbers: 'Numbers',
  level: 'Explanations',
  levels: { beginner: 'Beginner', trader: 'Trader', quant: 'Quant' },
  levelHint: 'Words and depth; never a number.',
  glossary: 'Glossary of terms',
  pause: 'Pause at liquidations',
  pauseHint: 'Of this scenario, and saved with it.',
} as const

export interface ProblemWords {
  /** Where, in words; empty where the document as a whole is meant. */
  readonly place: string
  /** The path as the document writes it; empty without one. */
  readonly path: string
  readonly message: string
}

const NAMES: Readonly<Record<string, string>> = {
  commands: 'trade',
  instruments: 'instrument',
  series: 'series',
  tiers: 'tier',
  files: 'file',
  correlation: 'correlation, row',
  positionMode: 'position mode',
  candlePath: 'inside a candle',
  between: 'between two points',
  qty: 'size',
  notional: 'size',
  barMillis: 'bar size',
  perYear: 'jumps a year',
  stepsPerBar: 'points a bar',
  tickSize: 'tick size',
  qtyStep: 'size step',
  orderType: 'order type',
  takeProfit: 'take profit',
  stopLoss: 'stop loss',
  reduceOnly: 'reduce-only',
  schema: 'schema version',
}

/** `commands[2].qty: a number above 0 was expected` is trade 3, size. Counting starts at 1, as people do. */
export function problemWords(line: string): ProblemWords {
  const [, path = '', message = line] = /^((?:\$|[A-Za-z_][\w$-]*|\[(?:\d+|"[^"]*")\])(?:\.[A-Za-z_$][\w$-]*|\[(?:\d+|"[^"]*")\])*): ([\s\S]+)$/.exec(line) ?? []
  if (path === '' || path === '$') return { place: '', path: '', message: sentence(message) }
  const steps = path.match(/\[\d+\]|\["[^"]*"\]|[\w$-]+/g) ?? []
  const place = steps.reduce((text, step) => {
    const index = /^\[(\d+)\]$/.exec(step)?.[1]
    if (index !== undefined) return `${text} ${Number(index) + 1}`
    const name = step.replace(/^\["|"\]$/g, '')
    return `${text}${text === '' ? '' : ', '}${NAMES[name] ?? name}`
  }, '')
  return { place: sentence(place), path, message }
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

import type { CalculateCompare, CalculateDesk, CalculateDraft, CalculateInputs } from '../slices/CalculateState.ts'

/** Nothing typed but an example: how the screen begins. */
export function emptyDesk(): CalculateDesk {
  return {
    schema: 1,
    inputs: {
      instrument: '',
      own: { symbol: '', type: 'linear', tickSize: '', qtyStep: '' },
      side: 'long',
      entryPrice: '',
      wallet: '',
      book: 'scenario',
      rules: '',
      fee: 'taker',
      size: '',
      leverage: '',
    },
    drafts: {},
    more: 'pnl',
    compare: undefined,
  }
}

/** What was kept, as far as it can be read; the rest is as at the beginning. */
export function readDesk(kept: unknown): CalculateDesk {
  const empty = emptyDesk()
  if (!isRecord(kept) || kept.schema !== 1) return empty
  return {
    schema: 1,
    inputs: inputsOf(kept.inputs, empty.inputs),
    drafts: isRecord(kept.drafts) ? Object.fromEntries(Object.entries(kept.drafts).map(([card, draft]) => [card, draftOf(draft)])) : {},
    more: typeof kept.more === 'string' ? kept.more : empty.more,
    compare: compareOf(kept.compare, empty.inputs),
  }
}

function inputsOf(kept: unknown, empty: CalculateInputs): CalculateInputs {
  if (!isRecord(kept)) return empty
  const text = (key: 'instrument' | 'entryPrice' | 'wallet' | 'rules' | 'size' | 'leverage'): string => textOr(kept[key], empty[key])
  const own = isRecord(kept.own) ? kept.own : {}
  return {
    instrument: text('instrument'),
    own: {
      symbol: textOr(own.symbol, empty.own.symbol),
      type: own.type === 'inverse' ? 'inverse' : 'linear',
      tickSize: textOr(own.tickSize, empty.own.tickSize),
      qtyStep: textOr(own.qtyStep, empty.own.qtyStep),
    },
    side: kept.side === 'short' ? 'short' : 'long',
    entryPrice: text('entryPrice'),
    wallet: text('wallet'),
    book: kept.book === 'none' ? 'none' : 'scenario',
    rules: text('rules'),
    fee: kept.fee === 'maker' ? 'maker' : 'taker',
    size: text('size'),
    leverage: text('leverage'),
  }
}

function draftOf(kept: unknown): CalculateDraft {
  if (!isRecord(kept)) return { fields: {}, asked: [], wanted: [] }
  const fields = isRecord(kept.fields) ? kept.fields : {}
  return {
    fields: Object.fromEntries(Object.entries(fields).flatMap(([id, text]) => (typeof text === 'string' ? [[id, text]] : []))),
    asked: texts(kept.asked),
    wanted: texts(kept.wanted),
  }
}

function compareOf(kept: unknown, empty: CalculateInputs): CalculateCompare | undefined {
  if (!isRecord(kept) || typeof kept.card !== 'string' || !Array.isArray(kept.kept)) return undefined
  return { card: kept.card, kept: kept.kept.slice(0, 3).map((each: unknown) => ({ inputs: inputsOf(isRecord(each) ? each.inputs : undefined, empty), draft: draftOf(isRecord(each) ? each.draft : undefined) })) }
}

function texts(kept: unknown): readonly string[] {
  return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : []
}

function textOr(kept: unknown, otherwise: string): string {
  return typeof kept === 'string' ? kept : otherwise
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

import { accountCurrency } from '../instruments/settleCurrency.ts'
import type { Instrument } from '../instruments/Instrument.ts'
import { Decimal } from '../units/decimal.ts'
import type { Rules } from '../venues/Rules.ts'
import type { Explanation, FigureRef } from './Explanation.ts'
import { kindOfFigure, type FigureId } from './FigureId.ts'
import type { Explained } from './figures/Explained.ts'

/** What a family said about a figure, with what follows from its id and from the rules. */
export function explanationOf({ instruments, rules }: { readonly instruments: Iterable<Instrument>; readonly rules: Rules }, ref: FigureRef, id: FigureId, explained: Explained): Explanation {
  const { unit } = kindOfFigure(id)
  const { value, none, formula, checks = [], rules: ids = [] } = explained
  const { name, date, source } = rules
  return {
    figure: ref,
    value: value === undefined ? undefined : new Decimal(value),
    ...(none === undefined ? {} : { none }),
    unit,
    ...(unit === 'money' ? { currency: explained.currency ?? accountCurrency(instruments) } : explained.currency === undefined ? {} : { currency: explained.currency }),
    formula,
    checks,
    rules: ids,
    source: { name, date, url: source },
  }
}

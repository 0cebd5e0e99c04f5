import type { Account } from '../ledger/Account.ts'
import type { AccountScene } from './figures/Explained.ts'
import type { Explanation, FigureRef } from './Explanation.ts'
import { explanationOf } from './explanationOf.ts'
import { familyOf } from './familyOf.ts'
import { explainInAccount } from './figures/explainInAccount.ts'
import { explainMarket } from './figures/marketFigures.ts'
import { isFigureId, type FieldOf } from './FigureId.ts'

/** An account as it stands, without what led to it: resolved rules, instruments and marks to look at it by. */
export interface BookScene extends Pick<AccountScene, 'rules' | 'instruments' | 'marks'> {
  readonly account: Account
}

/** What a history, a clock or an earlier price would be needed for. */
const OF_A_RUN: ReadonlySet<string> = new Set(['account.deposited', 'account.change', 'market.change', 'market.nextFunding', 'pool.carryAt', 'pool.coolingUntil'])

/** How a figure of a book comes about, as `explainFigure` has it of a run; undefined where a book has no such figure. [X1] */
export function explainBookFigure(book: BookScene, ref: FigureRef): Explanation | undefined {
  if (!isFigureId(ref.id) || OF_A_RUN.has(ref.id)) return undefined
  const { family, field } = familyOf(ref.id)
  const scene: AccountScene = { ...book, at: 0, events: [], trails: new Map(), keys: {} }
  const about = { instruments: book.instruments.values(), rules: book.rules }
  switch (family) {
    case 'account':
    case 'pool':
    case 'position':
    case 'order': {
      const explained = explainInAccount(scene, family, field, ref)
      return explained === undefined ? undefined : explanationOf(about, ref, ref.id, explained)
    }
    case 'market': {
      const explained = explainMarket({ ...scene, tape: { series: [] } }, ref.of['instrument'] ?? '', field as FieldOf<'market'>)
      return explained === undefined ? undefined : explanationOf(about, ref, ref.id, explained)
    }
    default:
      return undefined
  }
}

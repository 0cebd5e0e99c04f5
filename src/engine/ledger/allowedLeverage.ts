import type { Holding } from '../instruments/valuation.ts'
import { leverageLimit } from '../margin/requirement.ts'
import { ok, refused, type Result } from '../result/result.ts'
import type { Rejection } from '../result/Rejection.ts'
import type { Price, Rate } from '../units/quantities.ts'
import type { Draft } from './Draft.ts'

/** The leverage a holding is opened with: the one wanted, within the limit of its tier or, where the setting says so, lowered to it. [P1, P9] */
export function allowedLeverage(draft: Draft, holding: Holding, wanted: Rate, at: Price): Result<Rate, Rejection> {
  const limit = leverageLimit(draft.setting.rules, holding, at)
  if (wanted.lte(limit)) return ok(wanted)
  return draft.setting.leverageAboveLimit === 'lower' ? ok(limit) : refused({ code: 'leverage-above-limit', leverage: wanted, limit })
}

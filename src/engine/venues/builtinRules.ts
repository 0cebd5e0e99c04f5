import { binanceCoinMRules } from './binance/binanceCoinMRules.ts'
import { binanceUsdM2021Rules } from './binance/binanceUsdM2021Rules.ts'
import { binanceUsdMRules } from './binance/binanceUsdMRules.ts'
import { bitcomRules } from './bitcom/bitcomRules.ts'
import { bitgetMultiRules } from './bitget-multi/bitgetMultiRules.ts'
import { bitgetRules } from './bitget/bitgetRules.ts'
import { bitmexInverseRules } from './bitmex/bitmexInverseRules.ts'
import { bitmexRules } from './bitmex/bitmexRules.ts'
import { bybitClassicRules } from './bybit/bybitClassicRules.ts'
import { bybitInverseRules } from './bybit/bybitInverseRules.ts'
import { bybitUtaRules } from './bybit/bybitUtaRules.ts'
import { deribitInverseRules } from './deribit/deribitInverseRules.ts'
import { deribitLinearRules } from './deribit/deribitLinearRules.ts'
import { driftRules } from './drift/driftRules.ts'
import { dydxV4Rules } from './dydx/dydxV4Rules.ts'
import { gateRules } from './gate/gateRules.ts'
import { gmxV1Rules } from './gmx/gmxV1Rules.ts'
import { gmxV2Rules } from './gmx/gmxV2Rules.ts'
import { hyperliquidRules } from './hyperliquid/hyperliquidRules.ts'
import { injectiveRules } from './injective/injectiveRules.ts'
import { krakenInverseRules } from './kraken/krakenInverseRules.ts'
import { krakenMultiRules } from './kraken/krakenMultiRules.ts'
import { kucoinClassicRules } from './kucoin/kucoinClassicRules.ts'
import { kucoinRules } from './kucoin/kucoinRules.ts'
import { mexcMultiRules } from './mexc-multi/mexcMultiRules.ts'
import { mexcRules } from './mexc/mexcRules.ts'
import { okx2023Rules } from './okx/okx2023Rules.ts'
import { okxInverseRules } from './okx/okxInverseRules.ts'
import { okxRules } from './okx/okxRules.ts'
import { phemexRules } from './phemex/phemexRules.ts'
import { plainRules } from './plain/plainRules.ts'
import type { Rules } from './Rules.ts'
import { standardRules } from './standard/standardRules.ts'
import { textbookRules } from './textbook/textbookRules.ts'

const ALL: readonly Rules[] = [
  plainRules,
  standardRules,
  textbookRules,
  binanceUsdMRules,
  binanceUsdM2021Rules,
  binanceCoinMRules,
  bybitClassicRules,
  bybitUtaRules,
  bybitInverseRules,
  okxRules,
  okx2023Rules,
  okxInverseRules,
  bitcomRules,
  gateRules,
  bitgetRules,
  kucoinRules,
  kucoinClassicRules,
  mexcRules,
  phemexRules,
  bitgetMultiRules,
  bitmexInverseRules,
  bitmexRules,
  deribitInverseRules,
  deribitLinearRules,
  krakenInverseRules,
  krakenMultiRules,
  mexcMultiRules,
  hyperliquidRules,
  dydxV4Rules,
  gmxV1Rules,
  gmxV2Rules,
  driftRules,
  injectiveRules,
]

/** Every built-in set of rules, by id. */
export const builtinRules: ReadonlyMap<string, Rules> = new Map(ALL.map((rules) => [rules.id, rules]))

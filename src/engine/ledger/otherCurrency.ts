import { accountCurrency, settleCurrency } from '../instruments/settleCurrency.ts'
import type { Rejection } from '../result/Rejection.ts'
import type { Command } from './Command.ts'
import type { Draft } from './Draft.ts'

/** An account is kept in one currency: what settles in another cannot be held in it. [C3] */
export function otherCurrency({ setting }: Draft, command: Command): Rejection | undefined {
  if (command.type !== 'place-order') return undefined
  const instrument = setting.instruments.get(command.instrument)
  if (instrument === undefined || instrument.type === 'spot') return undefined
  const currency = settleCurrency(instrument)
  const account = accountCurrency(setting.instruments.values()) ?? currency
  return currency === account ? undefined : { code: 'other-currency', instrument: command.instrument, currency, account }
}

import { defineRules, plainRules, type Rules } from '../../engine/index.ts'
import type { HaircutDocument, InsuranceFundDocument, RulesDocument } from './RulesDocument.ts'
import { rulesToDocument } from './rulesToDocument.ts'

/** The choice that adds nothing, for everything but fees and tiers. */
function neutral(): RulesDocument {
  const { id, name, summary, date, source, fees, tiers } = plainRules
  return rulesToDocument(defineRules({ id, name, summary, date, source, fees, tiers }))
}

/**
 * The document with everything it does not state: from the extended set, or neutral. A set that changes another is not
 * that other one, so it has a name of its own. Fees of a document that says nothing of fees are 0.
 */
export function filledRules(document: RulesDocument, base: Rules | undefined): RulesDocument {
  const { extends: _, schema: __, exitFeeInTest, tiers: ___, ...stated } = document
  const { tiers: ____, date, ...from } = base === undefined ? neutral() : rulesToDocument(base)
  const name = base === undefined
    ? { id: 'custom', name: 'Custom rules', summary: '', source: 'the document' }
    : { id: `${base.id}-edited`, name: `${base.name}, edited`, ...(date === undefined ? {} : { date }) }
  const fees = base === undefined && stated.fees !== undefined ? stated.fees : { ...from.fees, ...stated.fees }
  return {
    ...from,
    ...name,
    ...defined(stated),
    fees,
    funding: changed(from.funding, withOneSpan(stated.funding)),
    sizeScaling: changedEach(from.sizeScaling, stated.sizeScaling),
    maximumPrice: { ...from.maximumPrice, ...stated.maximumPrice },
    openInterest: openInterests(from.openInterest, stated.openInterest),
    exitCost: { ...from.exitCost, ...oldExitFee(exitFeeInTest, fees.taker), ...defined(stated.exitCost ?? {}) },
    liquidation: {
      ...from.liquidation,
      ...defined(stated.liquidation ?? {}),
      partial: changed(from.liquidation?.partial, stated.liquidation?.partial),
      orderPrice: changed(from.liquidation?.orderPrice, stated.liquidation?.orderPrice),
    },
    insuranceFund: { ...asFund(from.insuranceFund), ...defined(asFund(stated.insuranceFund)) },
    deleveraging: changed(from.deleveraging, stated.deleveraging),
    collateral: { ...from.collateral, ...haircuts(stated.collateral, from.collateral) },
  }
}

/** Keys that are there with no value say nothing. */
function defined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Partial<T>
}

/** A choice that names its type stands alone; one that does not changes what it states of the extended one. */
function changed<T extends { readonly type?: string | undefined }>(from: T | undefined, stated: T | undefined): T | undefined {
  if (from === undefined || stated === undefined) return stated ?? from
  if (stated.type !== undefined) return stated
  const kept = Object.entries(from).filter(([key]) => !ALIASES.some((pair) => pair.includes(key) && pair.some((other) => Object.hasOwn(stated, other))))
  return { ...Object.fromEntries(kept), ...defined(stated), type: from.type } as T
}

/** Two ways to say one thing: stating one takes the place of the other. */
const ALIASES = [['intervalHours', 'intervalMillis'], ['periodHours', 'periodMillis']]

function withOneSpan<T extends object>(stated: T | undefined): T | undefined {
  return stated === undefined ? undefined : (defined(stated) as T)
}

function changedEach<T extends { readonly type?: string | undefined }>(from: Readonly<Record<string, T>> = {}, stated: Readonly<Record<string, T>> = {}): Readonly<Record<string, T>> {
  const both = Object.entries(stated).map(([key, value]) => [key, changed(from[key] ?? from['default'], value)])
  return { ...from, ...Object.fromEntries(both) }
}

/** An upper end of 0 means that open interest changes nothing. (dYdX) The step of a rate is the venue's: an instrument the extended set does not know has it too. */
function openInterests(from: RulesDocument['openInterest'] = {}, stated: RulesDocument['openInterest'] = {}): NonNullable<RulesDocument['openInterest']> {
  const rateStep = Object.values(from).find((known) => known.rateStep !== undefined)?.rateStep
  const venue = rateStep === undefined ? {} : { rateStep }
  const both = { ...from, ...Object.fromEntries(Object.entries(stated).map(([symbol, ends]) => [symbol, { ...venue, ...from[symbol], ...defined(ends) }])) }
  return Object.fromEntries(Object.entries(both).filter(([, { upper }]) => upper !== '0'))
}

/** The old form of an exit cost: the taker fee on the mark, or nothing. */
function oldExitFee(exitFeeInTest: boolean | undefined, taker: string | undefined): RulesDocument['exitCost'] {
  if (exitFeeInTest === undefined) return {}
  return exitFeeInTest ? { rate: taker, on: 'mark' } : { rate: '0' }
}

function asFund(written: RulesDocument['insuranceFund']): InsuranceFundDocument {
  return typeof written === 'string' ? { balance: written } : (written ?? {})
}

function haircuts(stated: RulesDocument['collateral'] = {}, from: RulesDocument['collateral'] = {}): Readonly<Record<string, HaircutDocument>> {
  const entries = Object.entries(stated).map(([asset, written]): [string, HaircutDocument] => {
    if (typeof written === 'string') return [asset, { by: 'value', slices: [{ floor: '0', haircut: written }] }]
    const before = from[asset]
    return [asset, { by: 'value', ...(typeof before === 'object' ? before : {}), ...defined(written) }]
  })
  return Object.fromEntries(entries)
}

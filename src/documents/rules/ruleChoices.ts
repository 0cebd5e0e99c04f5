import * as v from 'valibot'
import { decimals } from '../validators/decimals.ts'
import { knownObject } from '../validators/knownObject.ts'
import { nameText } from '../validators/nameText.ts'
import { wholeMillis } from '../validators/times.ts'

/** What each choice of a venue may be: the entries from which both the written and the complete schema are made. */

const priceKind = v.picklist(['mark', 'index', 'last'])
const wholeHours = v.pipe(
  v.number(),
  v.integer('whole hours were expected; shorter spans as milliseconds'),
  v.minValue(1, 'at least one hour was expected'),
  v.maxValue(876_600, 'at most a hundred years were expected'),
)
/** A span that may be nothing. */
const pause = v.pipe(
  v.number(),
  v.integer('whole milliseconds were expected'),
  v.minValue(0, 'at least 0 milliseconds were expected'),
  v.maxValue(3_155_760_000_000, 'at most a hundred years were expected'),
)
const tierCount = v.pipe(v.number(), v.integer('a whole number was expected'), v.minValue(1, 'at least 1 was expected'), v.maxValue(200, 'at most 200 was expected'))

const interval = {
  intervalHours: v.optional(wholeHours),
  intervalMillis: v.optional(v.pipe(wholeMillis, v.description('Paid at every multiple of it since 1970-01-01 00:00 UTC.'))),
}

const fundingKinds = {
  fixed: { ...interval, rate: decimals.signedRate, price: v.optional(priceKind, 'mark') },
  premium: {
    ...interval,
    periodHours: v.optional(wholeHours),
    periodMillis: v.optional(v.pipe(wholeMillis, v.description('The span that interest and premium are rates of.'))),
    interest: decimals.signedRate,
    clamp: decimals.rate,
    cap: v.optional(decimals.rate),
    premium: v.optional(decimals.signedRate, '0'),
    price: v.optional(priceKind, 'mark'),
  },
}

const scalingKinds = {
  linear: { slope: decimals.rate, from: v.optional(decimals.amount, '0') },
  sqrt: { factor: decimals.rate },
}

const partialKinds = {
  'tier-step-down': { tiers: v.optional(tierCount, 1), fromTier: v.optional(tierCount, 1) },
  share: { share: decimals.part, above: v.optional(decimals.amount, '0'), cooldownMillis: v.optional(pause, 0), inCooldown: v.optional(v.picklist(['wait', 'whole'])) },
  shortage: {
    buffer: v.optional(decimals.rate, '0'),
    initialShare: decimals.part,
    fullAfterMillis: v.optional(pause, 0),
    fullBelow: v.optional(decimals.amount, '0'),
    cooldownMillis: v.optional(pause, 0),
  },
}

const orderPriceKinds = {
  mark: { slippage: v.optional(decimals.part, '0') },
  fillable: { adjustment: v.optional(decimals.factor, '1'), spread: decimals.rate },
}

const rankings = v.picklist(['profit-times-leverage', 'leveraged-profit', 'profit-and-leverage'])

const kind = <const T extends string>(type: T) => knownObject({ type: v.literal(type) })

/** Each choice with its `type` and everything that type needs. */
const choices = {
  funding: v.variant('type', [
    kind('none'),
    knownObject({ type: v.literal('fixed'), ...fundingKinds.fixed }),
    knownObject({ type: v.literal('premium'), ...fundingKinds.premium }),
  ]),
  sizeScaling: v.variant('type', [
    kind('none'),
    knownObject({ type: v.literal('linear'), ...scalingKinds.linear }),
    knownObject({ type: v.literal('sqrt'), ...scalingKinds.sqrt }),
  ]),
  partial: v.variant('type', [
    kind('whole'),
    knownObject({ type: v.literal('tier-step-down'), ...partialKinds['tier-step-down'] }),
    knownObject({ type: v.literal('share'), ...partialKinds.share }),
    knownObject({ type: v.literal('shortage'), ...partialKinds.shortage }),
  ]),
  orderPrice: v.variant('type', [
    knownObject({ type: v.literal('mark'), ...orderPriceKinds.mark }),
    kind('bankruptcy'),
    knownObject({ type: v.literal('fillable'), ...orderPriceKinds.fillable }),
  ]),
  deleveraging: v.variant('type', [kind('none'), knownObject({ type: v.literal('ranked'), ranking: rankings })]),
}

export type FundingChoice = v.InferOutput<typeof choices.funding>
export type SizeScalingChoice = v.InferOutput<typeof choices.sizeScaling>
export type PartialChoice = v.InferOutput<typeof choices.partial>
export type OrderPriceChoice = v.InferOutput<typeof choices.orderPrice>
export type DeleveragingChoice = v.InferOutput<typeof choices.deleveraging>

const haircut = decimals.part

const slice = knownObject({ floor: v.optional(decimals.amount), haircut })

/** Objects whose keys may each be left out: what is left out comes from the extended set. */
export const ruleParts = {
  fees: { maker: decimals.signedRate, taker: decimals.rate },
  exitCost: {
    rate: decimals.rate,
    on: v.picklist(['mark', 'entry', 'mark-bankruptcy', 'entry-bankruptcy', 'margin-bankruptcy', 'pool-bankruptcy']),
    fixed: decimals.amount,
    combine: v.picklist(['sum', 'larger']),
  },
  openInterest: { lower: decimals.amount, upper: decimals.amount, rateStep: v.optional(v.pipe(decimals.part, v.description('The raised rate is cut to a multiple of it.'))), open: v.optional(v.pipe(decimals.size, v.description('What is open, in base units; that of the instrument unless said.'))) },
  collateral: { by: v.picklist(['value', 'quantity']), slices: v.pipe(v.array(slice), v.minLength(1, 'at least one slice was expected'), v.maxLength(200, 'at most 200 slices are read')) },
  insuranceFund: { balance: decimals.amount, scope: v.picklist(['venue', 'instrument']) },
  liquidation: {
    trigger: priceKind,
    sharedPool: v.picklist(['whole-pool', 'worst-loss-first', 'largest-requirement-first']),
    backstopBelow: decimals.part,
    feeRate: decimals.rate,
    feeOn: v.pipe(v.picklist(['fill', 'mark', 'entry']), v.description('The price whose value the liquidation fee is a share of.')),
    feeTo: v.picklist(['insurance-fund', 'venue']),
    residual: v.picklist(['forfeit', 'return']),
  },
}

/** Choices that are one value each. */
export const ruleValues = {
  maximumPrice: v.pipe(v.record(nameText, decimals.price), v.description('The highest price of an instrument, by symbol; "default" for all others. A liquidation price there or beyond is none.')),
  contract: v.pipe(v.picklist(['linear', 'inverse']), v.description('What its instruments are, where an instrument does not say. inverse: margined in the coin.')),
  tiersBy: v.picklist(['notional', 'size', 'contracts']),
  tierRates: v.pipe(v.picklist(['whole', 'by-part']), v.description('Whether a rate is that of the whole position, or each for the part inside its tier; then amounts are not used.')),
  tierBoundary: v.picklist(['cap-inclusive', 'floor-inclusive']),
  initialOn: v.picklist(['mark', 'entry', 'entry-if-isolated']),
  initialWithExitCost: v.boolean(),
  transferFloor: decimals.part,
  isolatedMargin: v.picklist(['adjustable', 'add-only']),
  maintenanceOn: v.picklist(['mark', 'entry']),
  minimumMaintenance: decimals.amount,
  marginStep: decimals.amount,
  comparison: v.picklist(['at-or-below', 'below']),
  liquidationPriceRounding: v.picklist(['earlier', 'later', 'nearest']),
}

/** What must be there once `extends` has been followed; tier tables are read by `tierTable`. */
export const completeRulesSchema = v.object({
  id: nameText,
  name: v.string(),
  summary: v.string(),
  date: v.optional(v.string()),
  source: v.string(),
  ...ruleValues,
  fees: v.object(ruleParts.fees),
  funding: choices.funding,
  sizeScaling: v.record(v.string(), choices.sizeScaling),
  openInterest: v.record(v.string(), v.object(ruleParts.openInterest)),
  exitCost: v.object(ruleParts.exitCost),
  liquidation: v.object({ ...ruleParts.liquidation, partial: choices.partial, orderPrice: choices.orderPrice }),
  insuranceFund: v.object(ruleParts.insuranceFund),
  deleveraging: choices.deleveraging,
  collateral: v.record(v.string(), v.object(ruleParts.collateral)),
})

/** Rules with nothing left out. */
export type CompleteRules = v.InferOutput<typeof completeRulesSchema>

function allOptional<const E extends v.ObjectEntries>(entries: E) {
  return v.partial(v.object(entries)).entries
}

const optionalPart = <const E extends v.ObjectEntries>(entries: E) => v.optional(knownObject(allOptional(entries)))

/** The entries as people write them: everything may be left out; a choice without its `type` changes the extended one. */
export const writtenEntries = {
  ...allOptional(ruleValues),
  fees: optionalPart(ruleParts.fees),
  funding: v.optional(knownObject({ type: v.optional(v.picklist(['none', 'fixed', 'premium'])), ...bare(fundingKinds.fixed), ...bare(fundingKinds.premium) })),
  sizeScaling: v.optional(
    v.pipe(
      v.record(nameText, knownObject({ type: v.optional(v.picklist(['none', 'linear', 'sqrt'])), ...bare(scalingKinds.linear), ...bare(scalingKinds.sqrt) })),
      v.description('Rates that grow with the size, by instrument; "default" for all others.'),
    ),
  ),
  openInterest: v.optional(
    v.pipe(v.record(nameText, knownObject(allOptional(ruleParts.openInterest))), v.description('Initial rates that grow with open interest, by instrument; an upper end of 0 means none.')),
  ),
  exitCost: optionalPart(ruleParts.exitCost),
  exitFeeInTest: v.optional(v.pipe(v.boolean(), v.description('Old form: true is an exitCost of the taker fee on the mark.'))),
  liquidation: v.optional(
    knownObject({
      ...allOptional(ruleParts.liquidation),
      partial: v.optional(
        knownObject({
          type: v.optional(v.picklist(['whole', 'tier-step-down', 'share', 'shortage'])),
          ...bare(partialKinds['tier-step-down']),
          ...bare(partialKinds.share),
          ...bare(partialKinds.shortage),
        }),
      ),
      orderPrice: v.optional(
        knownObject({ type: v.optional(v.picklist(['mark', 'bankruptcy', 'fillable'])), ...bare(orderPriceKinds.mark), ...bare(orderPriceKinds.fillable) }),
      ),
    }),
  ),
  insuranceFund: v.optional(
    v.union([decimals.amount, knownObject(allOptional(ruleParts.insuranceFund))], 'an amount, or an object with balance and scope, was expected'),
  ),
  deleveraging: v.optional(knownObject({ type: v.optional(v.picklist(['none', 'ranked'])), ranking: v.optional(rankings) })),
  collateral: v.optional(
    v.pipe(
      v.record(nameText, v.union([haircut, knownObject(allOptional(ruleParts.collateral))], 'a haircut, or an object with by and slices, was expected')),
      v.description('Haircut of each asset that serves as collateral: one share for all of it, or slices.'),
    ),
  ),
}

type Bare<S> = S extends v.OptionalSchema<infer Inner, unknown> ? Inner : S

/** The entries without their defaults, all optional: a default of the written form would hide what is extended. */
function bare<const E extends v.ObjectEntries>(entries: E): { readonly [K in keyof E]: v.OptionalSchema<Bare<E[K]> & v.GenericSchema, undefined> } {
  const plain = Object.entries(entries).map(([key, schema]) => [key, v.optional(isOptional(schema) ? schema.wrapped : schema)])
  return Object.fromEntries(plain) as { readonly [K in keyof E]: v.OptionalSchema<Bare<E[K]> & v.GenericSchema, undefined> }
}

function isOptional(schema: v.ObjectEntries[string]): schema is v.OptionalSchema<v.GenericSchema, unknown> {
  return schema.type === 'optional'
}

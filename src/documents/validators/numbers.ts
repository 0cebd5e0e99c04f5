import * as v from 'valibot'

/** A parameter of a model: a float, because the model computes in floats. Never money. */
export const finiteNumber = v.pipe(v.number(), v.finite('a finite number was expected'))

export const positiveNumber = v.pipe(
  finiteNumber,
  v.check((value) => value > 0, 'a number above 0 was expected'),
)

/** A count or a seed. */
export const wholeNumber = v.pipe(
  v.number(),
  v.integer('a whole number was expected'),
  v.minValue(0, 'a number of at least 0 was expected'),
  v.maxValue(Number.MAX_SAFE_INTEGER, 'a number of at most 9007199254740991 was expected'),
)

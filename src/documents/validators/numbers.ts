import * as v from 'valibot'

/** A parameter of a model: a float, because the model computes in floats. Never money. */
export const finiteNumber = v.pipe(v.number(), v.finite('a finite number was expected'))

export const positiveNumber = v.pipe(
  finiteNumber,
  v.check((value) => value > 0, 'a number above 0 was expected'),
)

/** The most digits that two different numbers always keep apart in a double: what `readJson` takes as a number. */
const MOST_WHOLE = 999_999_999_999_999

/** A count or a seed. */
export const wholeNumber = v.pipe(
  v.number(),
  v.integer('a whole number was expected'),
  v.minValue(0, 'a number of at least 0 was expected'),
  v.maxValue(MOST_WHOLE, 'at most 15 digits were expected, for a JSON number does not hold more of them exactly: choose one up to 999999999999999'),
)

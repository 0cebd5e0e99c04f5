import type { Calculator } from './Calculator.ts'

const ALL: readonly Calculator[] = []

/** Every calculator, by name. */
export const calculators: ReadonlyMap<string, Calculator> = new Map(ALL.map((each) => [each.name, each]))

/** Every built-in set of rules. Its data are a file of their own in the page: `await import('./venueRules.ts')`. */
export { builtinRules } from '../../engine/index.ts'

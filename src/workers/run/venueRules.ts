/** What a scenario needs whose rules are not our own: every built-in set, and the code for rules written out. `await import('./venueRules.ts')` */
export { builtinRules } from '../../engine/index.ts'
export { rulesToDocument } from '../../documents/rules/rulesToDocument.ts'
export { writtenRules } from '../../documents/scenario/writtenRules.ts'

export type { Crisis, Fact } from '../../tapes/crises/Crisis.ts'
export { CRISES } from '../../tapes/crises/crises.ts'

/* The kernel's one door. */
export { CounterRandom } from './random/CounterRandom.ts'
export { exp } from './random/exp.ts'
export { log } from './random/log.ts'
export { normalQuantile } from './random/normalQuantile.ts'
export { cholesky } from './paths/cholesky.ts'
export { pricePath } from './paths/pricePath.ts'
export type { PathGrid, PricePath } from './paths/pricePath.ts'
export type { JumpModel, PathInstrument, PathModel } from './paths/PathModel.ts'

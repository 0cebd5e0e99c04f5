import * as v from 'valibot'
import { knownObject } from '../../validators/knownObject.ts'
import { nameText } from '../../validators/nameText.ts'
import { seedNumber } from './sourceFields.ts'

/** A stylised crisis by its id: a script that was derived from public facts, not the prices of those days. */
export interface CrisisSource {
  readonly type: 'crisis'
  readonly id: string
  /** Of the noise between the corners; the crisis's own unless said. */
  readonly seed?: number | undefined
}

export const crisisSchema = knownObject({ type: v.literal('crisis'), id: nameText, seed: v.optional(seedNumber) })

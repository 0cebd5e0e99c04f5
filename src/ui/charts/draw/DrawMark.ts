import type { AccountKey } from '../accountNames.ts'

/** Something that would happen on the drawn line: a ✕ with the letters of the accounts it happens in. */
export interface DrawMark {
  readonly id: string
  /** Where on the axis of ticks: 12.37. */
  readonly tick: number
  readonly value: number
  readonly accounts: readonly AccountKey[]
  /** "143.94", and the key under which it is explained. */
  readonly text: string
  readonly figure?: string | undefined
  /** "bar 13". */
  readonly note: string
}

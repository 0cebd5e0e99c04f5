/** Why a tape cannot be made of what was given; the message says what, where and what to do. */
export interface TapeRefusal {
  readonly code: 'no-tapes' | 'no-overlap' | 'bar-size' | 'same-instrument' | 'no-mark' | 'between' | 'empty-range' | 'model'
  readonly message: string
}

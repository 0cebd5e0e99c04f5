/** Timers, handed in so that tests can do without waiting. */
export interface Timers {
  set(callback: () => void, millis: number): number
  clear(timer: number): void
}

/** Milliseconds since the epoch, UTC, or a span of them; always a whole number. */
export type Millis = number

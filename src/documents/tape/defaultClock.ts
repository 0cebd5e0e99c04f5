/** Monday 5 January 2026, 00:00 UTC, hour by hour: the clock of a tape that states none, and of the scripted ones. */
export const DEFAULT_START = 1_767_571_200_000
export const DEFAULT_BAR_MILLIS = 3_600_000

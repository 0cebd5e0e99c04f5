export const TABLE_NAMES = ['positions', 'trades', 'funding', 'events', 'compare'] as const
/** A table of the screen that can be taken away. */
export type TableName = (typeof TABLE_NAMES)[number]

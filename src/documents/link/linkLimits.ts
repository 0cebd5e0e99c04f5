/** The form of links written here, and the newest that is read. It stands before everything else in a link. */
export const LINK_VERSION = 1
/** Longest link that is written or read, in characters of the packed part. Browsers take 2 million, Safari 80 thousand. */
export const MOST_LINK_CHARACTERS = 80_000
/** Most bytes a link may unpack to. Unpacking stops there, however little was read so far. */
export const MOST_UNPACKED_BYTES = 300_000
/**
 * Most parts of what is in a link (`isManyParts`): some 1,000 commands, or 4,000 prices and the rest. Checking so many takes
 * a tenth of a second at most, whatever is wrong with them.
 */
export const MOST_PARTS = 20_000
/** Most points a random walk in a link may be made of, bars × points in a bar × instruments: half a second of work. */
export const MOST_MADE_POINTS = 5_000_000
/** Longer links are cut or not made clickable by some chat applications: 2,000 characters are the limit of a Discord message. */
export const LONG_LINK_CHARACTERS = 2_000
/** Most prices of a file of the user's that are written into a link: a link of about 20,000 characters. */
export const MOST_PRICES_IN_LINK = 4_000

/** The reader of pasted tier tables, for the screen: it brings the CSV parser, so only the editor imports it. */
export { readTierText } from '../../documents/rules/tier-text/readTierText.ts'
export { TIER_COLUMNS, type TierColumn, type TierTextOptions, type TierTextReading } from '../../documents/rules/tier-text/TierTextReading.ts'

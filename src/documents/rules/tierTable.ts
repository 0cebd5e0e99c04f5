import { Decimal, posted, quote, rate, type Rules, type Tier, type TierTable } from '../../engine/index.ts'
import type { PathKey, Problem } from '../Problem.ts'
import type { TierDocument } from './RulesDocument.ts'

/** Highest leverage given to a tier that states none and has no maintenance rate to bound it. */
const UNBOUNDED_LEVERAGE = 1000
/** Highest leverage a stated initial rate gives: a document has to be able to say it. A smaller rate still is what counts. */
export const MOST_LEVERAGE = 1_000_000
/** 1 is everything; test suites of protocols ask for more than that. */
const MOST_INITIAL_RATE = 10

export interface TierTableReading {
  readonly table: TierTable
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/**
 * A table as the engine wants it, with what makes it impossible: overlaps, gaps, rates going down, maintenance above
 * initial. A floor left out is the cap before it. A maintenance amount left out continues the requirement:
 * c_n = c_(n-1) + floor_n (m_n - m_(n-1)), so that both sides of the boundary ask the same.
 * A leverage left out is the largest whole one whose initial margin still covers the maintenance margin; where a row
 * states an initial rate, the one that this rate allows.
 *
 * Where floors count units or contracts no amount can continue a requirement whose price moves: one left out is 0, and
 * the rate of a row is that of the whole position, unless `rates` says that it is for the part inside the row.
 */
export function tierTable(rows: readonly TierDocument[], path: readonly PathKey[], by: Rules['tiersBy'] = 'notional', rates: Rules['tierRates'] = 'whole'): TierTableReading {
  const problems: Problem[] = []
  const warnings: Problem[] = []
  const table: Tier[] = []
  rows.forEach((row, index) => {
    const before = table[index - 1]
    const note: Notes = {
      row: index + 1,
      by,
      problem: (key, message) => problems.push({ path: [...path, index, key], message }),
      warning: (key, message) => warnings.push({ path: [...path, index, key], message }),
    }
    const tier = tierOf(row, before, by)
    checkFloor(row, tier, before, note)
    checkCap(tier, { isLast: index === rows.length - 1, nextFloor: rows[index + 1]?.floor }, note)
    checkRates(tier, before, note)
    if (by === 'notional' && row.maintenanceAmount !== undefined && before !== undefined) checkContinuity(tier, before, note)
    table.push(tier)
  })
  const isContinuous = by !== 'notional' && rates === 'by-part'
  const whole = problems.length > 0 || isContinuous ? undefined : wholeTableNote(table, path, by)
  return { table: closed(table, rows), problems, warnings: whole === undefined ? warnings : [...warnings, whole] }
}

/** What is odd about the table as a whole. */
function wholeTableNote(table: TierTable, path: readonly PathKey[], by: Rules['tiersBy']): Problem | undefined {
  const [first] = table
  if (by === 'notional') return first === undefined ? undefined : deductionNote(first, path)
  const jumps = table.filter((tier, index) => index > 0 && !tier.maintenanceRate.eq(table[index - 1]?.maintenanceRate ?? 0))
  if (jumps.length === 0) return undefined
  const steps = jumps.map((tier) => {
    const below = table[table.indexOf(tier) - 1]?.maintenanceRate.toFixed() ?? '0'
    return `${tier.floor.toFixed()} (${below} to ${tier.maintenanceRate.toFixed()} of the value)`
  })
  const shown = steps.length > 4 ? [...steps.slice(0, 3), `and ${steps.length - 3} more`] : steps
  return { path, message: `the rate of a row is that of the whole position, so the requirement jumps at ${shown.join(', ')}` }
}

/**
 * A rate and an amount as a venue prints them for one position, without the tiers below: the engine asks for nothing up
 * to the notional c/m where N m - c passes zero. [M4]
 */
function deductionNote({ maintenanceAmount, maintenanceRate }: Tier, path: readonly PathKey[]): Problem | undefined {
  if (!maintenanceAmount.gt(0)) return undefined
  const free = posted(maintenanceAmount.div(maintenanceRate), 'down').toFixed()
  const message = `row 1 deducts ${maintenanceAmount.toFixed()}: nothing is required up to a notional of ${free}`
  return { path: [...path, 0, 'maintenanceAmount'], message }
}

interface Notes {
  /** As people count: from 1. */
  readonly row: number
  readonly by: Rules['tiersBy']
  readonly problem: (key: keyof TierDocument, message: string) => void
  readonly warning: (key: keyof TierDocument, message: string) => void
}

function tierOf(row: TierDocument, before: Tier | undefined, by: Rules['tiersBy']): Tier {
  const floor = quote(row.floor ?? before?.cap?.toFixed() ?? '0')
  const maintenanceRate = rate(row.maintenanceRate)
  const continuous = by === 'notional' ? continuousAmount(floor, maintenanceRate, before).toFixed() : '0'
  const amount = row.maintenanceAmount ?? continuous
  return {
    floor,
    cap: row.cap === undefined ? undefined : quote(row.cap),
    maintenanceRate,
    maintenanceAmount: quote(amount),
    maxLeverage: row.maxLeverage === undefined ? allowedLeverage(row, maintenanceRate, before) : rate(row.maxLeverage),
    initialRate: row.initialRate === undefined ? undefined : rate(row.initialRate),
  }
}

/** The amount that makes the requirement at the floor the same under this rate as under the tier before. */
export function continuousAmount(floor: Decimal, maintenanceRate: Decimal, before: Tier | undefined): Decimal {
  if (before === undefined) return new Decimal(0)
  return before.maintenanceAmount.plus(floor.times(maintenanceRate.minus(before.maintenanceRate)))
}

/** Not below 1 / initial rate, so that the stated rate is what decides. */
function allowedLeverage({ initialRate }: TierDocument, maintenanceRate: Decimal, before: Tier | undefined): Tier['maxLeverage'] {
  if (initialRate === undefined) return widestLeverage(maintenanceRate, before)
  if (new Decimal(initialRate).isZero()) return rate(String(MOST_LEVERAGE))
  const exact = new Decimal(1).div(initialRate).toDecimalPlaces(8, Decimal.ROUND_CEIL)
  return rate(Decimal.max(Decimal.min(exact, MOST_LEVERAGE), 1).toFixed())
}

function widestLeverage(maintenanceRate: Decimal, before: Tier | undefined): Tier['maxLeverage'] {
  const own = maintenanceRate.isZero() ? new Decimal(UNBOUNDED_LEVERAGE) : new Decimal(1).div(maintenanceRate).floor()
  const capped = Decimal.min(own, UNBOUNDED_LEVERAGE, before?.maxLeverage ?? UNBOUNDED_LEVERAGE)
  return rate(Decimal.max(capped, 1).toFixed())
}

function checkFloor(row: TierDocument, tier: Tier, before: Tier | undefined, note: Notes): void {
  if (before === undefined && !tier.floor.isZero()) {
    note.problem('floor', `the first tier starts at 0, row 1 starts at ${tier.floor.toFixed()}`)
  }
  const seam = before?.cap
  if (seam === undefined || row.floor === undefined || tier.floor.eq(seam)) return
  const kind = tier.floor.lt(seam) ? 'tiers overlap' : 'there is a gap between tiers'
  note.problem('floor', `${kind}: row ${note.row - 1} ends at ${seam.toFixed()}, row ${note.row} starts at ${tier.floor.toFixed()}`)
}

interface Following {
  readonly isLast: boolean
  readonly nextFloor: string | undefined
}

function checkCap({ floor, cap }: Tier, { isLast, nextFloor }: Following, note: Notes): void {
  if (cap === undefined) {
    if (!isLast && nextFloor === undefined) note.problem('cap', `missing; row ${note.row} is not the last, and row ${note.row + 1} states no floor`)
    return
  }
  if (cap.lte(floor)) note.problem('cap', `row ${note.row} ends at ${cap.toFixed()}, not above its start ${floor.toFixed()}`)
  if (isLast) note.warning('cap', `the last tier is used for every larger notional; the limit ${cap.toFixed()} is not enforced`)
}

function checkRates(tier: Tier, before: Tier | undefined, note: Notes): void {
  const m = tier.maintenanceRate
  if (before !== undefined && m.lt(before.maintenanceRate)) {
    note.problem('maintenanceRate', `rates go up with the notional: row ${note.row - 1} has ${before.maintenanceRate.toFixed()}, row ${note.row} only ${m.toFixed()}`)
  }
  if (m.gt(1)) note.problem('maintenanceRate', `a fraction of at most 1 was expected in row ${note.row}, ${m.toFixed()} was given`)
  if (tier.maxLeverage.lt(1)) note.problem('maxLeverage', `row ${note.row} allows only ${tier.maxLeverage.toFixed()}x; at least 1 was expected`)
  const initialRate = tier.initialRate
  if (initialRate !== undefined) checkInitialRate(initialRate, m, note)
  // m > 1 / L, without dividing.
  else if (m.lt(1) && tier.maxLeverage.gte(1) && m.times(tier.maxLeverage).gt(1)) {
    const initial = new Decimal(1).div(tier.maxLeverage).toSignificantDigits(6).toFixed()
    note.problem('maintenanceRate', `maintenance is above initial in row ${note.row}: ${m.toFixed()} against ${initial} (1 / ${tier.maxLeverage.toFixed()}x)`)
  }
  if (note.by === 'notional' && (before !== undefined || m.isZero()) && tier.floor.times(m).lt(tier.maintenanceAmount)) {
    note.problem('maintenanceAmount', `row ${note.row} would require less than nothing at its start: ${tier.floor.toFixed()} x ${m.toFixed()} - ${tier.maintenanceAmount.toFixed()}`)
  }
}

function checkInitialRate(initialRate: Decimal, m: Decimal, note: Notes): void {
  if (initialRate.gt(MOST_INITIAL_RATE)) note.problem('initialRate', `a fraction of at most ${MOST_INITIAL_RATE} was expected in row ${note.row}, ${initialRate.toFixed()} was given`)
  else if (initialRate.gt(1)) note.warning('initialRate', `row ${note.row} asks for ${initialRate.times(100).toFixed()} % of the value; a rate is a fraction, ${initialRate.toFixed()} % would be ${initialRate.div(100).toFixed()}`)
  if (m.gt(initialRate)) note.problem('maintenanceRate', `maintenance is above initial in row ${note.row}: ${m.toFixed()} against ${initialRate.toFixed()}`)
}

function checkContinuity(tier: Tier, before: Tier, note: Notes): void {
  const due = continuousAmount(tier.floor, tier.maintenanceRate, before)
  if (due.eq(tier.maintenanceAmount)) return
  const below = tier.floor.times(before.maintenanceRate).minus(before.maintenanceAmount)
  const above = tier.floor.times(tier.maintenanceRate).minus(tier.maintenanceAmount)
  note.warning('maintenanceAmount', `the requirement jumps at ${tier.floor.toFixed()} from ${below.toFixed()} to ${above.toFixed()}; ${due.toFixed()} would make it continuous`)
}

/** Caps that were left out are the next floor; the last tier has none. */
function closed(table: readonly Tier[], rows: readonly TierDocument[]): TierTable {
  return table.map((tier, index) => {
    const next = table[index + 1]
    if (next === undefined) return { ...tier, cap: undefined }
    return rows[index]?.cap === undefined ? { ...tier, cap: next.floor } : tier
  })
}

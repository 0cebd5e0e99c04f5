import { Decimal } from '../../engine/index.ts'
import { closedLegs } from './incidentStory.ts'
import type { IncidentLook, PlainIncident } from './IncidentLook.ts'
import { words } from './words.ts'

export interface MoneyLine {
  readonly id: string
  readonly label: string
  readonly text: string
  readonly tone: 'loss' | undefined
}

export interface MoneyTable {
  readonly lines: readonly MoneyLine[]
  readonly sum: string
}

const POSTED_DECIMALS = 12

/**
 * Where the money went: parties that received or paid, and their sum. Written with as many decimals as it takes for the
 * written amounts to add up too (those of the currency nearly always).
 */
export function moneyTable(incident: PlainIncident, { format }: IncidentLook): MoneyTable {
  const rows = incident.money.filter((row) => !new Decimal(row.amount).isZero())
  const sum = rows.reduce((total, row) => total.plus(row.amount), new Decimal(0))
  const decimals = decimalsThatAddUp(rows.map((row) => row.amount), sum, format.moneyDecimals)
  return {
    lines: rows.map((row) => ({
      id: row.party,
      label: partyLabel(row.party, incident),
      text: format.money(row.amount, { signed: true, decimals }),
      tone: row.party === 'trader' && row.amount.startsWith('-') ? 'loss' : undefined,
    })),
    sum: format.money(sum.toFixed(), { decimals }),
  }
}

function decimalsThatAddUp(amounts: readonly string[], sum: Decimal, least: number): number {
  const addsUp = (decimals: number): boolean => amounts
    .reduce((total, amount) => total.plus(new Decimal(amount).toDecimalPlaces(decimals)), new Decimal(0))
    .eq(sum.toDecimalPlaces(decimals))
  let decimals = least
  while (decimals < POSTED_DECIMALS && !addsUp(decimals)) decimals += 1
  return decimals
}

type Party = PlainIncident['money'][number]['party']

function partyLabel(party: Party, incident: PlainIncident): string {
  const { money } = words
  switch (party) {
    case 'trader':
      return money.trader[incident.poolType]
    case 'market':
      return money.market(words.count(closedLegs(incident).length))
    case 'venue-fees':
      return money.venueFees
    case 'insurance-fund':
      return [money.fund, ...fundParts(incident)].join(', ')
    case 'deleveraged':
      return money.deleveraged
    case 'nobody':
      return money.nobody
  }
}

/** What the fund's amount is made of. */
function fundParts({ forfeited, badDebt, liquidationFees, money }: PlainIncident): readonly string[] {
  const venue = money.find((row) => row.party === 'venue-fees')
  const getsFees = new Decimal(liquidationFees).gt(0) && new Decimal(venue?.amount ?? '0').isZero()
  return [
    ...(new Decimal(forfeited).gt(0) ? [words.money.fundRest] : []),
    ...(getsFees ? [words.money.fundFees] : []),
    ...(new Decimal(badDebt).gt(0) ? [words.money.fundDebt] : []),
  ]
}

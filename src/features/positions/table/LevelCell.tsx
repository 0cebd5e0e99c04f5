import { figureTag } from '../../../store/figures/figureTag.ts'
import type { LevelCell as Level, OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Figure } from '../../../ui/primitives/Figure.tsx'
import { priceText } from '../rowText.ts'
import { noneReasons, words } from '../words/words.ts'
import { CellButton } from './CellButton.tsx'
import { LevelHint } from './LevelHint.tsx'

export interface LevelCellProps {
  readonly row: OpenPositionRow
}

/** Liq. price if only this market moves, and how far it is. The tooltip says where it is if all move together. */
export function LevelCell({ row }: LevelCellProps) {
  const format = useFormat()
  const level = row.liquidation
  return (
    <>
      <CellButton label={words.explain} hint={<LevelHint row={row} />} figure={figureTag('position.liquidation', row)}>
        <Figure amount={level.type === 'price' ? level.price : undefined}>
          {level.type === 'price' ? priceText(format, level.price, row.priceDecimals) : words.none}
        </Figure>
      </CellButton>
      <small data-figure={figureTag('position.liquidationDistance', row)}>{distanceText(level, (distance) => format.percent(distance, { signed: true }))}</small>
    </>
  )
}

export function distanceText(level: Level, percent: (fraction: number) => string): string {
  return level.type === 'price' ? percent(level.distance) : noneReasons[level.reason]
}

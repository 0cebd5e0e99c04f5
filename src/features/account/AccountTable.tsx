import type { AccountColumn } from '../../store/selectors/rows/AccountColumn.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { FigureTable } from '../../ui/primitives/FigureTable.tsx'
import { ModeBadge, type Mode } from '../../ui/primitives/ModeBadge.tsx'
import { useIsNarrow } from '../../ui/theme/useMediaQuery.ts'
import { accountRows } from './accountRows.tsx'
import { words } from './words.ts'

const modes: Readonly<Record<AccountColumn['twin'], Mode | undefined>> = { 'as-set': undefined, 'all-isolated': 'isolated', 'all-cross': 'cross' }
const COLUMN_WIDTH = 88
/** Fits 0.00000000 beside the longest label in the narrower column. */
const COIN_WIDTH = 84
const GLYPH_WIDTH = 84

/** Yours beside the two twins: the same rows, so that a difference is seen at once. */
export function AccountTable({ columns, isMoving }: { readonly columns: readonly AccountColumn[]; readonly isMoving: boolean }) {
  const format = useFormat()
  const currency = useAppStore((state) => state.scenario.info?.currency)
  const isNarrow = useIsNarrow()
  const names = isNarrow ? words.shortColumns : words.columns
  return (
    <FigureTable
      caption={currency?.worth === undefined ? words.title : words.titled(currency.code)}
      isCaptionVisible
      columns={columns.map(({ twin }) => ({ id: twin, header: <Header name={names[twin]} mode={modes[twin]} />, width: currency?.worth === undefined ? COLUMN_WIDTH : COIN_WIDTH }))}
      rows={accountRows(columns, { format, isMoving, glyphWidth: GLYPH_WIDTH, isShort: isNarrow, worthIn: currency?.worth?.currency })}
    />
  )
}

function Header({ name, mode }: { readonly name: string; readonly mode: Mode | undefined }) {
  return mode === undefined ? name : <><ModeBadge mode={mode} isDecorative /> {name}</>
}

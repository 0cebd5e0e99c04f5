import { figureTag } from '../../../store/figures/figureTag.ts'
import type { OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { ModeBadge } from '../../../ui/primitives/ModeBadge.tsx'
import { priceText, sizeText } from '../rowText.ts'
import { sideWord, words } from '../words/words.ts'
import styles from './edit.module.css'

/** The position an edit is about: SOL-PERP [I] Long 20x, 266.66 SOL, mark 105.00. */
export function EditHead({ row }: { readonly row: OpenPositionRow }) {
  const format = useFormat()
  return (
    <p className={styles.head}>
      <b className={styles.market}>{row.instrument}</b>
      <ModeBadge mode={row.mode} />
      <span>{sideWord(row)} <span data-figure={figureTag('position.leverage', row)}>{format.leverage(row.leverage)}</span>, <span data-figure={figureTag('position.qty', row)}>{sizeText(format, row)}</span></span>
      <span className={styles.mark}>{words.columns.mark.toLowerCase()} <span data-figure={figureTag('position.mark', row)}>{priceText(format, row.mark, row.priceDecimals)}</span></span>
    </p>
  )
}

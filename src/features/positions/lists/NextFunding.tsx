import { figureTag } from '../../../store/figures/figureTag.ts'
import type { AppState } from '../../../store/AppState.ts'
import { CALM_HZ, useCalmAppStore } from '../../../store/useAppStore.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { FigureWords } from '../../../ui/primitives/FigureWords.tsx'
import { utcDateTime } from '../../../ui/format/timeFormats.ts'
import { carryWords } from '../words/carryWords.ts'
import type { Say } from '../words/Say.ts'
import styles from './lists.module.css'

const selectTwin = (state: AppState) => state.view.detail?.twin
const selectMore = (state: AppState) => state.view.detail?.more

/** When funding is paid next, and what each position receives or pays at the prices of now. */
export function NextFunding({ say }: { readonly say: Say }) {
  const more = useCalmAppStore(selectMore, CALM_HZ)
  const twin = useCalmAppStore(selectTwin, CALM_HZ)
  const format = useFormat()
  if (more?.nextFunding === undefined) return null
  const payments = more.positions.flatMap(({ leg, nextFunding }) =>
    nextFunding === undefined ? [] : [`${say.leg(leg)} ${format.money(nextFunding.amount, { signed: true })} (${format.rate(nextFunding.rate, { signed: true })})`],
  )
  const figures = more.positions.flatMap(({ leg, nextFunding }) => (nextFunding === undefined ? [] : [
    { text: format.money(nextFunding.amount, { signed: true }), figure: figureTag('position.nextFunding', { twin, leg }) },
    { text: format.rate(nextFunding.rate, { signed: true }), figure: figureTag('position.fundingRate', { twin, leg }) },
  ]))
  return (
    <p className={styles.next}>
      <b>{carryWords.nextAll}</b> {utcDateTime(more.nextFunding)}{payments.length === 0 ? '' : <FigureWords text={`: ${payments.join(', ')}`} figures={figures} />}
    </p>
  )
}

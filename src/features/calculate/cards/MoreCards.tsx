import { Select } from '../../../ui/primitives/Select.tsx'
import { TabPanel, Tabs } from '../../../ui/primitives/Tabs.tsx'
import { useMediaQuery } from '../../../ui/theme/useMediaQuery.ts'
import { useCalculation } from '../Calculator.tsx'
import { words } from '../words.ts'
import { MORE, type CardId } from './CardSpec.ts'
import { cardTitle } from './cardTitle.ts'
import moreStyles from './MoreCards.module.css'
import { RowsCard } from './RowsCard.tsx'
import { SolverCard } from './SolverCard.tsx'

/** The other calculators, one at a time. */
export function MoreCards() {
  const { desk, change } = useCalculation()
  const isNarrow = useMediaQuery('(max-width: 760px)')
  const shown: CardId = MORE.find((id) => id === desk.more) ?? 'pnl'
  const select = (more: string): void => change((before) => ({ ...before, more }))
  const card = shown === 'modes' ? <RowsCard key={shown} id="modes" hasFields /> : <SolverCard key={shown} id={shown} />
  return (
    <section className={moreStyles.more} aria-label={words.more.title}>
      {isNarrow ? (
        <>
          <div className={moreStyles.select}>
            <Select label={words.more.title} options={MORE.map((id) => ({ value: id, label: cardTitle(id) }))} value={shown} onChange={select} />
          </div>
          {card}
        </>
      ) : (
        <>
          <div className={moreStyles.tabs}>
            <span className={moreStyles.title}>{words.more.title}</span>
            <Tabs label={words.more.title} idBase="calculators" tabs={MORE.map((id) => ({ id, label: cardTitle(id) }))} selected={shown} onSelect={select} />
          </div>
          <TabPanel idBase="calculators" id={shown}>{card}</TabPanel>
        </>
      )}
    </section>
  )
}

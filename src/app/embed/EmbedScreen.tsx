import { lazy, Suspense } from 'react'
import { EquityPanel } from '../../features/replay/EquityPanel.tsx'
import { Headline } from '../../features/replay/Headline.tsx'
import { LanesPanel } from '../../features/replay/LanesPanel.tsx'
import { PricePanel } from '../../features/replay/PricePanel.tsx'
import { useAppStore } from '../../store/useAppStore.ts'
import { useEmbedStart } from './useEmbedStart.ts'
import styles from './EmbedScreen.module.css'
import { unembedded, type EmbedView } from './embedRoute.ts'

const EmbeddedCalculator = lazy(async () => ({ default: (await import('../../features/calculate/EmbeddedCalculator.tsx')).EmbeddedCalculator }))

/** One chart or calculator without anything around it, for a page of somebody else's. Nothing in it can be changed or is kept. */
export function EmbedScreen({ view }: { readonly view: EmbedView }) {
  useEmbedStart()
  const title = useAppStore((state) => state.scenario.document?.title)
  const rules = useAppStore((state) => state.scenario.info?.rules.name)
  return (
    <div className={styles.page}>
      <main className={styles.main}>
        {view === 'calculator' ? <Suspense fallback={null}><EmbeddedCalculator /></Suspense> : (
          <>
            <Headline actions={null} />
            <div className={styles.view}><View view={view} /></div>
          </>
        )}
      </main>
      <footer className={styles.foot}>
        <span className={styles.source}>{title === undefined ? '' : `${title} · ${rules ?? ''}`}</span>
        <a href={unembedded(window.location.href)} target="_blank" rel="noopener">Open in Bulkhead</a>
      </footer>
    </div>
  )
}

function View({ view }: { readonly view: Exclude<EmbedView, 'calculator'> }) {
  switch (view) {
    case 'lanes': return <LanesPanel />
    case 'price': return <PricePanel />
    default: return <EquityPanel />
  }
}

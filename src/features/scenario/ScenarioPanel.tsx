import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'
import { Skeleton } from '../../ui/primitives/Skeleton.tsx'
import { TabPanel, Tabs } from '../../ui/primitives/Tabs.tsx'
import { BeforeLink } from './BeforeLink.tsx'
import { BuiltInSection } from './built-in/BuiltInSection.tsx'
import { CurrentSummary } from './CurrentSummary.tsx'
import { FileSection } from './file/FileSection.tsx'
import { RealSection } from './real/RealSection.tsx'
import { type DraftShelf, KeptDrafts, useKeptDraft } from './keptDrafts.ts'
import { menuWords } from './menuWords.ts'
import styles from './ScenarioPanel.module.css'
import { ScenarioSettings } from './settings/ScenarioSettings.tsx'
import type { CurrentScenario } from './start/CurrentScenario.ts'
import { words } from './words.ts'

/** What prices, then by what rules and settings. */
const SECTIONS = ['examples', 'crises', 'model', 'script', 'draw', 'vary', 'real', 'exchange', 'files', 'rules', 'settings'] as const
type Section = (typeof SECTIONS)[number]

/** Forms that arrive when they are chosen. A new one: its line here, its name in SECTIONS and in words.panel.tabs. */
const FORMS = {
  crises: lazy(async () => ({ default: (await import('./crises/CrisesSection.tsx')).CrisesSection })),
  model: lazy(async () => ({ default: (await import('./model/ModelSection.tsx')).ModelSection })),
  vary: lazy(async () => ({ default: (await import('./vary/VarySection.tsx')).VarySection })),
  script: lazy(async () => ({ default: (await import('./script/ScriptSection.tsx')).ScriptSection })),
  draw: lazy(async () => ({ default: (await import('./draw/DrawSection.tsx')).DrawSection })),
  exchange: lazy(async () => ({ default: (await import('./exchange/ExchangeSection.tsx')).ExchangeSection })),
}

/** ISO days. */
type Period = { readonly from: string; readonly to: string }

export type ScenarioPanelProps = {
  readonly onClose: () => void
  readonly onPriceFiles: (files: readonly File[]) => void
  /** The sets of rules to choose from; they close the panel where they open something over it. */
  readonly rules: (onClose: () => void) => ReactNode
  /** What was typed into its forms the last time. */
  readonly drafts: DraftShelf
}

/** The scenario as it is, and every way to another one. */
export function ScenarioPanel({ drafts, ...panel }: ScenarioPanelProps) {
  return (
    <KeptDrafts value={drafts}>
      <Panel {...panel} />
    </KeptDrafts>
  )
}

function Panel({ onClose, onPriceFiles, rules }: Omit<ScenarioPanelProps, 'drafts'>) {
  const document = useAppStore((state) => state.scenario.document)
  // What is loading, or has come, is what one comes back for; else where one was.
  const isLoading = useAppStore((state) => state.exchange.status !== 'idle')
  const [kept, setSection] = useKeptDraft<Section>('section', document?.tape, () => 'examples')
  const [isFirst, setIsFirst] = useState(isLoading)
  const section = isFirst ? 'exchange' : kept
  const [period, setPeriod] = useState<Period>()
  const info = useAppStore((state) => state.scenario.info)
  const current = document === undefined || info === undefined ? undefined : { document, info }
  const choosePriceFiles = (files: readonly File[]): void => {
    onClose()
    onPriceFiles(files)
  }
  const show = (next: Section, days?: Period): void => {
    setPeriod(days)
    setIsFirst(false)
    setSection(next)
  }
  const go = (next: Section, days?: Period): void => {
    show(next, days)
    // What was pressed is gone: the way on is the tab that is chosen now.
    requestAnimationFrame(() => window.document.getElementById(`scenario-tab-${next}`)?.focus())
  }
  return (
    <>
      {current === undefined ? null : <CurrentSummary current={current} onClose={onClose} onPriceFiles={choosePriceFiles} />}
      <BeforeLink onClose={onClose} />
      <div className={styles.tabs}>
        <Tabs
          label={words.panel.tabsLabel}
          idBase="scenario"
          tabs={SECTIONS.map((id) => ({ id, label: words.panel.tabs[id] }))}
          selected={section}
          onSelect={(next) => show(next)}
          isWrapped
        />
      </div>
      <TabPanel idBase="scenario" id={section} className={styles.section ?? ''}>
        <SectionContent section={section} current={current} onStarted={onClose} onPriceFiles={choosePriceFiles} onGo={go} period={period} rules={rules} />
      </TabPanel>
    </>
  )
}

type SectionContentProps = {
  readonly section: Section
  readonly current: CurrentScenario | undefined
  readonly onStarted: () => void
  readonly onPriceFiles: (files: readonly File[]) => void
  /** To another of the tabs, with the days it is about. */
  readonly onGo: (section: Section, days?: Period) => void
  readonly period: Period | undefined
  readonly rules: ScenarioPanelProps['rules']
}

function SectionContent({ section, current, onStarted, onPriceFiles, onGo, period, rules }: SectionContentProps) {
  if (section === 'examples') return <BuiltInSection current={current} onStarted={onStarted} />
  if (section === 'files') return <FileSection onPriceFiles={onPriceFiles} />
  // The other forms begin with what is open.
  if (current === undefined) return <p>{menuWords.menu.none}</p>
  if (section === 'real') return <RealSection current={current} onStarted={onStarted} />
  if (section === 'rules') return rules(onStarted)
  if (section === 'settings') return <ScenarioSettings current={current} />
  const Form = FORMS[section]
  return (
    <Suspense fallback={<Skeleton label={words.panel.loading} height={240} lines={4} />}>
      <Form current={current} onStarted={onStarted} onPriceFiles={onPriceFiles} onGo={onGo} period={period} />
    </Suspense>
  )
}

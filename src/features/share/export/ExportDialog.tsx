import { useState } from 'react'
import { TABLE_NAMES, type CsvStyle } from '../../../store/ShareActions.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Dialog } from '../../../ui/primitives/Dialog.tsx'
import { SegmentedControl } from '../../../ui/primitives/SegmentedControl.tsx'
import styles from './ExportDialog.module.css'
import { exportWords as words } from './exportWords.ts'
import { useExports, type Exports, type PictureWish } from './useExports.ts'

/** Tables, charts and documents as files. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const exports = useExports()
  const hasReport = useAppStore((state) => state.incident?.report !== undefined)
  const hasBranches = useAppStore((state) => state.branches.list.length > 1)
  return (
    <Dialog isOpen onClose={onClose} title={words.title} size="medium">
      <div className={styles.body}>
        <Tables exports={exports} />
        <Charts exports={exports} />
        <Paper exports={exports} onClose={onClose} />
        <section className={styles.part} aria-labelledby="export-documents">
          <h3 id="export-documents" className={styles.title}>{words.documents}</h3>
          <div className={styles.row}>
            <Button icon="download" onClick={exports.scenario}>{hasBranches ? words.branch : words.scenario}</Button>
            <Button icon="download" reason={hasReport ? undefined : words.noReport} onClick={() => void exports.report()}>{words.report}</Button>
          </div>
        </section>
      </div>
    </Dialog>
  )
}

function Paper({ exports, onClose }: { readonly exports: Exports; readonly onClose: () => void }) {
  const isMissing = useAppStore((state) => state.screen === 'report' && state.incident?.report === undefined)
  const print = (): void => {
    // Before anything is measured the dialog is gone.
    onClose()
    exports.print()
  }
  return (
    <section className={styles.part} aria-labelledby="export-paper">
      <h3 id="export-paper" className={styles.title}>{words.paper}</h3>
      <p className={styles.note}>{words.paperNote}</p>
      <div className={styles.row}>
        <Button reason={isMissing ? words.noPrint : undefined} onClick={print}>{words.print}</Button>
      </div>
    </section>
  )
}

const STYLES = { point: { decimal: '.', separator: ',' }, comma: { decimal: ',', separator: ';' } } as const satisfies Record<string, CsvStyle>

function Tables({ exports }: { readonly exports: Exports }) {
  const format = useFormat()
  const isCompared = useAppStore((state) => state.calculate.desk?.compare !== undefined)
  // Who reads decimal commas on the screen has a spreadsheet that reads them too.
  const [style, setStyle] = useState<keyof typeof STYLES>(format.money('1.5').includes(',') ? 'comma' : 'point')
  return (
    <section className={styles.part} aria-labelledby="export-tables">
      <h3 id="export-tables" className={styles.title}>{words.tables}</h3>
      <p className={styles.note}>{words.tablesNote}</p>
      <SegmentedControl
        label={words.style}
        size="small"
        value={style}
        onChange={setStyle}
        options={[{ value: 'point', label: words.styles.point }, { value: 'comma', label: words.styles.comma }]}
      />
      <div className={styles.row}>
        {TABLE_NAMES.map((name) => (
          <Button key={name} icon="download" reason={name === 'compare' && !isCompared ? words.noCompare : undefined} onClick={() => void exports.table(name, STYLES[style])}>{words.names[name]}</Button>
        ))}
      </div>
    </section>
  )
}

interface ChartOnPage {
  readonly name: string
  readonly elements: readonly Element[]
}

/** What is drawn behind the dialog: each chart marks itself. */
function chartsOnPage(): readonly ChartOnPage[] {
  const charts = [...document.querySelectorAll('[data-chart]')].flatMap((element) => {
    const name = element.querySelector('h2')?.textContent ?? ''
    return name === '' || element.getBoundingClientRect().width === 0 ? [] : [{ name, elements: [element] }]
  })
  return charts.length < 2 ? charts : [{ name: words.together, elements: charts.flatMap(({ elements }) => elements) }, ...charts]
}

function Charts({ exports }: { readonly exports: Exports }) {
  const [charts] = useState(chartsOnPage)
  const [theme, setTheme] = useState<PictureWish['theme']>(() => (document.documentElement.dataset['theme'] === 'light' ? 'light' : 'dark'))
  return (
    <section className={styles.part} aria-labelledby="export-charts">
      <h3 id="export-charts" className={styles.title}>{words.charts}</h3>
      <p className={styles.note}>{charts.length === 0 ? words.noCharts : words.chartsNote}</p>
      {charts.length === 0 ? null : (
        <SegmentedControl
          label={words.theme}
          size="small"
          value={theme}
          onChange={setTheme}
          options={[{ value: 'dark', label: words.themes.dark }, { value: 'light', label: words.themes.light }]}
        />
      )}
      <ul className={styles.charts}>
        {charts.map(({ name, elements }) => (
          <li key={name} className={styles.chart}>
            <span className={styles.name}>{name}</span>
            {(['png', 'svg'] as const).map((kind) => (
              <Button key={kind} size="small" icon="download" aria-label={`${name}, ${words[kind]}`} onClick={() => void exports.chart(elements, name, { kind, theme })}>{words[kind]}</Button>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

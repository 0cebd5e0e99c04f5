import { useRef, useState } from 'react'
import { DrawEditor, type EditorLine } from '../../../ui/charts/draw/DrawEditor.tsx'
import { useDrawnPaths } from '../../../ui/charts/draw/useDrawnPaths.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Button } from '../../../ui/primitives/Button.tsx'
import { IconButton } from '../../../ui/primitives/IconButton.tsx'
import { NumberField } from '../../../ui/primitives/NumberField.tsx'
import { Select } from '../../../ui/primitives/Select.tsx'
import { TextField } from '../../../ui/primitives/TextField.tsx'
import type { CurrentScenario } from '../start/CurrentScenario.ts'
import { tickSizeOf } from '../start/scenarioOn.ts'
import { StartFooter } from '../start/StartFooter.tsx'
import { BAR_SIZES } from '../words.ts'
import { addedRow, drawDraft, drawnTape, MOST_MARKETS, readDraw, type DrawDraft, type DrawRow, type ReadDraw, type ReadMarket } from './drawDraft.ts'
import styles from './DrawSection.module.css'
import { drawSectionWords as words } from './drawSectionWords.ts'

export type DrawSectionProps = { readonly current: CurrentScenario; readonly onStarted: () => void }

/** A tape drawn by hand from its first bar on, for one or several markets. */
export function DrawSection({ current, onStarted }: DrawSectionProps) {
  const format = useFormat()
  const [draft, setDraft] = useState<DrawDraft>(() => drawDraft(current, format))
  const [selected, setSelected] = useState<string | undefined>(undefined)
  const drawn = useDrawnPaths(() => ({}))
  const fields = useRef<HTMLDivElement>(null)
  const read = readDraw(draft, format)
  const market = read.markets.find(({ id }) => id === selected) ?? read.markets[0]
  const lead = read.markets.length < 2 || market === undefined ? null : (
    <Select
      label={words.market}
      isLabelHidden
      options={read.markets.map(({ id, symbol }) => ({ value: id, label: (drawn.paths[id]?.length ?? 0) > 0 ? words.drawn(symbol) : symbol }))}
      value={market.id}
      onChange={setSelected}
    />
  )
  return (
    <>
      <p className={styles.hint}>{words.hint}</p>
      <div ref={fields} tabIndex={-1} className={styles.fields}>
        <DrawFields draft={draft} errors={read.errors} onChange={setDraft} />
      </div>
      <div className={styles.editor}>
        {market === undefined ? null : <DrawEditor line={lineOf(market, read.bars, format)} drawn={drawn} lead={lead} onLeave={() => fields.current?.focus()} />}
      </div>
      <StartFooter current={current} tape={drawnTape(read, drawn.paths, draft.barMillis)} label={words.start} onStarted={onStarted} />
    </>
  )
}

function lineOf({ id, symbol, price, decimals }: ReadMarket, bars: number, format: Format): EditorLine {
  const tickSize = tickSizeOf(decimals)
  const power = 10 ** decimals
  const shown = (value: number): string => format.price(value, { tickSize })
  return {
    id,
    name: symbol,
    anchor: [0, price],
    last: bars - 1,
    past: [],
    snap: (value) => Number((Math.max(1, Math.round(value * power)) / power).toFixed(decimals)),
    fine: Number(tickSize),
    format: shown,
    describe: (value) => `${shown(value)}, ${format.percent((value - price) / price, { signed: true })}`,
  }
}

interface DrawFieldsProps {
  readonly draft: DrawDraft
  readonly errors: ReadDraw['errors']
  readonly onChange: (draft: DrawDraft) => void
}

function DrawFields({ draft, errors, onChange }: DrawFieldsProps) {
  const { rows } = draft
  const changed = (id: string, part: Partial<DrawRow>): void => onChange({ ...draft, rows: rows.map((row) => (row.id === id ? { ...row, ...part } : row)) })
  return (
    <>
      <div className={styles.clock}>
        <NumberField label={words.bars} value={draft.bars} error={errors['bars']} onChange={(bars) => onChange({ ...draft, bars })} />
        <Select label={words.barSize} options={BAR_SIZES} value={String(draft.barMillis)} onChange={(barMillis) => onChange({ ...draft, barMillis: Number(barMillis) })} />
      </div>
      <div role="group" aria-label={words.markets} className={styles.rows}>
        {rows.map(({ id, symbol, price }, index) => (
          <div key={id} role="group" aria-label={symbol} className={styles.row}>
            <TextField label={words.symbol} isLabelHidden={index > 0} value={symbol} error={errors[`${id}.symbol`]} onChange={(next) => changed(id, { symbol: next })} />
            <NumberField label={words.price} isLabelHidden={index > 0} value={price} error={errors[`${id}.price`]} onChange={(next) => changed(id, { price: next })} />
            <IconButton icon="close" label={words.remove(symbol)} reason={rows.length === 1 ? words.atLeastOne : undefined} onClick={() => onChange({ ...draft, rows: rows.filter((row) => row.id !== id) })} />
          </div>
        ))}
        <Button variant="ghost" icon="plus" reason={rows.length >= MOST_MARKETS ? words.atMost(MOST_MARKETS) : undefined} onClick={() => onChange({ ...draft, rows: [...rows, addedRow(rows)] })}>{words.add}</Button>
      </div>
    </>
  )
}

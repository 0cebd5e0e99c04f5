import { useId, useMemo, useState } from 'react'
import { readTierText, TIER_COLUMNS, type TierColumn, type TierTextOptions, type TierTextReading } from '../../../store/rules/readTierText.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Button } from '../../../ui/primitives/Button.tsx'
import { FigureTable } from '../../../ui/primitives/FigureTable.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { Select } from '../../../ui/primitives/Select.tsx'
import styles from '../editor/editor.module.css'
import { cellsOf } from '../form/formOf.ts'
import { TIER_FORM_COLUMNS } from '../form/tableColumns.ts'
import { words } from '../words.ts'

export type TierRows = TierTextReading['rows']

export type PastePanelProps = {
  readonly start: string
  /** Name of the file it came from; absent for a paste. */
  readonly file: string | undefined
  /** Rows it would replace. */
  readonly count: number
  readonly name: string
  readonly onPut: (rows: TierRows) => void
  readonly onClose: () => void
}

const MOST_PROBLEMS = 8

/** A table as text: how it is read, what it leaves open, and the rows before they replace those of the grid. */
export function PastePanel({ start, file, count, name, onPut, onClose }: PastePanelProps) {
  const id = useId()
  const [text, setText] = useState(start)
  const [options, setOptions] = useState<TierTextOptions>({})
  const reading = useMemo(() => readTierText(text, options), [text, options])
  const isEmpty = text.trim() === ''
  const problems = isEmpty ? [] : reading.problems
  const reason = isEmpty ? words.paste.nothing : reading.rows.length === 0 ? words.paste.notYet : undefined
  return (
    <section className={styles.panel} aria-label={words.paste.title}>
      <h3 className={styles.title}>{file === undefined ? words.paste.title : words.paste.fileTitle(file)}</h3>
      <div className={styles.area}>
        <label htmlFor={id}>{words.paste.label}</label>
        {/* Where a person is after choosing to paste. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <textarea id={id} className={styles.text} autoFocus spellCheck={false} value={text} aria-describedby={`${id}-hint`} onChange={(event) => { setText(event.target.value); setOptions({}) }} />
        <p id={`${id}-hint`} className={styles.note}>{words.paste.hint}</p>
      </div>
      {isEmpty ? null : <Questions reading={reading} options={options} onOptions={setOptions} />}
      {problems.length === 0 ? null : (
        <div role="alert">
          <InlineWarning tone="error">
            <ul className={styles.list}>
              {problems.slice(0, MOST_PROBLEMS).map(({ line, column, message }) => <li key={`${line} ${column ?? 0}`}>{words.paste.problem(line, column, message)}</li>)}
              {problems.length <= MOST_PROBLEMS ? null : <li>… {problems.length - MOST_PROBLEMS} more</li>}
            </ul>
          </InlineWarning>
        </div>
      )}
      {reading.rows.length === 0 ? null : <Preview rows={reading.rows} />}
      <div className={styles.buttons}>
        <Button variant="primary" reason={reason} onClick={() => onPut(reading.rows)}>{words.paste.put(count, name)}</Button>
        <Button onClick={onClose}>{words.paste.back}</Button>
      </div>
    </section>
  )
}

type QuestionsProps = { readonly reading: TierTextReading; readonly options: TierTextOptions; readonly onOptions: (options: TierTextOptions) => void }

function Questions({ reading, options, onOptions }: QuestionsProps) {
  const { columns, cells, header, questions, decimalMark, rates } = reading
  if (cells.length === 0) return null
  const setColumn = (index: number, role: TierColumn): void => onOptions({ ...options, columns: columns.map((column, at) => (at === index ? role : column)) })
  const bare = cells[0]?.[columns.indexOf('maintenanceRate')] ?? ''
  return (
    <>
      <div>
        <p className={styles.note}>{words.paste.columns}</p>
        <div className={styles.roles}>
          {columns.map((role, index) => (
            // Columns have no identity but their place.
            <Select
              key={index}
              label={header?.[index] ?? words.paste.column(index + 1)}
              aside={cells[0]?.[index]}
              options={TIER_COLUMNS.map((value) => ({ value, label: words.paste.roles[value] }))}
              value={role}
              onChange={(value) => setColumn(index, value)}
            />
          ))}
        </div>
      </div>
      {questions.includes('columns') ? (
        <div role="alert">
          <InlineWarning fix={{ label: words.paste.columnsRight, onFix: () => onOptions({ ...options, columns }) }}>{words.paste.askColumns}</InlineWarning>
        </div>
      ) : null}
      <div className={styles.questions}>
        {questions.includes('decimal-mark') || options.decimalMark !== undefined ? (
          <Select
            label={words.paste.mark}
            hint={words.paste.askMark}
            options={[...(decimalMark === undefined ? [{ value: '', label: words.paste.choose }] : []), { value: ',', label: words.paste.marks[','] }, { value: '.', label: words.paste.marks['.'] }]}
            value={decimalMark ?? ''}
            onChange={(value) => onOptions({ ...options, decimalMark: value === ',' ? ',' : '.' })}
          />
        ) : null}
        {questions.includes('rates') || options.rates !== undefined ? (
          <Select
            label={words.paste.rates}
            hint={words.paste.askRates(bare)}
            options={[...(rates === undefined ? [{ value: '', label: words.paste.choose }] : []), { value: 'fraction', label: words.paste.ratesAs.fraction }, { value: 'percent', label: words.paste.ratesAs.percent }]}
            value={rates ?? ''}
            onChange={(value) => onOptions({ ...options, rates: value === 'fraction' ? 'fraction' : 'percent' })}
          />
        ) : null}
      </div>
    </>
  )
}

function Preview({ rows }: { readonly rows: TierRows }) {
  const format = useFormat()
  const columns = TIER_FORM_COLUMNS.filter(({ id }) => rows.some((row) => id in row))
  const shown = rows.length <= 6 ? rows : [...rows.slice(0, 3), ...rows.slice(-2)]
  return (
    <div className={styles.rows}>
      <p role="status">{words.paste.read(rows.length)}</p>
      <FigureTable
        caption={words.paste.preview}
        columns={columns.map(({ id, label }) => ({ id, header: label }))}
        rows={shown.map((row) => {
          const cells = cellsOf({ ...row }, TIER_FORM_COLUMNS, format)
          const number = rows.indexOf(row) + 1
          return { id: String(number), label: number, cells: columns.map(({ id, kind }) => `${cells[id] ?? ''}${kind === 'percent' && cells[id] !== '' ? '%' : ''}`) }
        })}
      />
    </div>
  )
}

import { useState } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'
import { Select } from '../../ui/primitives/Select.tsx'
import { NumberField } from '../../ui/primitives/NumberField.tsx'
import { BAR_CHOICES, DEFAULT_TRADE_BAR } from './barChoices.ts'
import { ColumnTable } from './ColumnTable.tsx'
import type { CsvDetection, CsvMapping } from './ImportedFile.ts'
import styles from './MappingForm.module.css'
import { TIME_CHOICES, timeChoiceOf, timeFormatOf, ZONE_CHOICES, zoneChoiceOf, zoneOf } from './timeChoices.ts'
import { words } from './words.ts'

export type MappingFormProps = { readonly file: string; readonly detection: CsvDetection; readonly mapping: CsvMapping }
type PartProps = { readonly mapping: CsvMapping; readonly change: (part: MappingChange) => void }
type MappingChange = Partial<CsvMapping>

/** How the file is read, as it was recognised; every change reads it again. */
export function MappingForm({ file, detection, mapping }: MappingFormProps) {
  const { setImportMapping } = useAppStore((state) => state.actions)
  const change = (part: MappingChange): void => setImportMapping(file, part)
  const isEpoch = mapping.time.type === 'epoch'
  return (
    <>
      <div className={styles.grid}>
        <ContentFields mapping={mapping} change={change} />
        {mapping.container === 'json' ? null : <TextFields mapping={mapping} change={change} />}
        <Select label={words.mapping.time} options={TIME_CHOICES} value={timeChoiceOf(mapping.time)} onChange={(choice) => change({ time: timeFormatOf(choice) })} />
        <Select
          label={words.mapping.zone}
          options={ZONE_CHOICES}
          value={isEpoch ? '0' : zoneChoiceOf(mapping)}
          isDisabled={isEpoch}
          hint={isEpoch ? words.mapping.zoneFixed : undefined}
          onChange={(zone) => change(zoneOf(zone))}
        />
      </div>
      <ColumnTable detection={detection} columns={mapping.columns} onChange={(columns) => change({ columns })} />
    </>
  )
}

/** What a row is, and what has to be known of trades and of funding besides. */
function ContentFields({ mapping, change }: PartProps) {
  const content = mapping.content ?? 'bars'
  return (
    <>
      <Select label={words.mapping.content} options={optionsOf(words.mapping.contents)} value={content} onChange={(next) => change({ content: next })} />
      {content === 'trades' ? (
        <Select label={words.mapping.bar} options={BAR_CHOICES} value={String(mapping.barMillis ?? DEFAULT_TRADE_BAR)} onChange={(millis) => change({ barMillis: Number(millis) })} />
      ) : null}
      {content === 'funding' ? (
        <Select label={words.mapping.percent} options={optionsOf(words.mapping.percents)} value={mapping.isPercent === true ? 'percent' : 'share'} onChange={(unit) => change({ isPercent: unit === 'percent' })} />
      ) : null}
    </>
  )
}

/** How the lines of a text file are cut; JSON says it itself. */
function TextFields({ mapping, change }: PartProps) {
  return (
    <>
      <Select label={words.mapping.separator} options={optionsOf(words.mapping.separators)} value={mapping.separator} onChange={(separator) => change({ separator })} />
      <Select label={words.mapping.decimal} options={optionsOf(words.mapping.decimals)} value={mapping.decimal} onChange={(decimal) => change({ decimal })} />
      <SkipField key={mapping.skipLines} lines={mapping.skipLines} onChange={(skipLines) => change({ skipLines })} />
      <Select label={words.mapping.header} options={optionsOf(words.mapping.headers)} value={mapping.hasHeader ? 'header' : 'row'} onChange={(line) => change({ hasHeader: line === 'header' })} />
    </>
  )
}

/** Reads again when the field is left, not at every digit. */
function SkipField({ lines, onChange }: { readonly lines: number; readonly onChange: (lines: number) => void }) {
  const [text, setText] = useState(String(lines))
  const isWhole = /^\d{1,6}$/.test(text.trim())
  return (
    <NumberField
      label={words.mapping.skip}
      value={text}
      error={isWhole ? undefined : words.mapping.skipError}
      onChange={setText}
      onBlur={() => {
        if (isWhole && Number(text) !== lines) onChange(Number(text))
      }}
    />
  )
}

function optionsOf<Value extends string>(labels: Readonly<Record<Value, string>>): readonly { readonly value: Value; readonly label: string }[] {
  return (Object.entries(labels) as [Value, string][]).map(([value, label]) => ({ value, label }))
}

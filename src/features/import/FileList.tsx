import { useAppStore } from '../../store/useAppStore.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { duration, utcDate } from '../../ui/format/timeFormats.ts'
import { IconButton } from '../../ui/primitives/IconButton.tsx'
import { ProgressBar } from '../../ui/primitives/ProgressBar.tsx'
import { Select } from '../../ui/primitives/Select.tsx'
import { Tag } from '../../ui/primitives/Tag.tsx'
import { TextField } from '../../ui/primitives/TextField.tsx'
import { ChooseButton } from './ChooseButton.tsx'
import styles from './FileList.module.css'
import { fileFigure } from './fileFigures.ts'
import type { ImportedFile } from './ImportedFile.ts'
import { instrumentError } from './instrumentError.ts'
import { words } from './words.ts'

export type FileListProps = {
  readonly files: readonly ImportedFile[]
  readonly shown: string
  readonly onShow: (name: string) => void
}

const KINDS = (['mark', 'index', 'last'] as const).map((value) => ({ value, label: words.files.kinds[value] }))
/** What its rows are is settled below. */
const ONLY_FUNDING = [{ value: 'funding', label: words.files.funding }] as const

/** One line a file: its name, the instrument it becomes, how far it is or what is in it. */
export function FileList({ files, shown, onShow }: FileListProps) {
  const { setImportInstrument, setImportKind, removeImportFile } = useAppStore((state) => state.actions)
  return (
    <div>
      <ul className={styles.list} aria-label={words.files.label}>
        {files.map((file) => (
          <li key={file.name} className={styles.row} data-shown={files.length > 1 && file.name === shown}>
            <button
              type="button"
              className={styles.name}
              aria-label={words.files.show(file.name)}
              aria-current={file.name === shown ? 'true' : undefined}
              onClick={() => onShow(file.name)}
            >
              <FileName name={file.name} />
            </button>
            <div className={styles.instrument}>
              <TextField
                label={words.files.instrument(file.name)}
                isLabelHidden
                value={file.instrument}
                error={instrumentError(files, file)}
                onChange={(instrument) => setImportInstrument(file.name, instrument)}
              />
            </div>
            <div className={styles.kind}>
              <Select
                label={words.files.kind(file.name)}
                isLabelHidden
                options={file.kind === 'funding' ? ONLY_FUNDING : KINDS}
                value={file.kind}
                onChange={(kind) => setImportKind(file.name, kind)}
              />
            </div>
            <div className={styles.state}><FileState file={file} /></div>
            <IconButton icon="close" label={words.files.remove(file.name)} onClick={() => removeImportFile(file.name)} />
          </li>
        ))}
      </ul>
      {files.length < 2 ? null : <p className={styles.hint}>{words.files.kindHint}</p>}
      <ChooseButton variant="ghost" label={words.add} />
    </div>
  )
}

/** An archive has no rows before it is unpacked. */
function progressText({ name, progress, rowsRead }: ImportedFile, format: ReturnType<typeof useFormat>): string {
  const share = format.percent(progress, { decimals: 0 })
  return rowsRead === 0 && /\.zip$/i.test(name) ? words.files.unpacking(share) : words.files.rows(format.exact(rowsRead), share)
}

/** The file's own name, under where it lay: the ends of long paths are what tells them apart. */
function FileName({ name }: { readonly name: string }) {
  const cut = Math.max(name.lastIndexOf('/'), name.lastIndexOf('› ') + 1) + 1
  if (cut === 1) return name
  return (
    <>
      <span className={styles.place}>{name.slice(0, cut)}</span>
      {name.slice(cut)}
    </>
  )
}

function FileState({ file }: { readonly file: ImportedFile }) {
  const format = useFormat()
  const { removeImportFile } = useAppStore((state) => state.actions)
  if (file.status === 'reading') {
    return (
      <ProgressBar
        label={words.files.reading(file.name)}
        share={file.progress}
        text={progressText(file, format)}
        onCancel={() => removeImportFile(file.name)}
      />
    )
  }
  if (file.status === 'refused') return <Tag tone="loss">{words.files.refused}</Tag>
  const { report } = file
  if (report === undefined) return null
  return <><span data-figure={fileFigure('rows', report.rows, file.name)}>{format.exact(report.rows)}</span> × {duration(report.barMillis)}, {utcDate(report.first)} to {utcDate(report.last)}</>
}

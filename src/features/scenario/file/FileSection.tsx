import { Button } from '../../../ui/primitives/Button.tsx'
import { chooseFiles } from '../documents/chooseFiles.ts'
import { words } from '../words.ts'
import styles from './FileSection.module.css'

export type FileSectionProps = { readonly onPriceFiles: (files: readonly File[]) => void }

/** The way to prices of one's own; reading them is the import's business. */
export function FileSection({ onPriceFiles }: FileSectionProps) {
  const choose = async (): Promise<void> => {
    const files = await chooseFiles()
    if (files.length > 0) onPriceFiles(files)
  }
  return (
    <div className={styles.section}>
      <p>{words.file.intro}</p>
      <p>{words.file.several}</p>
      <div className={styles.choose}>
        <span>{words.file.drop}</span>
        <Button variant="primary" icon="upload" onClick={() => void choose()}>{words.file.choose}</Button>
      </div>
    </div>
  )
}

import { EmptyState } from '../../ui/primitives/EmptyState.tsx'
import { ChooseButton } from './ChooseButton.tsx'
import styles from './ImportDialog.module.css'
import { words } from './words.ts'

/** Before the first file: what to do, what is read, where it goes. */
export function ImportEmpty() {
  return (
    <EmptyState title={words.empty.title} actions={<ChooseButton variant="primary" label={words.choose} />}>
      <div className={styles.empty}>
        <p>{words.empty.drop}</p>
        <p>{words.empty.known}</p>
        <p>{words.empty.local}</p>
      </div>
    </EmptyState>
  )
}

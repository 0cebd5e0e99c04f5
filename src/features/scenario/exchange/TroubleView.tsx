import { useAppStore } from '../../../store/useAppStore.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { chooseFiles } from '../documents/chooseFiles.ts'
import styles from './exchange.module.css'
import { exchangeWords as words } from './words.ts'

/** Why nothing came: which failure it looks like, and every way on, the one by file among them. */
export function TroubleView({ onPriceFiles }: { readonly onPriceFiles: (files: readonly File[]) => void }) {
  const { request, trouble } = useAppStore((state) => state.exchange)
  const { loadExchange, endExchange } = useAppStore((state) => state.actions)
  const choose = async (): Promise<void> => {
    const files = await chooseFiles()
    if (files.length > 0) onPriceFiles(files)
  }
  return (
    <div className={styles.loading}>
      <div role="alert">
        <InlineWarning tone="error">{trouble?.message}</InlineWarning>
      </div>
      {trouble?.detail === undefined ? null : <p className={styles.detail}>{words.trouble.detail}: <code>{trouble.detail}</code></p>}
      <div className={styles.actions}>
        <Button icon="upload" onClick={() => void choose()}>{words.trouble.file}</Button>
        <Button onClick={endExchange}>{words.trouble.change}</Button>
        <Button variant="primary" onClick={() => (request === undefined ? endExchange() : void loadExchange(request))}>{words.trouble.again}</Button>
      </div>
    </div>
  )
}

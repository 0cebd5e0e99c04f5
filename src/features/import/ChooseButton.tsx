import { useRef } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'
import { Button } from '../../ui/primitives/Button.tsx'

export type ChooseButtonProps = { readonly variant: 'primary' | 'ghost'; readonly label: string }

/** A button that opens the browser's file picker and imports what is chosen. */
export function ChooseButton({ variant, label }: ChooseButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  const { importFiles } = useAppStore((state) => state.actions)
  return (
    <>
      <Button variant={variant} icon="upload" onClick={() => input.current?.click()}>{label}</Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".csv,.tsv,.txt,.json,.zip,.gz,text/csv,text/plain,application/json,application/zip,application/gzip"
        aria-label={label}
        onChange={({ target }) => {
          void importFiles([...(target.files ?? [])])
          // The same file may be chosen again after it was corrected.
          target.value = ''
        }}
      />
    </>
  )
}

import { useState } from 'react'
import type { Bookmark } from '../../store/slices/BranchesState.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { Button } from '../../ui/primitives/Button.tsx'
import { IconButton } from '../../ui/primitives/IconButton.tsx'
import { TextField } from '../../ui/primitives/TextField.tsx'
import styles from './Bookmarks.module.css'
import { words } from './words.ts'

/** The moments to come back to: set at the cursor, named, gone to, taken away. */
export function BookmarkList({ onGone }: { readonly onGone: () => void }) {
  const bookmarks = useAppStore((state) => state.branches.bookmarks)
  const { tick, lastTick } = useAppStore((state) => state.playback)
  const { addBookmark, seekBookmark } = useAppStore((state) => state.actions)
  const within = bookmarks.filter((each) => each.tick <= lastTick)
  const isSet = bookmarks.some((each) => each.tick === tick)
  return (
    <div className={styles.list} data-bookmarks="">
      <div className={styles.head}>
        <Button size="small" icon="plus" reason={isSet ? words.bookmarks.isSet : undefined} onClick={() => void addBookmark()}>
          <span data-name="">{words.bookmarks.set(tick)}</span>
        </Button>
        <span className={styles.ways}>
          <IconButton icon="step-back" size="small" label={words.bookmarks.previous} keys="," reason={within.some((each) => each.tick < tick) ? undefined : words.bookmarks.noPrevious} onClick={() => void seekBookmark('previous')} />
          <IconButton icon="step-forward" size="small" label={words.bookmarks.next} keys="." reason={within.some((each) => each.tick > tick) ? undefined : words.bookmarks.noNext} onClick={() => void seekBookmark('next')} />
        </span>
      </div>
      {within.length === 0 ? <p className={styles.none}>{words.bookmarks.none}</p> : null}
      {within.map((each) => <Row key={each.id} bookmark={each} onGone={onGone} />)}
    </div>
  )
}

function Row({ bookmark: { id, tick, label }, onGone }: { readonly bookmark: Bookmark; readonly onGone: () => void }) {
  const { renameBookmark, removeBookmark, seek } = useAppStore((state) => state.actions)
  const [text, setText] = useState(label)
  const isOther = text.trim() !== label
  return (
    <form
      className={styles.row}
      onSubmit={(event) => {
        event.preventDefault()
        if (isOther) void renameBookmark(id, text.trim())
      }}
    >
      <Button
        size="small"
        onClick={() => {
          void seek(tick)
          onGone()
        }}
      >
        <span data-name="">{words.bookmarks.bar(tick)}</span>
      </Button>
      <TextField label={words.bookmarks.name(tick)} isLabelHidden value={text} onChange={setText} placeholder={words.bookmarks.placeholder} />
      {isOther ? <IconButton icon="check" size="small" type="submit" label={words.bookmarks.save(tick)} /> : null}
      <IconButton icon="close" size="small" label={words.bookmarks.remove(tick)} onClick={() => void removeBookmark(id)} />
    </form>
  )
}

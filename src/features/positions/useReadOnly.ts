import type { AppState } from '../../store/AppState.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { words } from './words/words.ts'

const selectAccount = (state: AppState) => state.selection.account

/** Why the account shown takes no orders, or nothing. */
export function useReadOnly(): string | undefined {
  return useAppStore(selectAccount) === 'as-set' ? undefined : words.readOnly
}

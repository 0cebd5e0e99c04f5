import type { TabChannel } from './TabChannel.ts'

/** Talks to the other tabs; silent where the browser has no BroadcastChannel. */
export function browserTabs(): TabChannel {
  // Only to tell tabs apart; randomUUID exists on secure origins alone.
  const id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('bulkhead')
  return {
    id,
    announce: () => channel?.postMessage(id),
    onAnnounced: (callback) => channel?.addEventListener('message', () => callback()),
    close: () => channel?.close(),
  }
}

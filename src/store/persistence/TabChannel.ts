/** Tells the other tabs of this browser that one has opened (or taken over). */
export interface TabChannel {
  /** Unique among the tabs. */
  readonly id: string
  readonly announce: () => void
  readonly onAnnounced: (callback: () => void) => void
  readonly close: () => void
}

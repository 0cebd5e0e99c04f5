/** Words over a scenario that came by a link. */
export const bannerWords = {
  label: 'Shared scenario',
  what: (title: string) => `“${title}”. Your own work is as you left it; what you change here is not saved.`,
  keep: 'Keep a copy',
  keepHint: 'It is saved from then on; your own scenario stays one undo away, and in the Scenario panel.',
  kept: 'Kept as your own. What was here before is under Undo, and in the Scenario panel also after a reload.',
  back: 'Back to mine',
  lost: 'Your changes to the shared scenario will be gone.',
  discard: 'Discard them',
  stay: 'Stay here',
} as const

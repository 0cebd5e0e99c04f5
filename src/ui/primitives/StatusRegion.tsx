export type StatusRegionProps = {
  readonly message: string
  readonly urgency?: 'polite' | 'assertive'
  readonly isVisible?: boolean
}

/** Reads its message out when it changes. It must stay mounted while it is empty, or the first message is lost. */
export function StatusRegion({ message, urgency = 'polite', isVisible = false }: StatusRegionProps) {
  return (
    <p className={isVisible ? undefined : 'visually-hidden'} role={urgency === 'polite' ? 'status' : 'alert'} aria-live={urgency} aria-atomic="true">
      {message}
    </p>
  )
}

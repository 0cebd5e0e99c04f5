import { Component, type ReactNode } from 'react'
import { Button } from '../ui/primitives/Button.tsx'
import { ErrorState } from '../ui/primitives/EmptyState.tsx'
import { downloadText } from './downloadText.ts'

interface Props {
  readonly children: ReactNode
  /** The scenario as JSON text, so that nothing is lost with the screen. */
  readonly save: () => string
}

/** The last net: a broken invariant in the view. The scenario lives in the store and is offered as a file. */
export class ErrorBoundary extends Component<Props, { readonly failure: Error | undefined }> {
  override state: { readonly failure: Error | undefined } = { failure: undefined }

  static getDerivedStateFromError(error: unknown): { readonly failure: Error } {
    return { failure: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { failure } = this.state
    if (failure === undefined) return this.props.children
    return (
      <ErrorState
        title="This screen has failed"
        details={failure.stack ?? failure.message}
        actions={
          <>
            <Button onClick={() => downloadText('bulkhead-scenario.json', this.props.save())}>Save the scenario as a file</Button>
            <Button variant="primary" onClick={() => window.location.reload()}>
              Reload
            </Button>
          </>
        }
      >
        Your scenario is kept in this browser. Reload to go on; save it as a file first if you want to be sure.
      </ErrorState>
    )
  }
}

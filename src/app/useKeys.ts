import { useEffect } from 'react'
import { focusRole, keyCommand, type KeyCommand } from './keyCommand.ts'

/** Listens for the app's keys while the component is there; a key whose command has no use now does what it always does. */
export function useKeys(run: (command: KeyCommand) => void, isOf: (command: KeyCommand) => boolean): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const role = focusRole(document.activeElement)
      const command = keyCommand(event, role === 'typing' || document.querySelector('dialog[open]') === null ? role : 'dialog')
      if (command === undefined || !isOf(command)) return
      event.preventDefault()
      run(command)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [run, isOf])
}

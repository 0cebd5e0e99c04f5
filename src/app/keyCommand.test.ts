import { describe, expect, it } from 'vitest'
import { keyCommand, type KeyPress } from './keyCommand.ts'

function press(key: string, change: Partial<KeyPress> = {}): KeyPress {
  return { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, defaultPrevented: false, ...change }
}

describe('keys', () => {
  it('play, step, jump and change speed', () => {
    expect(keyCommand(press(' '), 'none')).toBe('toggle-play')
    expect(keyCommand(press('ArrowLeft'), 'none')).toBe('step-back')
    expect(keyCommand(press('ArrowRight', { shiftKey: true }), 'none')).toBe('next-event')
    expect(keyCommand(press('5'), 'none')).toBe('speed-max')
    expect(keyCommand(press('c'), 'none')).toBe('compare-rules')
    expect(keyCommand(press('d'), 'none')).toBe('draw')
    // Copying is the browser's.
    expect(keyCommand(press('c', { ctrlKey: true }), 'none')).toBeUndefined()
  })
  it('leave typing alone, undo included', () => {
    for (const key of [' ', 'b', '1', 'ArrowLeft', 'z']) expect(keyCommand(press(key), 'typing')).toBeUndefined()
    expect(keyCommand(press('z', { ctrlKey: true }), 'typing')).toBeUndefined()
  })
  it('leave a focused button its Space and a slider its arrows', () => {
    expect(keyCommand(press(' '), 'button')).toBeUndefined()
    expect(keyCommand(press('b'), 'button')).toBe('ticket-long')
    expect(keyCommand(press('ArrowLeft'), 'arrows')).toBeUndefined()
    expect(keyCommand(press(' '), 'arrows')).toBe('toggle-play')
  })
  it('do nothing behind an open dialog, with Alt, or when something else took the key', () => {
    expect(keyCommand(press('b'), 'dialog')).toBeUndefined()
    // Figures stand in dialogs too.
    expect(keyCommand(press('e'), 'dialog')).toBe('explain')
    expect(keyCommand(press('e'), 'typing')).toBeUndefined()
    expect(keyCommand(press('e', { ctrlKey: true }), 'none')).toBeUndefined()
    expect(keyCommand(press('b', { altKey: true }), 'none')).toBeUndefined()
    expect(keyCommand(press('ArrowLeft', { defaultPrevented: true }), 'none')).toBeUndefined()
  })
  it('close one, and with Shift all', () => {
    expect(keyCommand(press('x'), 'none')).toBe('close-position')
    expect(keyCommand(press('X', { shiftKey: true }), 'none')).toBe('close-all')
    expect(keyCommand(press('X', { shiftKey: true }), 'typing')).toBeUndefined()
  })
  it('undo and redo both ways', () => {
    expect(keyCommand(press('z'), 'none')).toBe('undo')
    expect(keyCommand(press('Z', { shiftKey: true }), 'none')).toBe('redo')
    expect(keyCommand(press('z', { ctrlKey: true, shiftKey: true }), 'button')).toBe('redo')
  })
})

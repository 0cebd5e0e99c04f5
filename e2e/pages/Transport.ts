import { type Locator, type Page } from '@playwright/test'

export type State = 'Playing' | 'Paused' | 'Ended'

/** Time as one control. */
export class Transport {
  readonly group: Locator
  readonly play: Locator
  readonly pause: Locator
  readonly back: Locator
  readonly forward: Locator
  readonly previousEvent: Locator
  readonly nextEvent: Locator
  readonly scrubber: Locator

  constructor(page: Page) {
    this.group = page.getByRole('group', { name: 'Transport' })
    this.play = this.group.getByRole('button', { name: /^Play/ })
    this.pause = this.group.getByRole('button', { name: 'Pause' })
    this.back = this.group.getByRole('button', { name: 'One bar back' })
    this.forward = this.group.getByRole('button', { name: 'One bar forward' })
    this.previousEvent = this.group.getByRole('button', { name: 'Previous event' })
    this.nextEvent = this.group.getByRole('button', { name: 'Next event' })
    this.scrubber = this.group.getByRole('slider', { name: 'Position in the tape' })
  }

  async isAt(bar: number, last: number, timeout = 20_000): Promise<void> {
    // Waited for in the page, frame by frame: an assertion would look again after longer and longer pauses.
    await this.group.getByRole('paragraph').filter({ hasText: new RegExp(`(^|\\s)${bar} / ${last}(?!\\d)`) }).waitFor({ timeout })
  }

  async is(state: State): Promise<void> {
    await this.group.getByText(state, { exact: true }).waitFor({ timeout: 20_000 })
  }

  /** Drags the handle there. */
  async seek(bar: number, last: number): Promise<void> {
    await this.scrubber.fill(String(bar))
    await this.isAt(bar, last)
  }

  async toEnd(): Promise<void> {
    await this.scrubber.press('End')
    await this.is('Ended')
  }

  async setSpeed(speed: '1x' | '2x' | '5x' | '20x' | 'Max'): Promise<void> {
    await this.group.getByRole('radio', { name: speed, exact: true }).check()
  }
}

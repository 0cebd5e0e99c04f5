import { existsSync } from 'node:fs'
import { join } from 'node:path'

const { CHROMIUM_PATH, LOCALAPPDATA, ProgramFiles, 'ProgramFiles(x86)': ProgramFilesX86 } = process.env

/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const SYSTEM_PATHS = {
  // The shell is the same browser without a window of its own: a page costs it half the processor time.
  linux: ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(name => `/usr/bin/${name}`).concat('/snap/bin/chromium'),
  darwin: ['Google Chrome', 'Chromium'].map(name => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: [ProgramFiles, ProgramFilesX86, LOCALAPPDATA].filter(folder => folder !== undefined).map(folder => join(folder, 'Google/Chrome/Application/chrome.exe')),
}

/** A Chromium of this machine: `CHROMIUM_PATH` if it is set, else a system one, else undefined (Playwright's own may exist). */
export function systemChromium() {
  return CHROMIUM_PATH ?? SYSTEM_PATHS[process.platform]?.find(path => existsSync(path))
}

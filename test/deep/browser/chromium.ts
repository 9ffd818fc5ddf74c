import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser']

/** Our own: those of the packaged browser turn web security off. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=en-US',
  // Names that lead to this machine, as those of an attacker might.
  '--host-resolver-rules=MAP *.test 127.0.0.1',
]

/** The machine's own Chromium, or else the one that comes as a package. */
export const launchChromium = async (): Promise<Browser> => {
  const executablePath = installed.find(existsSync) ?? (await sparticuz.executablePath())
  try {
    return await chromium.launch({ executablePath, args })
  } catch (error) {
    const library = /loading shared libraries: (\S+?):/.exec(String(error))?.[1]
    if (library === undefined) throw error
    throw new Error(
      `Chromium lacks ${library}: run "apt-get install -y chromium", or install that library.`,
    )
  }
}

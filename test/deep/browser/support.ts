import { pipedrive } from '../../../component/index.ts'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { startWorkbench, type Workbench } from '../../../workbench/server/index.ts'
import { launchChromium } from './chromium.ts'

export interface Bench {
  readonly url: string
  readonly folder: string
  /** An empty page in a fresh profile. */
  blank(options?: BrowserContextOptions): Promise<Page>
  /** A page of the workbench in a fresh profile. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>
  /** Another page of the same profile. */
  openBeside(page: Page, path: string): Promise<Page>
  /** From here on this test may see such a message in the console. */
  expectMessage(pattern: RegExp): void
  stop(): Promise<void>
  /** With the same data at the same address. */
  start(): Promise<void>
}

/** A workbench and a browser for all tests of a file. A test fails on any error in a page. */
export const useBench = (): Bench => {
  let folder: string
  let browser: Browser
  let workbench: Workbench
  let errors: string[] = []
  let expected: RegExp[] = []

  const start = async (port = 0) => {
    workbench = await startWorkbench({ component: pipedrive, folder, port, inboxPort: 0 })
  }
  const listen = (page: Page) => {
    page.on('pageerror', error => errors.push(error.stack ?? error.message))
    page.on('console', message => {
      if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`)
    })
  }
  const blank = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce', ...options })
    context.setDefaultTimeout(15_000)
    context.on('page', listen)
    return context.newPage()
  }
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'workbench-'))
    ;[browser] = await Promise.all([launchChromium(), start()])
  })
  afterAll(async () => {
    await browser?.close()
    await workbench?.close()
    await rm(folder, { recursive: true })
  })
  afterEach(() => {
    const unexpected = errors.filter(error => !expected.some(pattern => pattern.test(error)))
    ;[errors, expected] = [[], []]
    expect(unexpected).toEqual([])
  })
  return {
    get url() {
      return workbench.url
    },
    get folder() {
      return folder
    },
    blank,
    async open(path, options) {
      const page = await blank(options)
      await page.goto(workbench.url + path)
      return page
    },
    async openBeside(page, path) {
      const other = await page.context().newPage()
      await other.goto(workbench.url + path)
      // What is in the background is slow; that is where the tests only look.
      await page.bringToFront()
      return other
    },
    expectMessage: pattern => void expected.push(pattern),
    stop: () => workbench.close(),
    start: () => start(Number(new URL(workbench.url).port)),
  }
}

const viewport = { width: 1280, height: 800 }

const images = 'docs/screenshots'

/** The images of the documentation are made by the tests: `SCREENSHOTS=1 npm run test:browser`. */
export const shot = async (page: Page, name: string): Promise<void> => {
  if (process.env['SCREENSHOTS'] !== '1') return
  await mkdir(images, { recursive: true })
  await page.screenshot({ path: join(images, `${name}.png`), animations: 'disabled' })
}

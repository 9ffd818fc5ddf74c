import type { Page } from 'playwright-core'
import { barriers } from './axe.ts'
import { useBench } from './support.ts'

/** Brings a page to the screen that is tested. */
export type Prepare = (page: Page, url: string) => Promise<unknown>

const turn = async (page: Page, colorScheme: 'light' | 'dark') => {
  await page.emulateMedia({ colorScheme })
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor()
}

const usual = { width: 1280, height: 800 }
/** The usual window, 1440 × 900 at 200 %, and a phone. */
const windows = [usual, { width: 720, height: 450 }, { width: 390, height: 844 }]

/** Tests that nothing keeps people from using these screens, in any window, light and dark. */
export const testEveryWindow = (screens: Readonly<Record<string, Prepare>>): void => {
  const bench = useBench()
  let page: Page
  beforeAll(async () => {
    page = await bench.open('/')
  })
  test.each(Object.entries(screens))(
    '%s has no barriers in any window, light and dark',
    async (_, prepare) => {
      await page.setViewportSize(usual)
      await turn(page, 'light')
      await prepare(page, bench.url)
      // Nothing but colours changes with the scheme, and none with the window.
      await turn(page, 'dark')
      expect(await barriers(page, 'colours')).toEqual([])
      await turn(page, 'light')
      for (const window of windows) {
        await page.setViewportSize(window)
        expect({ window, found: await barriers(page) }).toEqual({ window, found: [] })
      }
    },
  )
}

import type { Locator, Page } from 'playwright-core'
import { barriers } from './axe.ts'
import { field, panelOf } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

/** 1440 × 900 at 200 %, and a phone. */
const windows = [
  { width: 720, height: 450 },
  { width: 390, height: 844 },
]

/** Within the window, so that it can be used without scrolling sideways. */
const isInside = async (locator: Locator) => {
  const box = await locator.boundingBox()
  const { width, height } = locator.page().viewportSize() ?? { width: 0, height: 0 }
  if (!box) return 'not drawn'
  // Parts of a pixel are cut off at the edge.
  const right = Math.floor(box.x + box.width)
  const bottom = Math.floor(box.y + box.height)
  const fits = box.x >= 0 && box.y >= 0 && right <= width && bottom <= height
  return fits ? 'inside' : JSON.stringify(box)
}

const overflow = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')

test.each(windows)(
  'a workflow is built and run in a window of $width × $height',
  async viewport => {
    const page = await bench.open('/', { viewport })
    const run = page.getByRole('button', { name: 'Run', exact: true })
    await run.waitFor()
    expect(await isInside(run)).toBe('inside')
    expect(await isInside(page.getByRole('switch', { name: 'Workflow is on' }))).toBe('inside')
    expect(await overflow(page)).toBe(0)
    expect(await barriers(page)).toEqual([])

    await page.getByRole('button', { name: 'Operations' }).click()
    const operations = page.getByRole('region', { name: 'Operations' })
    await operations.getByRole('textbox').fill('get persons')
    await page.keyboard.press('Enter')
    const panel = panelOf(page)
    await panel.getByRole('heading', { name: 'Get persons', exact: true }).waitFor()
    await operations.waitFor({ state: 'hidden' })
    expect(await isInside(panel.getByRole('button', { name: 'Test', exact: true }))).toBe('inside')
    await field(panel, 'First Characters').fill('A')
    await field(panel, 'First Characters').scrollIntoViewIfNeeded()
    expect(await isInside(field(panel, 'First Characters'))).toBe('inside')
    expect(await overflow(page)).toBe(0)
    expect(await barriers(page)).toEqual([])

    await panel.getByRole('button', { name: 'Close panel' }).click()
    await run.click()
    const runs = page.getByRole('region', { name: 'Runs' })
    await runs.getByRole('button', { name: /^Add lead.*Done/ }).waitFor()
    await runs.getByRole('link').first().click()
    const details = page.getByRole('region', { name: 'Run', exact: true })
    await details.getByRole('button', { name: /^Add lead/ }).waitFor()
    expect(await overflow(page)).toBe(0)
    await details.getByRole('link', { name: 'All runs' }).click()
    await page.getByRole('heading', { name: 'Runs', exact: true }).waitFor()
    expect(await barriers(page)).toEqual([])
  },
)

test.each(windows)('all pages fit into a window of $width × $height', async viewport => {
  const page = await bench.open('/', { viewport })
  const shown = {
    '/runs': page.getByRole('searchbox', { name: 'Search runs' }),
    '/connections': page.getByText('Ready'),
    '/sandbox/deals': page.getByText('Newest 50'),
  }
  for (const [path, sign] of Object.entries(shown)) {
    await page.goto(bench.url + path)
    await sign.waitFor()
    expect([path, await overflow(page)]).toEqual([path, 0])
    expect([path, await barriers(page)]).toEqual([path, []])
    const link = page.getByRole('navigation').getByRole('link', { name: 'Workflows' })
    expect([path, await isInside(link)]).toEqual([path, 'inside'])
  }
  await page.goto(`${bench.url}/connections`)
  await page.getByText('Ready').waitFor()
  expect(await isInside(page.getByRole('button', { name: 'Test' }))).toBe('inside')
  expect(await isInside(page.getByText('Ready'))).toBe('inside')
})

test('a lost server is told at once, and that it is back', async () => {
  bench.expectMessage(/ERR_|403/)
  const page = await bench.open('/sandbox')
  await page.getByRole('tab', { name: 'Deals' }).waitFor()
  await bench.stop()
  await page.getByText('Connection to the workbench lost').waitFor({ timeout: 3_000 })
  await bench.start()
  await page.getByText('Connected again').waitFor()
  await page.getByText('Connected again').waitFor({ state: 'detached' })
})

test('the keyboard skips what is on every page', async () => {
  const page = await bench.open('/runs')
  await page.getByRole('heading', { name: 'Runs' }).waitFor()
  await page.keyboard.press('Tab')
  await page.locator('a:focus').filter({ hasText: 'Skip to the page' }).waitFor()
  await page.keyboard.press('Enter')
  await page.locator('main:focus').waitFor()
})

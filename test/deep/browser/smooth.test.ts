import type { Page } from 'playwright-core'
import { useBench } from './support.ts'

const bench = useBench()

/** https://developer.mozilla.org/en-US/docs/Web/API/PerformanceLongTaskTiming */
const watchLongTasks = (page: Page) =>
  page.addInitScript(`
    window.longTasks = []
    new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) window.longTasks.push(Math.round(duration))
    }).observe({ type: 'longtask' })`)

/** Milliseconds of tasks that kept the page from answering, while something goes on. */
const longTasksDuring = async (page: Page, act: () => Promise<unknown>) => {
  await page.evaluate('window.longTasks.length = 0')
  await act()
  return page.evaluate<number[]>('window.longTasks')
}

const importWorkflow = async (page: Page, steps: number) => {
  const tasks = Array.from({ length: steps }, (_, index) => ({
    name: `deal_${index + 1}`,
    label: `Deal ${index + 1}`,
    type: 'pipedrive/v1/getDealDetails',
    parameters: { id: '${trigger_1.id}' },
  }))
  const trigger = {
    name: 'trigger_1',
    label: 'New Deal',
    type: 'pipedrive/v1/newDeal',
    parameters: {},
  }
  const buffer = Buffer.from(
    JSON.stringify({ label: `${steps} steps`, triggers: [trigger], tasks }),
  )
  await page.getByRole('button', { name: 'All workflows' }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'file.json', mimeType: 'application/json', buffer })
  await page.getByRole('region', { name: 'Canvas' }).getByText(`Deal ${steps}`).waitFor()
}

test('a run of 60 steps leaves the page free to answer', async () => {
  const page = await bench.blank()
  await watchLongTasks(page)
  await page.goto(bench.url)
  await importWorkflow(page, 60)
  const tasks = await longTasksDuring(page, async () => {
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    const run = page.getByRole('region', { name: 'Runs' })
    await run.getByRole('button', { name: /deal_60.*Done/ }).waitFor({ timeout: 60_000 })
  })
  const nodes = await page.evaluate<number>("document.querySelectorAll('*').length")
  console.log(`60 steps: long tasks of ${tasks.join(', ') || 'none'} ms, ${nodes} elements`)
  expect(Math.max(0, ...tasks)).toBeLessThan(100)
})

test('200 nodes stand on the canvas, and are moved about and opened', async () => {
  const page = await bench.blank()
  await watchLongTasks(page)
  await page.goto(bench.url)
  const drawing = await longTasksDuring(page, () => importWorkflow(page, 200))
  const canvas = page.getByRole('region', { name: 'Canvas' })
  const { x, y, height } = (await canvas.boundingBox()) ?? { x: 0, y: 0, height: 0 }
  const panning = await longTasksDuring(page, async () => {
    await page.mouse.move(x + 60, y + height / 2)
    for (let step = 0; step < 60; step++) await page.mouse.wheel(0, 300)
  })
  const opening = await longTasksDuring(page, async () => {
    await page.locator('[id="node deal_120"]').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Step', exact: true }).waitFor()
  })
  console.log(
    `200 nodes: drawing ${String(drawing)}, panning ${String(panning)}, opening ${String(opening)}`,
  )
  expect(Math.max(0, ...panning)).toBeLessThan(100)
})

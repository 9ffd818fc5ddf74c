import { join } from 'node:path'
import { createClient } from '@libsql/client'
import type { Page } from 'playwright-core'
import { longTasksDuring } from './longTasks.ts'
import { useBench } from './support.ts'

const bench = useBench()

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

/** Puts runs into the store, as years of events would. */
const fillStore = async (statements: readonly string[]) => {
  const db = createClient({ url: `file:${join(bench.folder, 'store.db')}` })
  await db.batch([...statements], 'write')
  db.close()
}

test('5000 runs are listed and scrolled through', async () => {
  const [workflow] = (await (await fetch(`${bench.url}/api/workflows`)).json()) as { id: string }[]
  await fillStore([
    `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
     INSERT INTO runs (workflow, eventId, event, state, attempts, dueAt, receivedAt, endedAt, tokens, ms)
     SELECT '${workflow?.id}', 'e' || i, json_object('data', json_object('title', 'Deal ' || i)),
       'done', 0, 0, i * 1000, i * 1000 + 80, 3, 80 FROM n`,
  ])
  const page = await bench.blank()
  await page.goto(`${bench.url}/connections`)
  await page.getByRole('article').first().waitFor()
  const list = page.getByRole('region', { name: 'Runs' })
  const start = performance.now()
  const opening = await longTasksDuring(page, async () => {
    await page.getByRole('link', { name: /^Runs/ }).click()
    await list.getByText('Deal 5000').waitFor()
  })
  const openedMs = performance.now() - start
  const scrolling = await longTasksDuring(page, async () => {
    await list.hover()
    while ((await list.getByRole('listitem').count()) < 1_000) await page.mouse.wheel(0, 4_000)
  })
  console.log(
    `5000 runs: opened in ${openedMs.toFixed(0)} ms (${opening.join(', ')}), 1000 scrolled: ${scrolling.join(', ')}`,
  )
  expect(openedMs).toBeLessThan(2_000)
  expect(Math.max(0, ...opening, ...scrolling)).toBeLessThan(200)
})

test('an output of 10000 rows is shown and scrolled', async () => {
  const [workflow] = (await (await fetch(`${bench.url}/api/workflows`)).json()) as { id: string }[]
  await fillStore([
    `INSERT INTO runs (id, workflow, event, state, attempts, dueAt, receivedAt, endedAt, tokens, ms)
     VALUES (900000, '${workflow?.id}', 'null', 'done', 0, 0, 1, 2, 0, 1)`,
    `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
     INSERT INTO steps (runId, position, name, operation, state, output, warnings, requests, writes, tokens, ms)
     SELECT 900000, 0, 'getPersons_1', 'getPersons', 'done', json_object('body', json_object('data',
       json_group_array(json_object('id', i, 'name', 'Person ' || i, 'first_name', 'P', 'owner_id', 1)))),
       '[]', '[]', '[]', 0, 1 FROM n`,
  ])
  const page = await bench.blank()
  await page.goto(`${bench.url}/runs/900000`)
  const rows = page.getByRole('region', { name: 'Rows of the output' })
  const opening = await longTasksDuring(page, async () => {
    await page.getByRole('button', { name: /getPersons_1/ }).click()
    await rows.waitFor()
  })
  await rows.hover()
  const scrolling = await longTasksDuring(page, async () => {
    for (let step = 0; step < 60; step++) await page.mouse.wheel(0, 2_000)
  })
  console.log(`10000 rows: opening ${opening.join(', ')}, scrolling ${scrolling.join(', ')}`)
  expect(await rows.locator('tbody tr').count()).toBeLessThan(60)
  expect(Math.max(0, ...scrolling)).toBeLessThan(100)
})

import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { add, field, newWorkflow, saved, test as runTest } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

const maxScriptMs = 50
const idleMs = 2_000

/** https://chromedevtools.github.io/devtools-protocol/tot/Performance/#method-getMetrics */
const scriptMs = async (page: Page): Promise<() => Promise<number>> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1_000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN)
  }
}

/** Script time of a page that is left alone. */
const idleScriptMs = async (page: Page): Promise<number> => {
  const read = await scriptMs(page)
  // What the last action has set off comes to its end.
  await sleep(1_000)
  const before = await read()
  await sleep(idleMs)
  return (await read()) - before
}

const screens: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the editor': async page => {
    await page.goto(bench.url)
    await page.getByRole('button', { name: 'Run', exact: true }).waitFor()
  },
  'a form with data of earlier steps': async page => {
    await page.goto(bench.url)
    await newWorkflow(page)
    await add(page, 'New Deal')
    await runTest(await add(page, 'Get persons'))
    const panel = await add(page, 'Add lead')
    await field(panel, 'Title').fill('Follow up ${trigger_1.title}')
    await panel.getByRole('tree', { name: 'Values of earlier steps' }).waitFor()
    await saved(page)
  },
  'the output of a trigger': async page => {
    await page.goto(bench.url)
    await newWorkflow(page)
    const panel = await add(page, 'New Deal')
    await panel.getByRole('tab', { name: 'Output' }).click()
    await panel.getByRole('tree').waitFor()
  },
  'the runs': async page => {
    await page.goto(bench.url)
    await newWorkflow(page)
    await add(page, 'Get persons')
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await page.getByRole('region', { name: 'Runs' }).getByText('Done').nth(1).waitFor()
    await page.getByRole('region', { name: 'Runs' }).getByRole('link').first().click()
    await page.getByRole('button', { name: /^Get persons.*Done/ }).click()
    await page.getByRole('region', { name: 'Rows of the output' }).waitFor()
  },
  'the connections': async page => {
    await page.goto(`${bench.url}/connections`)
    await page.getByRole('article').waitFor()
  },
  'the sandbox': async page => {
    await page.goto(`${bench.url}/sandbox/deals`)
    await page.locator('tbody tr').nth(49).waitFor()
  },
}

let page: Page
beforeAll(async () => {
  page = await bench.open('/')
})

test.each(Object.entries(screens))('%s does nothing while it is left alone', async (_, open) => {
  await open(page)
  const ms = await idleScriptMs(page)
  console.log(`${ms.toFixed(1)} ms of script in ${idleMs} ms`)
  expect(ms).toBeLessThan(maxScriptMs)
})

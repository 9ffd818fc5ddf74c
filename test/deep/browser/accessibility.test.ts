import type { Page } from 'playwright-core'
import { barriers } from './axe.ts'
import { add, choose, newWorkflow } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

type Prepare = (page: Page) => Promise<unknown>

const screens: Readonly<Record<string, Prepare>> = {
  'the editor after a run': async page => {
    await page.goto(bench.url)
    await newWorkflow(page)
    await add(page, 'Get persons')
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    const done = page.getByRole('region', { name: 'Runs' }).getByText('Done')
    await done.nth(1).waitFor()
  },
  'a form': async page => {
    await page.goto(bench.url)
    await newWorkflow(page)
    await add(page, 'New Deal')
    const panel = await add(page, 'Add deal')
    await panel.getByRole('button', { name: 'Test', exact: true }).click()
    await panel.locator('[aria-invalid=true]').first().waitFor()
  },
  'an open list': async page => {
    await page.goto(bench.url)
    await newWorkflow(page)
    const panel = await add(page, 'Get deals')
    await panel.getByLabel('User', { exact: true }).click()
    await page.getByRole('option').first().waitFor()
  },
  'an output': async page => {
    await page.goto(bench.url)
    await newWorkflow(page)
    const panel = await add(page, 'Get persons')
    await panel.getByRole('button', { name: 'Test', exact: true }).click()
    await panel.getByText('Output matches its definition').waitFor()
  },
  'the list of workflows': async page => {
    await page.goto(bench.url)
    await page.getByRole('button', { name: 'All workflows' }).click()
    await page.getByRole('button', { name: 'New workflow', exact: true }).waitFor()
  },
  'what a step is': async page => {
    await page.goto(bench.url)
    await newWorkflow(page)
    const panel = await add(page, 'Get persons')
    await panel.getByRole('tab', { name: 'Description' }).click()
    await panel.getByText('Read-only').waitFor()
  },
  'the connection of a step': async page => {
    await page.goto(bench.url)
    await newWorkflow(page)
    const panel = await add(page, 'Get persons')
    await panel.getByRole('tab', { name: 'Connection' }).click()
    await panel.getByText('Ready', { exact: true }).waitFor()
  },
  'a trigger that waits': async page => {
    await page.goto(bench.url)
    await newWorkflow(page)
    const panel = await add(page, 'New Deal')
    await panel.getByRole('button', { name: 'Test', exact: true }).click()
    await panel.getByRole('button', { name: 'Trigger a test event' }).waitFor()
  },
  'the workflow as JSON': async page => {
    await page.goto(bench.url)
    await newWorkflow(page)
    await page.getByRole('button', { name: 'Workflow as JSON' }).click()
    await page.getByRole('textbox', { name: 'Workflow as JSON' }).fill('{')
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByRole('alert').waitFor()
  },
  'a run': async page => {
    await page.goto(bench.url)
    await newWorkflow(page)
    await add(page, 'Get persons')
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await page.getByRole('region', { name: 'Runs' }).getByText('Done').nth(1).waitFor()
    await page.getByRole('region', { name: 'Runs' }).getByRole('link').first().click()
    await page.getByRole('button', { name: /^Get persons.*Done/ }).click()
    await page.getByRole('region', { name: 'Rows of the output' }).waitFor()
  },
  'the runs': async page => {
    await page.goto(`${bench.url}/runs`)
    await page.getByRole('heading', { name: 'Runs' }).waitFor()
  },
  'the alerts': async page => {
    await page.goto(`${bench.url}/runs`)
    await page.getByRole('button', { name: 'Alerts', exact: true }).click()
    await page.getByRole('textbox', { name: 'Webhook URL' }).waitFor()
  },
  'the budget of a workflow': async page => {
    await page.goto(bench.url)
    await newWorkflow(page)
    await add(page, 'New Deal')
    await add(page, 'Get deals')
    await page.getByRole('button', { name: 'Token budget' }).click()
    await page.getByText('What would make it cheaper').waitFor()
  },
  'what a token is': async page => {
    await page.goto(`${bench.url}/connections`)
    await page.getByRole('button', { name: 'What is a token?' }).click()
    await page.getByRole('table', { name: 'What requests cost' }).waitFor()
  },
  'the plan of an account': async page => {
    await page.goto(`${bench.url}/connections`)
    await page.getByRole('button', { name: 'Choose the account’s plan' }).click()
    await page.getByRole('textbox', { name: 'Seats' }).waitFor()
  },
  'a step of another component': async page => {
    await page.goto(bench.url)
    await newWorkflow(page)
    const foreign = { name: 'x_1', label: 'X', type: 'condition/v1', parameters: {} }
    const buffer = Buffer.from(JSON.stringify({ label: 'F', triggers: [], tasks: [foreign] }))
    await page.getByRole('button', { name: 'All workflows' }).click()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'f.json', mimeType: 'application/json', buffer })
    await page.getByRole('button', { name: 'X', exact: true }).click()
    await page.getByText('No form for this step').waitFor()
  },
  'labels of a lead': async page => {
    await page.goto(bench.url)
    await newWorkflow(page)
    const panel = await add(page, 'Add lead')
    await choose(panel, 'Lead Labels', 'Hot')
    await panel.getByRole('button', { name: 'Remove Hot' }).waitFor()
  },
  'the shortcuts': async page => {
    await page.goto(bench.url)
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
    await page.getByRole('dialog').waitFor()
  },
  'what starting afresh means': async page => {
    await page.goto(`${bench.url}/sandbox/deals`)
    await page.getByRole('button', { name: 'Start afresh' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Start afresh' }).waitFor()
  },
  'the connections': async page => {
    await page.goto(`${bench.url}/connections`)
    await page.getByRole('button', { name: 'Test' }).click()
    await page.getByText(/Connected to/).waitFor()
  },
  'the form of a new connection': async page => {
    await page.goto(`${bench.url}/connections`)
    await page.getByRole('button', { name: 'Connect a Pipedrive account' }).click()
    await page.getByRole('button', { name: 'Advanced' }).click()
    await page.getByRole('textbox', { name: 'Authorization server' }).waitFor()
  },
  'the sandbox': async page => {
    await page.goto(`${bench.url}/sandbox/activities`)
    await page.getByText('Newest 50').waitFor()
  },
  'a record of the sandbox': async page => {
    await page.goto(`${bench.url}/sandbox/deals`)
    await page.locator('tbody').getByRole('button').first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).waitFor()
  },
}

let page: Page
beforeAll(async () => {
  page = await bench.open('/')
})

const turn = async (page: Page, colorScheme: 'light' | 'dark') => {
  await page.emulateMedia({ colorScheme })
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor()
}

const usual = { width: 1280, height: 800 }
/** The usual window, 1440 × 900 at 200 %, and a phone. */
const windows = [usual, { width: 720, height: 450 }, { width: 390, height: 844 }]

test.each(Object.entries(screens))(
  '%s has no barriers in any window, light and dark',
  async (_, prepare) => {
    await page.setViewportSize(usual)
    await turn(page, 'light')
    await prepare(page)
    for (const window of windows) {
      await page.setViewportSize(window)
      for (const scheme of ['light', 'dark'] as const) {
        await turn(page, scheme)
        expect({ window, scheme, found: await barriers(page) }).toEqual({
          ...{ window, scheme },
          found: [],
        })
      }
    }
  },
)

import { add, choose, newWorkflow } from './editor.ts'
import { testEveryWindow } from './everyWindow.ts'

testEveryWindow({
  'the editor after a run': async (page, url) => {
    await page.goto(url)
    await newWorkflow(page)
    await add(page, 'Get persons')
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    const done = page.getByRole('region', { name: 'Runs' }).getByText('Done')
    await done.nth(1).waitFor()
  },
  'a form': async (page, url) => {
    await page.goto(url)
    await newWorkflow(page)
    await add(page, 'New Deal')
    const panel = await add(page, 'Add deal')
    await panel.getByRole('button', { name: 'Test', exact: true }).click()
    await panel.locator('[aria-invalid=true]').first().waitFor()
  },
  'an open list': async (page, url) => {
    await page.goto(url)
    await newWorkflow(page)
    const panel = await add(page, 'Get deals')
    await panel.getByLabel('User', { exact: true }).click()
    await page.getByRole('option').first().waitFor()
  },
  'an output': async (page, url) => {
    await page.goto(url)
    await newWorkflow(page)
    const panel = await add(page, 'Get persons')
    await panel.getByRole('button', { name: 'Test', exact: true }).click()
    await panel.getByText('Output matches its definition').waitFor()
  },
  'what a step is': async (page, url) => {
    await page.goto(url)
    await newWorkflow(page)
    const panel = await add(page, 'Get persons')
    await panel.getByRole('tab', { name: 'Description' }).click()
    await panel.getByText('Read-only').waitFor()
  },
  'the connection of a step': async (page, url) => {
    await page.goto(url)
    await newWorkflow(page)
    const panel = await add(page, 'Get persons')
    await panel.getByRole('tab', { name: 'Connection' }).click()
    await panel.getByText('Ready', { exact: true }).waitFor()
  },
  'a trigger that waits': async (page, url) => {
    await page.goto(url)
    await newWorkflow(page)
    const panel = await add(page, 'New Deal')
    await panel.getByRole('button', { name: 'Test', exact: true }).click()
    await panel.getByRole('button', { name: 'Trigger a test event' }).waitFor()
  },
  'the workflow as JSON': async (page, url) => {
    await page.goto(url)
    await newWorkflow(page)
    await page.getByRole('button', { name: 'Workflow as JSON' }).click()
    await page.getByRole('textbox', { name: 'Workflow as JSON' }).fill('{')
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByRole('alert').waitFor()
  },
  'a run': async (page, url) => {
    await page.goto(url)
    await newWorkflow(page)
    await add(page, 'Get persons')
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await page.getByRole('region', { name: 'Runs' }).getByText('Done').nth(1).waitFor()
    await page.getByRole('region', { name: 'Runs' }).getByRole('link').first().click()
    await page.getByRole('button', { name: /^Get persons.*Done/ }).click()
    await page.getByRole('region', { name: 'Rows of the output' }).waitFor()
  },
  'the budget of a workflow': async (page, url) => {
    await page.goto(url)
    await newWorkflow(page)
    await add(page, 'New Deal')
    await add(page, 'Get deals')
    await page.getByRole('button', { name: 'Token budget' }).click()
    await page.getByText('What would make it cheaper').waitFor()
  },
  'a step of another component': async (page, url) => {
    await page.goto(url)
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
  'labels of a lead': async (page, url) => {
    await page.goto(url)
    await newWorkflow(page)
    const panel = await add(page, 'Add lead')
    await choose(panel, 'Lead Labels', 'Hot')
    await panel.getByRole('button', { name: 'Remove Hot' }).waitFor()
  },
})

import { add, field, newWorkflow, saved } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

test('a restart in the middle of the work keeps all of it', async () => {
  bench.expectMessage(/ERR_|403/)
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'New Person')
  const panel = await add(page, 'Add lead')
  await field(panel, 'Title').fill('Welcome ${trigger_1.name}')
  await field(panel, 'Person').fill('')
  await panel.getByRole('button', { name: 'Data from an earlier step for Person' }).click()
  await field(panel, 'Person').fill('${trigger_1.id}')
  await saved(page)
  await page.getByRole('switch', { name: 'Workflow is on' }).click({ force: true })
  await page.getByText('On', { exact: true }).waitFor()

  await bench.stop()
  await page.getByRole('textbox', { name: 'Name of the workflow' }).fill('Welcome people')
  await page.getByText('Your changes are kept in this tab').waitFor()
  await bench.start()
  await saved(page)

  const sandbox = await bench.openBeside(page, '/sandbox/persons')
  await sandbox.bringToFront()
  await sandbox.getByRole('button', { name: 'Add person' }).click()
  await sandbox.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Zora Nimbus')
  await sandbox.getByRole('dialog').getByRole('button', { name: 'Add' }).click()
  await sandbox.getByRole('tab', { name: 'Leads' }).click()
  await sandbox.getByRole('button', { name: 'Welcome Zora Nimbus' }).waitFor()

  await bench.stop()
  await bench.start()
  const again = await bench.openBeside(page, '/sandbox/leads')
  await again.getByRole('button', { name: 'Welcome Zora Nimbus' }).waitFor()
  const runs = await bench.openBeside(page, '/runs')
  await runs.getByText('Done').first().waitFor()
})

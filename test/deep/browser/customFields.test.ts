import { fieldTypes } from '../../fieldTypes.ts'
import { add, field, newWorkflow, saved, select, test as runTest } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

test('the next step has each field by its name, before anything ran and after', async () => {
  const page = await bench.open('/workflows')
  await newWorkflow(page)
  const panel = await add(page, 'Add deal')
  await field(panel, 'Reference').fill('REF-2')
  await field(panel, 'Title').fill('Source of pills')
  await select(panel, 'Source', 'Website')
  await saved(page)
  const next = await add(page, 'Add person')
  const dock = next.getByRole('region', { name: 'Data from earlier steps' })
  await dock.getByRole('textbox', { name: 'Filter the data' }).fill('custom')
  for (const { name } of fieldTypes) await dock.getByText(name, { exact: true }).first().waitFor()

  await page.getByRole('button', { name: 'Add deal', exact: true }).last().click()
  await runTest(panel)
  await page.getByRole('button', { name: 'Add person', exact: true }).last().click()
  await field(next, 'Name').click()
  await dock.getByRole('textbox', { name: 'Filter the data' }).fill('Source')
  const pill = dock.getByTitle('${addDeal_1.body.data.custom.Source}')
  await pill.getByText('Website').waitFor()
  await pill.click()
  expect(await field(next, 'Name').inputValue()).toBe('${addDeal_1.body.data.custom.Source}')
})

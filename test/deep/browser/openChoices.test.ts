import type { Page } from 'playwright-core'
import { sandboxRows } from './account.ts'
import { barriers } from './axe.ts'
import { add, field, newWorkflow, saved, test as runTest } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

const openEmail = async (page: Page) => {
  const panel = await add(page, 'Add person')
  await field(panel, 'Name').fill('Ida')
  await panel.getByRole('button', { name: 'Add to Email' }).click()
  await field(panel, 'Email Address').fill('ida@example.com')
  return panel
}

test('the type of an e-mail is one that is suggested, or any text', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  const panel = await openEmail(page)
  const type = field(panel, 'Type')
  await type.click()
  await page.getByRole('option', { name: 'Home' }).waitFor()
  expect(await barriers(page)).toEqual([])
  await type.pressSequentially('wo')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect(await type.inputValue()).toBe('Work')

  await type.fill('At the lake')
  await saved(page)
  await runTest(panel)
  const [ida] = await sandboxRows(bench, 'persons?sort=-id&search=Ida')
  expect(ida?.['emails']).toEqual([
    { value: 'ida@example.com', primary: true, label: 'At the lake' },
  ])
  await page.reload()
  await page.getByRole('button', { name: 'Add person', exact: true }).last().click()
  expect(await type.inputValue()).toBe('At the lake')
})

test('a reference is typed into it, or put in its place', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'New Deal')
  const panel = await openEmail(page)
  const type = field(panel, 'Type')
  await type.click()
  await page.keyboard.type('${trigger_1.title}')
  expect(await type.inputValue()).toBe('${trigger_1.title}')
  await panel.getByText('→ Paper for the new office').waitFor()
  await panel
    .getByRole('button', { name: 'Data from an earlier step for Type', exact: true })
    .click()
  await type.fill('Fax')
  await saved(page)
})

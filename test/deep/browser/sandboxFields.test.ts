import { useBench } from './support.ts'

const bench = useBench()

test('custom fields are added, renamed and deleted, options and all, and other tabs see it', async () => {
  bench.expectMessage(/status of 400/)
  const page = await bench.open('/sandbox/fields')
  const other = await bench.openBeside(page, '/sandbox/fields')
  await page.getByRole('button', { name: 'Budget' }).waitFor()

  await page.getByRole('button', { name: 'Add custom field' }).click()
  const form = page.getByRole('dialog', { name: 'Add custom field' })
  await form.getByRole('textbox', { name: 'Name' }).fill('Größe [cm]')
  await form.getByRole('combobox', { name: 'Type' }).click()
  await page.getByRole('option', { name: 'Single option' }).click()
  await form.getByRole('textbox', { name: 'Option 1' }).fill('Small')
  await form.getByRole('button', { name: 'Add option' }).click()
  await form.getByRole('textbox', { name: 'Option 2' }).fill('small')
  await form.getByRole('button', { name: 'Add', exact: true }).click()
  await form.getByText('is there twice').waitFor()
  await form.getByRole('textbox', { name: 'Option 2' }).fill('Large')
  await form.getByRole('button', { name: 'Add', exact: true }).click()
  const row = other.getByRole('row', { name: /Größe \[cm\] Single option Small Large/ })
  await row.waitFor()

  await page.getByRole('button', { name: 'Größe [cm]' }).click()
  const edit = page.getByRole('dialog', { name: 'Edit custom field' })
  await edit.getByRole('textbox', { name: 'Name' }).fill('Height')
  await edit.getByRole('textbox', { name: 'Option 1' }).fill('Tiny')
  await edit.getByRole('button', { name: 'Delete option Large' }).click()
  await edit.getByRole('button', { name: 'Save' }).click()
  await other.getByRole('row', { name: /Height Single option Tiny [0-9a-f]/ }).waitFor()

  await page.getByRole('button', { name: 'Height' }).click()
  await edit.getByRole('button', { name: 'Delete', exact: true }).click()
  await page
    .getByRole('dialog', { name: /^Delete/ })
    .getByRole('button', { name: 'Delete' })
    .click()
  await other.getByRole('button', { name: 'Height' }).waitFor({ state: 'detached' })
})

test('each kind has fields of its own', async () => {
  const page = await bench.open('/sandbox/fields')
  await page.getByRole('button', { name: 'Support hours' }).waitFor()
  await page.getByText('Persons', { exact: true }).last().click()
  await page.getByRole('button', { name: 'Customer since' }).waitFor()
  await page.getByText('Organizations', { exact: true }).last().click()
  await page.getByRole('button', { name: 'Tax number' }).waitFor()
})

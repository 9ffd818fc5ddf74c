import type { Locator, Page } from 'playwright-core'

/** What a user does in the editor, by the names that the page gives to its parts. */
export const newWorkflow = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'All workflows' }).click()
  await page.getByRole('button', { name: 'New workflow', exact: true }).click()
  await page.getByRole('dialog', { name: 'Workflows' }).waitFor({ state: 'detached' })
}

const operations = (page: Page) => page.getByRole('region', { name: 'Operations' })

/** The panel of the node that is selected. */
export const panelOf = (page: Page): Locator =>
  page.getByRole('region', { name: 'Step', exact: true })

/** Adds an operation at the end by a click on the palette; its panel opens. */
export const add = async (page: Page, title: string): Promise<Locator> => {
  await operations(page)
    .getByRole('button', { name: `Add ${title}`, exact: true })
    .click()
  const panel = panelOf(page)
  await panel.getByRole('heading', { name: title, exact: true }).waitFor()
  return panel
}

/** Of two by one name, the component's own stands before a custom field of the account. */
export const field = (panel: Locator, label: string): Locator =>
  panel
    .getByRole('textbox', { name: label, exact: true })
    .or(panel.getByRole('combobox', { name: label, exact: true }))
    .first()

/** Chooses from a live list by searching it. */
export const choose = async (
  panel: Locator,
  label: string,
  search: string,
  option: string | RegExp = search,
): Promise<void> => {
  await field(panel, label).click()
  await field(panel, label).fill(search)
  await panel.page().getByRole('option', { name: option }).first().click()
}

/** Chooses from a fixed list. */
export const select = async (panel: Locator, label: string, option: string): Promise<void> => {
  await field(panel, label).click()
  await panel.page().getByRole('option', { name: option, exact: true }).click()
}

/** Tests the node that is open, and waits for a result that fits its definition. */
export const test = async (panel: Locator, confirm?: string): Promise<void> => {
  await panel.getByRole('button', { name: 'Test', exact: true }).click()
  if (confirm !== undefined) {
    const dialog = panel.page().getByRole('dialog')
    await dialog.getByRole('button', { name: confirm, exact: true }).click()
  }
  await panel.getByText('Output matches its definition').waitFor()
}

export const saved = (page: Page): Promise<void> =>
  page.getByRole('status').getByText('Saved', { exact: true }).waitFor()

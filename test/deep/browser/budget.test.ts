import { add, choose, field, newWorkflow, saved } from './editor.ts'
import { barriers } from './axe.ts'
import { shot, useBench } from './support.ts'

const bench = useBench()

test('a connection says what a token is, and holds today’s use against its plan', async () => {
  const page = await bench.open('/')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('region', { name: 'Runs' }).getByRole('link').first().waitFor()
  await page.getByRole('link', { name: 'Connections' }).click()
  const card = page.getByRole('article')
  await card.getByText(/^[1-9]\d* tokens today$/).waitFor()

  await card.getByRole('button', { name: 'What is a token?' }).click()
  const help = page.getByRole('dialog', { name: 'What is a token?' })
  await help.getByRole('row', { name: 'Search 20' }).waitFor()
  await page.keyboard.press('Escape')

  await card.getByRole('button', { name: 'Choose the account’s plan' }).click()
  const form = page.getByRole('dialog', { name: 'Choose the account’s plan' })
  await form.getByRole('combobox', { name: 'Plan' }).click()
  await page.getByRole('option', { name: 'Growth' }).click()
  await form.getByRole('textbox', { name: 'Seats' }).fill('5')
  await form.getByText('300,000 tokens a day').waitFor()
  await form.getByRole('button', { name: 'Save' }).click()
  await card.getByText(/^[1-9]\d* tokens today of 300,000$/).waitFor()
  await card.getByRole('progressbar', { name: /^Used of the daily budget: 0\.\d %$/ }).waitFor()
  expect(await barriers(page)).toEqual([])

  const today = new Date().toISOString().slice(0, 10)
  await card.locator(`[data-day="${today}"]`).hover()
  await page
    .getByRole('tooltip')
    .getByText(/\d+ tokens, \d+ calls/)
    .waitFor()
  await page.reload()
  await card.getByText('Growth, 5 seats').waitFor()
})

test('a forecast tells what events of a day take, and what would make the workflow cheaper', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'New Deal')
  const details = await add(page, 'Get details of a deal')
  await choose(details, 'Deal', 'Extension')
  const lead = await add(page, 'Add lead')
  await field(lead, 'Title').fill('Hello')
  await saved(page)

  await page.getByRole('button', { name: 'Token budget' }).click()
  const forecast = page.getByRole('dialog', { name: 'Token budget of this workflow' })
  await forecast.getByText('Each event costs about 14 tokens').waitFor()
  await forecast.getByText('How many do you expect?').waitFor()
  await forecast.getByRole('textbox', { name: 'Events a day' }).fill('1000')
  // 14 of each event, the list of users every five minutes, the custom fields every hour.
  await forecast.getByText('20,000 tokens a day').waitFor()
  await forecast.getByText('6.7 %').waitFor()
  await forecast.getByText('Get details of a deal: No later step uses its output.').waitFor()
  await forecast.getByText('This saves 3 tokens per event.').waitFor()
  await forecast.getByRole('button', { name: 'Get details of a deal' }).first().click()
  await forecast.getByText('GET /api/v2/deals/{id}: 1 token', { exact: true }).waitFor()
  expect(await barriers(page)).toEqual([])

  await shot(page, 'budget')
  await forecast.getByRole('textbox', { name: 'Events a day' }).fill('100000')
  await forecast.getByText('would be used up before the end of the day').waitFor()
  await forecast.getByRole('button', { name: 'Open Get details of a deal' }).click()
  await details.getByRole('heading', { name: 'Get details of a deal' }).waitFor()
})

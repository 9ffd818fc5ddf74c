import { testEveryWindow } from './everyWindow.ts'

testEveryWindow({
  'the list of workflows': async (page, url) => {
    await page.goto(url)
    await page.getByRole('button', { name: 'All workflows' }).click()
    await page.getByRole('button', { name: 'New workflow', exact: true }).waitFor()
  },
  'the runs': async (page, url) => {
    await page.goto(`${url}/runs`)
    await page.getByRole('heading', { name: 'Runs' }).waitFor()
  },
  'the alerts': async (page, url) => {
    await page.goto(`${url}/runs`)
    await page.getByRole('button', { name: 'Alerts', exact: true }).click()
    await page.getByRole('textbox', { name: 'Webhook URL' }).waitFor()
  },
  'what a token is': async (page, url) => {
    await page.goto(`${url}/connections`)
    await page.getByRole('button', { name: 'What is a token?' }).click()
    await page.getByRole('table', { name: 'What requests cost' }).waitFor()
  },
  'the plan of an account': async (page, url) => {
    await page.goto(`${url}/connections`)
    await page.getByRole('button', { name: 'Choose the account’s plan' }).click()
    await page.getByRole('textbox', { name: 'Seats' }).waitFor()
  },
  'the shortcuts': async (page, url) => {
    await page.goto(url)
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
    await page.getByRole('dialog').waitFor()
  },
  'what starting afresh means': async (page, url) => {
    await page.goto(`${url}/sandbox/deals`)
    await page.getByRole('button', { name: 'Start afresh' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Start afresh' }).waitFor()
  },
  'the connections': async (page, url) => {
    await page.goto(`${url}/connections`)
    await page.getByRole('button', { name: 'Test' }).click()
    await page.getByText(/Connected to/).waitFor()
  },
  'the form of a new connection': async (page, url) => {
    await page.goto(`${url}/connections`)
    await page.getByRole('button', { name: 'Connect a Pipedrive account' }).click()
    await page.getByRole('button', { name: 'Advanced' }).click()
    await page.getByRole('textbox', { name: 'Authorization server' }).waitFor()
  },
  'the sandbox': async (page, url) => {
    await page.goto(`${url}/sandbox/activities`)
    await page.getByText('Newest 50').waitFor()
  },
  'a record of the sandbox': async (page, url) => {
    await page.goto(`${url}/sandbox/deals`)
    await page.locator('tbody').getByRole('button').first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).waitFor()
  },
})

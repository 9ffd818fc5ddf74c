import { createServer } from 'node:net'
import type { Page } from 'playwright-core'
import type { Sandbox } from '../../../sandbox/index.ts'
import { allow, begin, connectTo, fault, startAccount } from './account.ts'
import { shot, useBench } from './support.ts'

const bench = useBench()

let account: Sandbox
beforeAll(async () => {
  account = await startAccount({ scopes: ['base', 'deals:full', 'contacts:full'] })
})
afterAll(() => account.close())

const card = (page: Page, name: string) => page.getByRole('article', { name, exact: true })

const inMenu = async (page: Page, name: string, item: string) => {
  await card(page, name)
    .getByRole('button', { name: `Actions for ${name}` })
    .click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('an account is connected by its user’s consent, tested, renamed and disconnected', async () => {
  const page = await bench.open('/connections')
  const heard: string[] = []
  page.on(
    'response',
    response =>
      void response.text().then(
        text => heard.push(text),
        () => {},
      ),
  )
  const asking = await begin(page, account, 'Nimbus')
  await allow(asking, 'Nimbus')
  await page.bringToFront()
  await page.getByText('Nimbus is connected').waitFor()
  const nimbus = card(page, 'Nimbus')
  await nimbus.getByText('scopes are missing').waitFor()
  await nimbus.getByText('leads:full').waitFor()
  await nimbus.getByRole('button', { name: 'Test' }).click()
  await nimbus.getByText(/Connected to Mari Maasikas/).waitFor()
  await nimbus.getByText(/^[1-9]\d* tokens? today/).waitFor()
  await shot(page, 'connections')

  await inMenu(page, 'Nimbus', 'Rename')
  await page.getByRole('textbox', { name: 'Name of the connection' }).fill('Nimbus boats')
  await page.getByRole('button', { name: 'Save' }).click()
  await card(page, 'Nimbus boats').waitFor()
  expect([await page.content(), ...heard].join()).not.toContain(account.clientSecret)

  await inMenu(page, 'Nimbus boats', 'Disconnect')
  await page.getByText('Pipedrive uninstalls the app').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
  await card(page, 'Nimbus boats').waitFor({ state: 'detached' })
})

test('a refusal is told in both tabs, with what to do', async () => {
  const page = await bench.open('/connections')
  const asking = await begin(page, account, 'Refused')
  await asking.getByRole('button', { name: 'Cancel' }).click()
  for (const tab of [asking, page])
    await tab.getByRole('alert', { name: 'Access was not granted', exact: true }).waitFor()
  await page.bringToFront()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.getByRole('alert').waitFor({ state: 'detached' })
  expect(await card(page, 'Refused').count()).toBe(0)
})

test('waiting can be given up, which frees the callback', async () => {
  const page = await bench.open('/connections')
  await begin(page, account, 'Given up')
  await page.bringToFront()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('Waiting for approval').waitFor({ state: 'detached' })
  const asking = await begin(page, account, 'Second')
  await asking.getByRole('button', { name: 'Allow and install' }).click()
  await page.getByText('Second is connected').waitFor()
})

test('a callback that another program uses is refused, and the secret is not kept', async () => {
  bench.expectMessage(/400 \(Bad Request\)/)
  const page = await bench.open('/connections')
  const { port } = new URL(account.redirectUri)
  const other = createServer().listen(Number(port), '127.0.0.1')
  await page.getByRole('button', { name: 'Connect a Pipedrive account' }).click()
  const form = page.getByRole('dialog')
  for (const name of ['Name', 'Client ID', 'Client secret'])
    await form.getByRole('textbox', { name }).fill('anything')
  await form.getByRole('button', { name: 'Advanced' }).click()
  await form.getByRole('textbox', { name: 'Callback' }).fill(account.redirectUri)
  await form.getByRole('button', { name: 'Continue in Pipedrive' }).click()
  await form
    .getByRole('alert')
    .getByText(/EADDRINUSE/)
    .waitFor()
  expect(await form.getByRole('textbox', { name: 'Client secret' }).inputValue()).toBe('')
  other.close()
})

test('a connection whose access has ended is connected again, and stays what it was', async () => {
  bench.expectMessage(/status of 502|status of 400/)
  const page = await bench.open('/connections')
  await connectTo(page, account, 'Comes back')
  await fault(account, { kind: 'tokens-revoke' })
  const comesBack = card(page, 'Comes back')
  await comesBack.getByRole('button', { name: 'Test' }).click()
  await comesBack.getByText('Pipedrive revoked this access').waitFor()

  const asking = page.context().waitForEvent('page')
  await comesBack.getByRole('button', { name: 'Reconnect' }).click()
  await allow(await asking, 'Comes back')
  await page.bringToFront()
  await comesBack.getByRole('button', { name: 'Test' }).click()
  await comesBack.getByText(/Connected to Mari Maasikas/).waitFor()
  expect(await comesBack.getByText('Pipedrive revoked this access').count()).toBe(0)
})

test('after a wrong secret, only the secret has to be entered again', async () => {
  const page = await bench.open('/connections')
  const wrong = { ...account, clientSecret: 'wrong' }
  const asking = await begin(page, wrong, 'Mistyped')
  await asking.getByRole('button', { name: 'Allow and install' }).click()
  await page.bringToFront()
  const alert = page.getByRole('alert')
  await alert.getByText('Check the client id and secret').waitFor()
  expect(await alert.getByRole('link', { name: 'Go to Connections' }).count()).toBe(0)

  await page.getByRole('button', { name: 'Change and try again' }).click()
  const form = page.getByRole('dialog')
  await form.locator('[name=clientSecret]:focus').waitFor()
  expect(await form.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Mistyped')
  expect(await form.getByRole('textbox', { name: 'Client ID' }).inputValue()).toBe(account.clientId)
  await form.getByRole('textbox', { name: 'Client secret' }).fill(account.clientSecret)
  const again = page.context().waitForEvent('page')
  await form.getByRole('button', { name: 'Continue in Pipedrive' }).click()
  await allow(await again, 'Mistyped')
})

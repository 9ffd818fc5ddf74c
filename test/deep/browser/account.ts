import type { Page } from 'playwright-core'
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/index.ts'
import { freePort } from '../../runtime/server.ts'
import type { SandboxPage } from '../../../workbench/api/index.ts'
import { shot, type Bench } from './support.ts'
import { addFault, removeFaults } from '../../faults.ts'

/** Records of the workbench’s own sandbox, such as `deals?id=1`. */
export const sandboxRows = async (
  { url }: Pick<Bench, 'url'>,
  query: string,
): Promise<SandboxPage['rows']> => {
  const answer = await fetch(`${url}/api/sandbox/${query}`)
  return ((await answer.json()) as SandboxPage).rows
}

/** An account that is not the workbench's own, with its own authorization server. */
export const startAccount = async (options: SandboxOptions = {}): Promise<Sandbox> =>
  startSandbox({ ...options, redirectUri: `http://127.0.0.1:${await freePort()}/callback` })

/** Makes something go wrong in the account. */
export const fault = ({ url }: Sandbox, what: object): Promise<void> => addFault(url, what)

export const noFaults = ({ url }: Sandbox) => removeFaults(url)

/** Fills in the form on the Connections page; the page that asks the user opens by itself. */
export const begin = async (page: Page, account: Sandbox, name: string): Promise<Page> => {
  await page.getByRole('button', { name: 'Connect a Pipedrive account' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('textbox', { name: 'Name' }).fill(name)
  await form.getByRole('textbox', { name: 'Client ID' }).fill(account.clientId)
  await form.getByRole('textbox', { name: 'Client secret' }).fill(account.clientSecret)
  await form.getByRole('button', { name: 'Advanced' }).click()
  await form.getByRole('textbox', { name: 'Callback' }).fill(account.redirectUri)
  await form.getByRole('textbox', { name: 'Authorization server' }).fill(account.url)
  await shot(page, 'connect')
  const asking = page.context().waitForEvent('page')
  await form.getByRole('button', { name: 'Continue in Pipedrive' }).click()
  await page.getByText('Waiting for approval').waitFor()
  return asking
}

export const allow = async (asking: Page, name: string): Promise<void> => {
  await asking.getByRole('button', { name: 'Allow and install' }).click()
  await asking.getByText(`${name} is connected`).waitFor()
}

/** Connects to the account, and back to the page as it was. */
export const connectTo = async (page: Page, account: Sandbox, name: string): Promise<void> => {
  const asking = await begin(page, account, name)
  await allow(asking, name)
  await asking.close()
  await page.bringToFront()
  await page.getByText(`${name} is connected`).waitFor()
}

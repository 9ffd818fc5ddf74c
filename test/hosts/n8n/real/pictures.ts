import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { launchChromium } from '../../../deep/browser/chromium.ts'
import type { Sandbox } from '../../../../sandbox/index.ts'
import type { Credential } from './connect.ts'
import { registered } from './triggers.ts'
import { owner, type Rest } from './rest.ts'
import { makeWorkflow, nodeOf, type WorkflowNode } from './workflows.ts'

const folder = 'docs/screenshots/n8n'
const manual: WorkflowNode = {
  ...{ id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1 },
  ...{ position: [0, 0], parameters: {} },
}

/** Pictures of the editor for the documentation. */
export const takePictures = async (
  { base, ...rest }: Rest,
  sandbox: Sandbox,
  credential: Credential,
  print: (line: string) => void,
): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  const node = (parameters: object) =>
    nodeOf('pipedriveComponent', 'Pipedrive Component', { ...parameters }, credential)
  const browser = await launchChromium()
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  const open = async (parameters: object) => {
    const id = await makeWorkflow({ base, ...rest }, 'Deals', [manual, node(parameters)], {
      isActive: false,
    })
    await openNode(page, `${base}/workflow/${id}`, 'Pipedrive Component')
  }
  const shoot = async (name: string) => {
    await page.waitForTimeout(800)
    await page.screenshot({ path: `${folder}/${name}.png` })
    print(`  ${folder}/${name}.png`)
  }
  try {
    await signIn(page, base)
    const status = 'lost'
    await open({
      ...{ resource: 'deal', operation: 'create', title: 'Desks for the attic' },
      additionalFields: {
        status,
        lost_reason: 'Price',
        expected_close_date: '2027-02-28T00:00:00',
      },
    })
    await shoot('form')

    await open({ resource: 'person', operation: 'get' })
    await page.locator('[data-test-id="resource-locator-personId"]').click()
    await page.locator('[data-test-id="rlc-search"]').locator('visible=true').first().fill('an')
    await page.waitForTimeout(1_500)
    await shoot('list')

    await open({ resource: 'deal', operation: 'getAll', limit: 5 })
    await page.locator('[data-test-id="node-execute-button"]').click()
    await page.getByText('5 items').first().waitFor()
    await shoot('executed')

    await open({
      ...{ resource: 'deal', operation: 'get' },
      dealId: { __rl: true, mode: 'id', value: '999999' },
    })
    await page.locator('[data-test-id="node-execute-button"]').click()
    await page.getByText('Deal not found').first().waitFor()
    await shoot('error')

    const event = nodeOf(
      'pipedriveComponentTrigger',
      'Pipedrive Component Trigger',
      { event: 'updatedDeal', complete: true },
      credential,
    )
    const id = await makeWorkflow({ base, ...rest }, 'Events', [event], { isActive: false })
    await openNode(page, `${base}/workflow/${id}`, 'Pipedrive Component Trigger')
    await page.locator('[data-test-id="node-execute-button"]').click()
    await registered(sandbox, 1)
    await fetch(`${sandbox.url}/api/v2/deals/1`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${sandbox.accessToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ title: 'Desks for the attic' }),
    })
    await page.getByText('Desks for the attic').first().waitFor()
    await shoot('trigger')
  } catch (error) {
    await page.screenshot({ path: `${folder}/failed.png` })
    throw error
  } finally {
    await browser.close()
  }
}

const signIn = async (page: Page, base: string): Promise<void> => {
  await page.goto(`${base}/signin`)
  await page
    .locator('input[autocomplete="email"], input[name="emailOrLdapLoginId"]')
    .first()
    .fill(owner.email)
  await page.locator('input[type="password"]').fill(owner.password)
  await page.keyboard.press('Enter')
  await page.waitForURL(url => !url.pathname.includes('signin'))
}

const openNode = async (page: Page, url: string, name: string): Promise<void> => {
  await page.goto(url)
  const node = page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`)
  await node.waitFor()
  await page.waitForTimeout(500)
  await node.dblclick()
  await page.locator('[data-test-id="node-execute-button"]').waitFor()
}

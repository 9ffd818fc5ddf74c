import type { Page } from 'playwright-core'
import type { CustomFieldView, Session, WorkflowView } from '../../../workbench/api/index.ts'
import { barriers } from './axe.ts'
import { add, field, newWorkflow, saved } from './editor.ts'
import { shot, useBench } from './support.ts'

const bench = useBench()

const call = async <Body>(method: string, path: string, body?: object): Promise<Body> => {
  const session = (await (await fetch(`${bench.url}/api/session`)).json()) as Session
  const headers = {
    ...(body && { 'content-type': 'application/json' }),
    'x-csrf-token': session.csrf,
  }
  const answer = await fetch(bench.url + path, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  })
  return (answer.status === 204 ? undefined : await answer.json()) as Body
}

const path = '/api/sandbox/fields/deal'
const fieldNamed = async (name: string) => {
  const answer = await fetch(bench.url + path)
  const found = ((await answer.json()) as readonly CustomFieldView[]).find(one => one.name === name)
  if (!found) throw new TypeError(`no field is called ${name}`)
  return found
}

const openAgain = async (page: Page) => {
  await page.reload()
  await page.getByRole('button', { name: 'Add deal', exact: true }).last().click()
}

test('fields that were renamed or deleted are told on the card and in the form, with what to do', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  const panel = await add(page, 'Add deal')
  await field(panel, 'Title').fill('Names')
  await field(panel, 'Reference').fill('REF-9')
  await field(panel, 'Competitors').fill('Rival & Co')
  await saved(page)
  const canvas = page.getByRole('region', { name: 'Canvas' })
  expect(await canvas.getByText(/to check/).count()).toBe(0)

  await call('PUT', `${path}/${(await fieldNamed('Reference')).id}`, { name: 'File number' })
  await call('DELETE', `${path}/${(await fieldNamed('Competitors')).id}`)
  await openAgain(page)
  await canvas.getByText('2 to check').waitFor()
  const notice = panel.getByRole('status').filter({ hasText: 'Custom fields to check' })
  await notice.getByText(/The custom field "Reference" is now called "File number" in /).waitFor()
  await notice.getByText(/The custom field "Competitors" was deleted/).waitFor()
  expect(await field(panel, 'File number').inputValue()).toBe('REF-9')
  expect(await barriers(page)).toEqual([])
  await shot(page, 'renamed-fields')

  // The name stands there in place of the key, and is removed by it.
  const others = panel.getByRole('group', { name: 'Other values of Custom fields' })
  await others.getByText('Competitors', { exact: true }).waitFor()
  await others.getByText('Remove it here, or choose another field').waitFor()
  const remove = others.getByRole('button', { name: 'Remove Competitors from Custom fields' })
  await notice.getByRole('button', { name: 'Show the field' }).last().click()
  await remove.and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await saved(page)
  await notice.getByText(/Competitors/).waitFor({ state: 'detached' })
  await others.waitFor({ state: 'detached' })
})

test('what a file has by an earlier name is edited in the field it means', async () => {
  const [sandbox] = await call<readonly { id: string }[]>('GET', '/api/connections')
  const page = await bench.open('/')
  const view = await call<WorkflowView>('POST', '/api/workflows', {
    connectionId: sandbox?.id,
    definition: {
      label: 'By name',
      triggers: [],
      tasks: [
        {
          ...{ name: 'deal_1', label: 'Add deal', type: 'pipedrive/v1/addDeal' },
          parameters: { deal: { title: 'T', custom_fields: { Source: 'Website' } } },
        },
      ],
    },
  })
  const { id, options } = await fieldNamed('Source')
  await call('PUT', `${path}/${id}`, { name: 'Channel of first contact', options })
  await page.goto(`${bench.url}/workflows/${view.id}`)
  await page.getByRole('button', { name: 'Add deal', exact: true }).last().click()
  const panel = page.getByRole('region', { name: 'Step', exact: true })
  const others = panel.getByRole('group', { name: 'Other values of Custom fields' })
  await others.getByText('It is called “Channel of first contact” in the account now').waitFor()
  await others.getByRole('button', { name: 'Edit Source of Custom fields' }).click()
  await others.waitFor({ state: 'detached' })
  expect(await field(panel, 'Channel of first contact').inputValue()).toBe('Website')
  await saved(page)
})

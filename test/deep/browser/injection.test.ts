import { readFile } from 'node:fs/promises'
import type { Session, WorkflowView } from '../../../workbench/api/index.ts'
import { useBench } from './support.ts'

const bench = useBench()

const markup = [
  '<img src=x onerror="window.pwned=1">',
  '<script>window.pwned=1</script>',
  '"><svg onload=window.pwned=1>',
  '<a href="javascript:window.pwned=1">a</a>',
  '</textarea><iframe srcdoc="<script>parent.pwned=1</script>">',
  '{{constructor.constructor("window.pwned=1")()}}',
].join(' ')

const send = async <Body>(csrf: string, method: string, path: string, body?: object) => {
  const answer = await fetch(bench.url + path, {
    method,
    headers: { 'x-csrf-token': csrf, 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return (text.startsWith('{"type"') || text === '' ? undefined : JSON.parse(text)) as Body
}

test('markup in names, records, outputs and errors is shown as text, and runs nothing', async () => {
  const { csrf } = (await (await fetch(`${bench.url}/api/session`)).json()) as Session
  for (const [kind, record] of [
    ['deals', { title: markup }],
    ['persons', { name: markup }],
    ['organizations', { name: markup }],
  ] as const)
    await send(csrf, 'POST', `/api/sandbox/${kind}`, record)
  const example = JSON.parse(await readFile('docs/examples/new-deal.json', 'utf8')) as {
    triggers: object[]
    tasks: { type: string; parameters: object }[]
  }
  const labelled = (node: object) => ({ ...node, label: markup })
  const definition = {
    label: markup,
    description: markup,
    triggers: example.triggers.map(labelled),
    tasks: [
      ...example.tasks.map(labelled),
      {
        ...{ name: 'wrong_1', label: markup, type: 'pipedrive/v1/customAction' },
        parameters: { method: 'GET', path: '/api/v2/deals', query: { sort_by: markup } },
      },
    ],
  }
  const made = await send<WorkflowView>(csrf, 'POST', '/api/workflows', { definition })
  const [connection] = await send<readonly { id: string }[]>(csrf, 'GET', '/api/connections')
  const change = { definition, version: made.version, connectionId: connection?.id }
  await send(csrf, 'PUT', `/api/workflows/${made.id}`, change)
  await send(csrf, 'POST', `/api/workflows/${made.id}/run`, { event: 'cause' })

  const page = await bench.open(`/workflows/${made.id}`)
  const dialogs: string[] = []
  page.on('dialog', dialog => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const expectNothing = async () => {
    const found = {
      pwned: await page.evaluate('window.pwned'),
      elements: await page
        .locator('img[src=x], svg[onload], iframe, a[href^="javascript"]')
        .count(),
    }
    expect(found).toEqual({ pwned: undefined, elements: 0 })
    expect(dialogs).toEqual([])
  }
  await page.getByText('<script>window.pwned=1</script>').first().waitFor()
  const cards = page.locator('[aria-keyshortcuts]')
  for (let at = 0; at < (await cards.count()); at++) {
    await cards.nth(at).press('Enter')
    const tabs = page.getByRole('tab')
    for (let tab = 0; tab < (await tabs.count()); tab++) {
      await tabs.nth(tab).click()
      await expectNothing()
    }
    await page.keyboard.press('Escape')
  }
  for (const path of ['/runs', '/connections', '/sandbox', '/sandbox/persons', '/workflows']) {
    await page.goto(bench.url + path)
    await page.waitForTimeout(400)
    await expectNothing()
  }
  await page.goto(`${bench.url}/runs`)
  await page.getByText('<script>window.pwned=1</script>').first().click()
  await page.waitForTimeout(300)
  await expectNothing()
})

import { pipedrive } from '../../component/index.ts'
import { runActions, runOptions } from '../../cli/tour/actions.ts'
import type { Row } from '../../cli/tour/report.ts'
import { runTriggers } from '../../cli/tour/triggers.ts'
import { loadOptions, openMeter, optionsSources, runStep } from '../../engine/index.ts'
import { openClient, type Client } from '../../runtime/index.ts'
import { startSandbox } from '../../sandbox/index.ts'
import type { Sandbox } from '../../sandbox/index.ts'
import { createChecker } from '../contract/openapi/checker.ts'
import type { Checker, Violation } from '../contract/openapi/checker.ts'
import { report } from '../contract/openapi/report.ts'
import { leaveTally } from '../contract/openapi/tally.ts'
import { specFolder } from '../contract/openapi/folder.ts'

const folder = specFolder()

/** Everything that the component asks for is in Pipedrive's own files, and so is every answer. */
const check = () => {
  const violations: Violation[] = []
  const called = new Set<string>()
  let checker: Checker
  let sandbox: Sandbox
  let client: Client

  beforeAll(async () => {
    checker = createChecker(folder ?? '')
    sandbox = await startSandbox({
      onExchange: exchange => void violations.push(...checker.check(exchange)),
    })
    const open = openClient({
      component: pipedrive,
      tokens: { accessToken: sandbox.accessToken, apiDomain: sandbox.url },
      allowLoopback: true,
    })
    client = {
      ...open,
      sender: options =>
        open.sender({
          ...options,
          onRequest: record => {
            called.add(`${record.method} ${record.path}`)
            options.onRequest(record)
          },
        }),
    }
  })
  afterAll(async () => {
    await client.close()
    await sandbox.close()
    leaveTally(checker, violations)
    console.log(report(checker, violations))
    expect(violations).toEqual([])
  })

  test('the tour', async () => {
    const rows: Row[] = []
    const tell = (row: Row) => void rows.push(row)
    await runActions(client, new AbortController().signal, tell)
    await runOptions(client, pipedrive.actions, tell)
    const { run } = openMeter({ client })
    const person = await run(pipedrive.simulate('newPerson'))
    await runTriggers(client, {}, person.id, tell)
    await run(person.remove())
    expect(rows.filter(({ problem }) => problem !== undefined)).toEqual([])
  })

  const cases: readonly (readonly [string, Readonly<Record<string, string>>, object])[] = [
    ['getDeals', { user_id: 'user_id' }, { status: 'deleted', sort: 'update_time DESC' }],
    ['getDeals', { filter_id: 'filter_id' }, { sort: 'value DESC', limit: 3 }],
    ['getDeals', { stage_id: 'stage_id' }, { status: 'open' }],
    ['getLeads', { person_id: 'person_id' }, { archived_status: 'archived', sort: 'title' }],
    ['getLeads', { owner_id: 'owner_id' }, { archived_status: 'not_archived', limit: 5 }],
    ['getLeads', { organization_id: 'organization_id', filter_id: 'filter_id' }, {}],
    ['getPersons', { user_id: 'user_id', filter_id: 'filter_id' }, { sort: 'add_time ASC' }],
    ['getOrganizations', { user_id: 'user_id', filter_id: 'filter_id' }, { first_char: 'a' }],
    ['searchDeals', { organization_id: 'organization_id' }, { term: 'an', fields: 'title' }],
    ['searchDeals', { person_id: 'person_id' }, { term: 'an', include_fields: 'deal.cc_email' }],
    ['searchDeals', {}, { term: 'an', status: 'open', limit: 120 }],
    ['searchLeads', {}, { term: 'an', fields: 'notes', include_fields: 'lead.was_seen' }],
    ['searchLeads', { person_id: 'person_id', organization_id: 'organization_id' }, { term: 'an' }],
    ['searchOrganization', {}, { term: 'an', fields: 'address' }],
    ['searchPersons', { organization_id: 'organization_id' }, { term: 'an', fields: 'email' }],
  ]
  /** Values of selects are the first ones of their live lists, as a person would choose them. */
  test.each(cases)('%s by %j with %j', async (name, selects, rest) => {
    const action = pipedrive.actions.find(one => one.name === name)
    if (!action) throw new Error(`no ${name}`)
    const input: Record<string, unknown> = { ...rest }
    for (const [property, path] of Object.entries(selects)) {
      const page = await loadOptions(action, path, { input: {} }, { client })
      input[property] = 'options' in page ? page.options[0]?.value : undefined
    }
    expect(await runStep(action, input, { client })).toMatchObject({ warnings: [] })
  })

  test('searching and looking up in every live list', async () => {
    for (const action of pipedrive.actions)
      for (const path of optionsSources(action).keys())
        for (const query of [{ search: 'an' }, { value: 1 }])
          await loadOptions(action, path, { input: {}, ...query }, { client })
    expect(called.size).toBeGreaterThan(0)
  })

  test('every endpoint that the component calls has been checked', () => {
    const literal = new Set([...checker.counts().keys()])
    for (const call of called) {
      // The custom action writes ids into its paths; the rest are templates.
      const template = call.replace(/\/\d+$/, '/{id}')
      expect(literal).toContain(template)
    }
  })
}

if (folder) describe('the component and the OpenAPI files', check)
else
  test('the OpenAPI files are not there, and that was allowed', () =>
    expect(folder).toBe(undefined))

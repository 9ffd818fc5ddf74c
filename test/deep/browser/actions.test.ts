import type { Locator, Page } from 'playwright-core'
import { add, choose, field, newWorkflow, select, test as run } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

let page: Page
beforeAll(async () => {
  page = await bench.open('/')
  await newWorkflow(page)
})

type Fill = (panel: Locator) => Promise<void>

/** Fills a form as a user does. Records that are read or deleted are those of the sandbox's seed. */
const forms: readonly (readonly [title: string, fill: Fill, shows: string | RegExp])[] = [
  ['Get deals', panel => choose(panel, 'User', 'Mari'), /^100 rows; there are more/],
  [
    'Add deal',
    async panel => {
      await field(panel, 'Title').fill('Sails for Nimbus')
      await field(panel, 'Value').fill('99.50')
      await choose(panel, 'Currency', 'Euro')
      await choose(panel, 'Person', 'Ada')
      await choose(panel, 'Pipeline', 'Partners')
      await choose(panel, 'Stage', 'Legal review')
      await field(panel, 'Expected Close Date').fill('2027-03-01')
    },
    'Sails for Nimbus',
  ],
  ['Search deals', panel => field(panel, 'Term').fill('Audit'), /^\d+ rows?/],
  ['Get details of a deal', panel => choose(panel, 'Deal', 'Audit'), /^Audit/],
  ['Delete deal', panel => choose(panel, 'Deal', 'Renewal'), /^id$/],
  ['Get leads', panel => choose(panel, 'Owner', 'Mari'), /^\d+ rows?/],
  [
    'Add lead',
    async panel => {
      await field(panel, 'Title').fill('Mast for Nimbus')
      await choose(panel, 'Organization', 'Logistics')
      await field(panel, 'Amount').fill('12.75')
      await choose(panel, 'Currency', 'Euro')
    },
    'Mast for Nimbus',
  ],
  ['Delete lead', panel => choose(panel, 'Lead', 'Renewal'), /^id$/],
  ['Get lead details', panel => choose(panel, 'Lead', 'Audit'), /^Audit/],
  [
    'Search leads',
    async panel => {
      await field(panel, 'Term').fill('Audit')
      await select(panel, 'Fields', 'Title')
    },
    /^\d+ rows?/,
  ],
  ['Get all organizations', panel => field(panel, 'First Characters').fill('N'), /^\d+ rows?/],
  [
    'Add an organization',
    async panel => {
      await field(panel, 'Name').fill('Nimbus Boats')
      await choose(panel, 'Owner', 'Mari')
    },
    'Nimbus Boats',
  ],
  ['Search organizations', panel => field(panel, 'Term').fill('Logistics'), /^\d+ rows?/],
  ['Delete an organization', panel => choose(panel, 'Organization', 'Foods'), /^id$/],
  [
    'Get details of an organization',
    panel => choose(panel, 'Organization', 'Logistics'),
    /Logistics/,
  ],
  ['Get persons', panel => choose(panel, 'Owner', 'Mari'), /^\d+ rows?/],
  [
    'Add person',
    async panel => {
      await field(panel, 'Name').fill('Wilma Nimbus')
      await choose(panel, 'Organization', 'Logistics')
      await panel.getByRole('button', { name: 'Add to Email' }).click()
      await field(panel, 'Email Address').fill('wilma@nimbus.example')
    },
    'Wilma Nimbus',
  ],
  ['Search persons', panel => field(panel, 'Term').fill('Kim'), /^\d+ rows?/],
  ['Delete person', panel => choose(panel, 'Person', 'Ivanov'), /^id$/],
  ['Get details of a person', panel => choose(panel, 'Person', 'Kim'), /Kim$/],
  [
    'Custom Action',
    async panel => {
      await select(panel, 'Method', 'GET')
      await field(panel, 'Path').fill('/api/v1/users/me')
    },
    'Mari Maasikas',
  ],
]

test.each(forms)('%s runs as its form was filled in', async (title, fill, shows) => {
  const panel = await add(page, title)
  await fill(panel)
  await run(panel, title.startsWith('Delete') ? title : undefined)
  await panel.getByText(shows).filter({ visible: true }).first().waitFor()
})

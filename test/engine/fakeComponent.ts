import * as d from '../../definitions/index.ts'

const required = { required: true } as const
const properties = { id: d.integer(required), text: d.string(required) }
const Note = d.object({ properties })
const named = (name: string) => ({ name, title: name, description: name })
const noted = (name: string) => ({
  ...named(name),
  output: Note,
  sampleOutput: { id: 1, text: '' },
})

type Noted = d.Exchange<d.OutputOf<typeof Note>>
function* call(method: d.Method, query: d.Query, body?: unknown): Noted {
  const [outcome] = yield [{ method, path: '/notes', query, body }]
  if (outcome && 'response' in outcome) return d.read(Note, outcome.response.body)
  throw outcome?.error
}
function* done<Result>(result: Result) {
  return result
}

const choices = {
  name: 'colours',
  options: () => done({ options: [{ label: 'Red', value: 'red' }] }),
}
const addNote = d.action({
  ...{ ...noted('addNote'), effect: 'create', agentHint: 'Adds a note.' },
  properties: { text: properties.text, colour: d.string({ optionsDataSource: choices }) },
  perform: note => call('POST', {}, note),
})
const getNotes = d.listAction(
  {
    ...{ ...named('getNotes'), properties: {}, row: Note, sampleOutput: [] },
    agentHint: 'Lists notes.',
    *page(_, { cursor }) {
      const row = yield* call('GET', { cursor })
      return { rows: [row], next: row.text || undefined }
    },
    hydrate: rows => done(rows),
  },
  { output: d.object({ properties: {} }), rows: 'rows', truncated: 'cut' },
  rows => ({ rows }),
)
const noteAdded = d.trigger({
  ...noted('noteAdded'),
  webhookEnable: ({ user }) => call('POST', { user }),
  webhookDisable: () => done(undefined),
  webhookValidate: ({ headers }) => ({ status: headers['x-note'] ? 200 : 401 }),
  webhookRequest: ({ body }) => ({
    ...{ id: String(d.member(body, 'id')), occurredAt: new Date().toISOString() },
    ...{ data: {}, previous: null, meta: {} },
  }),
  hydrate: ({ id }) => call('GET', { id }),
})

/** The smallest component that has each kind of member, and nothing of Pipedrive. */
export const fake = d.component({
  ...{ ...named('fake'), version: 1, icon: '', componentCategories: [], recordPath: '' },
  ...{ actions: [addNote, getNotes], customAction: addNote, triggers: [noteAdded] },
  connection: {
    ...{ version: 1, authorizations: [], allowedHosts: ['fake.test'], exampleUri: '' },
    ...{ baseUri: () => 'https://fake.test', missingScopes: () => [] },
    test: () => done({ label: 'Fake', identity: '1' }),
  },
  limits: { windowMs: 1_000, groups: { all: 3 }, groupOf: () => 'all', read: () => ({}) },
  ...{ tokenCost: () => 1, budget: { plans: [], examples: [], sharedMs: 0, callsOf: () => [] } },
  simulate: () => done({ id: 1, remove: () => done(undefined) }),
})

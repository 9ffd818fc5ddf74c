import {
  action,
  component,
  connection,
  integer,
  listAction,
  member,
  object,
  read,
  readOptional,
  string,
  trigger,
  type Exchange,
  type HttpRequest,
} from '../../definitions/index.ts'

const Note = object({ properties: { id: integer({ required: true }), text: string() } })
const sample = { id: 1, text: 'Milk' }
const named = (name: string) => ({ name, title: name, description: name })

function* call(request: HttpRequest): Exchange<unknown> {
  const [outcome] = yield [request]
  if (outcome && 'response' in outcome) return outcome.response.body
  throw outcome?.error
}
function* note(request: HttpRequest) {
  const { id, text = '' } = read(Note, yield* call(request), 'body')
  return { id, text }
}
const colours = {
  *options() {
    const names = String(yield* call({ method: 'GET', path: '/colours' })).split(' ')
    return { options: names.map(name => ({ label: name.toUpperCase(), value: name })) }
  },
}

const addNote = action({
  ...named('addNote'),
  properties: { text: string({ required: true }), colour: string({ optionsDataSource: colours }) },
  ...{ output: Note, sampleOutput: sample, effect: 'create' },
  perform: body => note({ method: 'POST', path: '/notes', body }),
})

const getNotes = listAction(
  {
    ...{ ...named('getNotes'), properties: {}, row: Note, sampleOutput: { data: [sample] } },
    *page(_, { cursor }) {
      const body = yield* call({ method: 'GET', path: '/notes', query: { cursor } })
      const rows = [read(Note, member(body, 'note'), 'note')]
      return { rows, next: readOptional(string(), member(body, 'next')) }
    },
    *hydrate(rows) {
      return rows.map(({ id, text = '' }) => ({ id, text }))
    },
  },
  { output: object({ properties: {} }), rows: 'data', truncated: 'cut' },
  (data, cut) => ({ data, cut }),
)

const noteAdded = trigger({
  ...{ ...named('noteAdded'), output: Note, sampleOutput: sample },
  *webhookEnable({ webhookUrl }) {
    yield* call({ method: 'POST', path: '/hooks', body: { webhookUrl } })
    return webhookUrl
  },
  *webhookDisable(url: string) {
    yield* call({ method: 'DELETE', path: '/hooks', query: { url } })
  },
  webhookValidate: () => ({ status: 200 }),
  webhookRequest: ({ body }) => ({
    ...{ id: String(member(body, 'id')), occurredAt: '', previous: null, meta: {} },
    data: { id: member(body, 'id') },
  }),
  hydrate: ({ data }) => note({ method: 'GET', path: `/notes/${Number(data['id'])}` }),
})

/** The smallest component that has each kind of member, and nothing of Pipedrive. */
export const fake = component({
  ...{ ...named('fake'), version: 1, icon: '', componentCategories: [] },
  connection: connection({
    ...{ version: 1, authorizations: [], allowedHosts: ['fake.test'], exampleUri: '' },
    baseUri: () => 'https://fake.test',
    missingScopes: () => [],
    *test() {
      return { label: 'Fake', identity: '1' }
    },
  }),
  limits: {
    ...{ windowMs: 1_000, groups: { all: 3 }, groupOf: () => 'all' },
    read: ({ headers: { limit, wait } }) => ({
      limit: limit === undefined ? undefined : Number(limit),
      retryAfterMs: wait === undefined ? undefined : Number(wait),
    }),
  },
  tokenCost: ({ method }) => (method === 'GET' ? 1 : 5),
  budget: { ...{ plans: [], examples: [], sharedMs: 0 }, callsOf: () => [] },
  ...{ actions: [addNote, getNotes], customAction: addNote, triggers: [noteAdded] },
  *simulate() {
    return { id: 1, *remove() {} }
  },
})

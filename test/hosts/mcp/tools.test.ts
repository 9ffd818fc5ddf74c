import { pipedrive } from '../../../component/index.ts'
import { actionManifest, InputError } from '../../../definitions/index.ts'
import { startSandbox, type Sandbox } from '../../../sandbox/index.ts'
import { fake } from '../../engine/fakeComponent.ts'
import { openAgent } from './agent.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ scale: 30 })
})
afterAll(() => sandbox.close())

const listed = async (...[choice]: [Parameters<typeof openAgent>[1]?]) => {
  const agent = await openAgent(sandbox, choice)
  try {
    return (await agent.client.listTools()).tools
  } finally {
    await agent.close()
  }
}
const namesOf = (tools: readonly { readonly name: string }[]) => tools.map(({ name }) => name)
const snake = (name: string) => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

test('every action is a tool, and every live list finds ids', async () => {
  const names = namesOf(await listed({ allowDelete: true }))
  for (const { name } of [...pipedrive.actions, pipedrive.customAction])
    expect(names).toContain(snake(name))
  for (const name of ['user', 'stage', 'pipeline', 'person', 'organization', 'deal', 'currency'])
    expect(names).toContain(`find_${name}`)
  expect(new Set(names).size).toBe(names.length)
})

test('what an agent reads about all tools is 40 000 bytes at most, and 3 200 about each', async () => {
  const tools = await listed({ allowDelete: true })
  const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value))
  console.log(`${tools.length} tools, ${bytesOf(tools)} bytes of names, texts and schemas`)
  expect(bytesOf(tools)).toBeLessThanOrEqual(40_000)
  for (const tool of tools) expect([tool.name, bytesOf(tool) <= 3_200]).toEqual([tool.name, true])
})

test('annotations are those of the definition', async () => {
  const tools = await listed({ allowDelete: true })
  for (const action of [...pipedrive.actions, pipedrive.customAction]) {
    const { readOnly, destructive, idempotent } = actionManifest(action).metadata
    const tool = tools.find(({ name }) => name === snake(action.name))
    // The protocol gives the two others no meaning beside `readOnlyHint`.
    expect(tool?.annotations).toEqual({
      readOnlyHint: readOnly,
      ...(!readOnly && { destructiveHint: destructive, idempotentHint: idempotent }),
      openWorldHint: true,
    })
    expect(tool?.title).toBe(action.title)
  }
})

test('texts send an agent to tools by their own names, and none to one that is off', async () => {
  const tools = await listed({ only: ['deals'] })
  const { description } = tools.find(({ name }) => name === 'add_deal') ?? {}
  expect(description).toContain('search_deals')
  expect(description).not.toContain('searchDeals')
  const all = new Set(namesOf(tools))
  for (const tool of tools)
    for (const [finder] of JSON.stringify(tool.inputSchema).matchAll(/find_\w+/g))
      expect(all).toContain(finder)
})

test('the interfaces of models take the schemas: no rule stands beside the members', async () => {
  for (const { inputSchema } of await listed({ allowDelete: true })) {
    expect(inputSchema.type).toBe('object')
    expect(JSON.stringify(inputSchema)).not.toMatch(/"(allOf|anyOf|oneOf|not|if|pattern)":/)
  }
})

test('deleting is off unless it is allowed', async () => {
  const names = namesOf(await listed())
  expect(names).not.toContain('delete_deal')
  expect(names).toContain('add_deal')
})

test('--read-only leaves the tools that change nothing', async () => {
  for (const { annotations } of await listed({ readOnly: true }))
    expect(annotations?.readOnlyHint).toBe(true)
})

test('--only leaves the tools of some records, and the ids that these need', async () => {
  const names = namesOf(await listed({ only: ['persons', 'custom_action'] }))
  expect(names).toEqual(expect.arrayContaining(['add_person', 'custom_action', 'find_user']))
  expect(names.filter(name => /deal|lead|stage/.test(name))).toEqual(['find_deal'])
})

test('--only with a word that there is not says which there are', async () => {
  await expect(listed({ only: ['dogs'] })).rejects.toMatchObject({
    path: '--only',
    hint: expect.stringContaining('deals, leads, organizations, persons'),
  })
})

test('--only offers the records that have tools', async () => {
  const error = await listed({ only: ['dealz'] }).catch((cause: unknown) => cause)
  const { hint = '' } = error instanceof InputError ? error : {}
  const words = /There are (.*), and each tool/.exec(hint)?.[1]?.split(', ') ?? []
  expect(words).toContain('deals')
  for (const word of words) expect(namesOf(await listed({ only: [word] }))).not.toEqual([])
})

test.each<[Parameters<typeof openAgent>[1], RegExp, string]>([
  [{ only: ['activities'] }, /there are no tools about "activities"/, 'There are deals'],
  [{ only: ['delete_deal'] }, /"delete_deal": deleting is off/, 'Start it with --allow delete.'],
  [{ only: ['deals', 'delete_lead'] }, /"delete_lead": deleting is off/, 'with --allow delete.'],
  [
    { readOnly: true, only: ['add_deal'] },
    /"add_deal": the server was started with --read-only/,
    'Start it without --read-only.',
  ],
])('%o leaves nothing, and the start says why', async (choice, message, hint) => {
  await expect(listed(choice)).rejects.toMatchObject({
    path: '--only',
    message: expect.stringMatching(message),
    hint: expect.stringContaining(hint),
  })
})

test.each([...pipedrive.actions, pipedrive.customAction].map(({ name }) => name))(
  'by itself, %s is described without a tool that is not offered',
  async name => {
    const tools = await listed({ only: [snake(name)], allowDelete: true })
    const offered = namesOf(tools)
    const others = [...pipedrive.actions, pipedrive.customAction].map(one => one.name)
    for (const { name: own, description = '', inputSchema } of tools) {
      const words = `${description} ${JSON.stringify(inputSchema)}`.match(/\w+/g) ?? []
      expect(description).toMatch(/^[A-Z].*\.$/)
      expect(words.filter(word => others.includes(word))).toEqual([])
      expect(
        words.filter(word => others.map(snake).includes(word) && !offered.includes(word)),
        own,
      ).toEqual([])
    }
  },
)

test('another component has its own tools', async () => {
  const names = namesOf(await listed({ component: { ...fake, connection: pipedrive.connection } }))
  expect(names).toEqual(expect.arrayContaining(['add_note', 'get_notes']))
})

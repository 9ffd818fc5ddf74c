import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

/** Writes a new action with its transcript and puts it into the list of actions. */
const [name = '', title = '', folder = ''] = process.argv.slice(2)
const problem = problemOf()
if (problem) {
  console.error(problem)
  console.error('Usage: npm run new-action -- getNote "Get a note" notes')
  process.exit(2)
}

const action = `actions/${folder}/${name}.ts`
const transcript = `test/transcripts/${folder}/${name}.json`
write(
  action,
  `import { action, integer, object, string } from '../../definitions/index.ts'
import { get } from '../../component/api.ts'
import { inBody } from '../../component/listActions.ts'

const Result = object({ properties: { id: integer({ required: true }), content: string() } })

/** https://developers.pipedrive.com/docs/api/v1 */
export const ${name} = action({
  name: '${name}',
  title: ${JSON.stringify(title).replaceAll("'", "\\'").replace(/^"|"$/g, "'")},
  description: 'Says what it does.',
  effect: 'read',
  properties: {
    id: integer({ label: 'Id', required: true, minValue: 1 }),
  },
  output: inBody({ data: { ...Result, required: true } }),
  sampleOutput: { body: { data: { id: 1, content: 'Call back' } } },
  *perform({ id }) {
    return {
      body: { data: yield* get('/api/v1/${folder}/{id}', { params: { id }, returns: Result }) },
    }
  },
})
`,
)
const record = { id: 1, content: 'Call back' }
const request = { method: 'GET', path: `/api/v1/${folder}/{id}`, params: { id: 1 } }
write(
  transcript,
  `${JSON.stringify(
    {
      about: 'The record is read.',
      operation: `actions/${name}`,
      complete: true,
      input: { id: 1 },
      exchange: [[{ request, response: { body: { success: true, data: record } } }]],
      output: { body: { data: record } },
    },
    null,
    2,
  )}\n`,
)
const index = readFileSync('actions/index.ts', 'utf8')
writeFileSync(
  'actions/index.ts',
  index
    .replace(
      /(\nimport [^\n]+\n)(?!import)/,
      `$1import { ${name} } from './${folder}/${name}.ts'\n`,
    )
    .replace(/\n\]\n/, `\n  ${name},\n]\n`),
)

console.log(`Written: ${action}, ${transcript}, and an entry in actions/index.ts.`)
console.log('Next: fill in the action and the transcript, then npm run generate && npm run check.')

function problemOf(): string | undefined {
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) return `"${name}" is not a name such as getNote.`
  if (title.trim() === '') return 'The title is missing.'
  if (!/^[a-z][A-Za-z0-9]*$/.test(folder)) return `"${folder}" is not a folder such as notes.`
  if (readFileSync('actions/index.ts', 'utf8').includes(` ${name} `))
    return `There is an action ${name} already.`
  return existsSync(`actions/${folder}/${name}.ts`) ? `There is a file for ${name}.` : undefined
}

function write(path: string, text: string): void {
  mkdirSync(path.replace(/\/[^/]*$/, ''), { recursive: true })
  writeFileSync(path, text)
}

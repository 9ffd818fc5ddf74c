import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const usage = 'Usage: npm run new-action -- getNote "Get a note" notes'
const maxTitleLength = 60

/**
 * Writes a new action with its transcript, and puts it into the lists of actions and of calls. It is plain
 * JavaScript and needs nothing that is built.
 * @param {readonly string[]} words name, title and folder of the action
 * @param {string} root of the checkout
 * @returns {{ readonly problem: string } | { readonly files: readonly string[] }}
 */
export const scaffold = ([name = '', title = '', folder = ''], root) => {
  const index = join(root, 'actions/index.ts')
  const list = readFileSync(index, 'utf8')
  const action = `actions/${folder}/${name}.ts`
  const transcript = `test/transcripts/${folder}/${name}.json`

  if (!isName(name)) return { problem: `"${name}" is not a name such as getNote.` }
  if (title.trim() === '') return { problem: 'The title is missing.' }
  if (title.length > maxTitleLength)
    return { problem: `The title is longer than ${maxTitleLength} characters.` }
  if (!isName(folder)) return { problem: `"${folder}" is not a folder such as notes.` }
  if (list.includes(` ${name} `)) return { problem: `There is an action ${name} already.` }
  for (const file of [action, transcript])
    if (existsSync(join(root, file))) return { problem: `There is a file ${file} already.` }

  write(join(root, action), actionText(name, title, folder))
  write(join(root, transcript), transcriptText(name, folder))
  writeFileSync(index, withAction(list, name, folder))
  const budget = join(root, 'component/budget.ts')
  writeFileSync(budget, withCalls(readFileSync(budget, 'utf8'), name, folder))
  return { files: [action, transcript, 'actions/index.ts', 'component/budget.ts'] }
}

/** @param {string} word */
const isName = word => /^[a-z][A-Za-z0-9]*$/.test(word)

/**
 * @param {string} path
 * @param {string} text
 */
const write = (path, text) => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/**
 * A string of TypeScript in the quotes that the formatter gives it.
 * @param {string} text
 */
const quoted = text => {
  const double = JSON.stringify(text)
  if (text.includes("'") && !text.includes('"')) return double
  return `'${double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

/**
 * @param {string} name
 * @param {string} title
 * @param {string} folder
 */
const actionText = (
  name,
  title,
  folder,
) => `import { action, integer, object, string } from '../../definitions/index.ts'
import { get } from '../../component/api.ts'
import { inBody } from '../../component/listActions.ts'

// TODO: the members of a record that people use, under Pipedrive's own names.
const Result = object({ properties: { id: integer({ required: true }), content: string() } })

// TODO: the address of this endpoint, and the scope that it needs.
/** https://developers.pipedrive.com/docs/api/v1 */
export const ${name} = action({
  name: '${name}',
  title: ${quoted(title)},
  // TODO: say what it does.
  description: 'Returns one record.',
  // TODO: say to agents what it is for, when to use another action, and what to do about duplicates.
  agentHint: 'Reads one record whose id is known.',
  effect: 'read',
  // TODO: what the user fills in; what is picked gets an optionsDataSource.
  properties: {
    id: integer({ label: 'Id', required: true, minValue: 1 }),
  },
  output: inBody({ data: { ...Result, required: true } }),
  sampleOutput: { body: { data: { id: 1, content: 'Call back' } } },
  // TODO: the method and path of the endpoint.
  *perform({ id }) {
    const data = yield* get('/api/v1/${folder}/{id}', { params: { id }, returns: Result })
    return { body: { data } }
  },
})
`

/**
 * @param {string} name
 * @param {string} folder
 */
const transcriptText = (name, folder) => `{
  "about": "TODO: say what is shown here, once the input and the response are the endpoint's.",
  "operation": "actions/${name}",
  "complete": true,
  "input": { "id": 1 },
  "exchange": [
    [
      {
        "request": { "method": "GET", "path": "/api/v1/${folder}/{id}", "params": { "id": 1 } },
        "response": { "body": { "success": true, "data": { "id": 1, "content": "Call back" } } }
      }
    ]
  ],
  "output": { "body": { "data": { "id": 1, "content": "Call back" } } }
}
`

/**
 * The list of actions with one more at its end.
 * @param {string} list
 * @param {string} name
 * @param {string} folder
 */
const withAction = (list, name, folder) =>
  list
    .replace(
      /(\nimport [^\n]+\n)(?!import)/,
      `$1import { ${name} } from './${folder}/${name}.ts'\n`,
    )
    .replace(/\n\]\n/, `\n  ${name},\n]\n`)

/**
 * The calls of each operation with those of one more, for the forecast of what a workflow costs.
 * @param {string} text
 * @param {string} name
 * @param {string} folder
 */
const withCalls = (text, name, folder) =>
  text.replace(
    /(\nconst calls: [^\n]*\n)/,
    `$1  ${name}: [one('GET', '/api/v1/${folder}/{id}')],\n`,
  )

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const result = scaffold(process.argv.slice(2), '.')
  if ('problem' in result) {
    console.error(`${result.problem}\n${usage}`)
    process.exitCode = 2
  } else {
    console.log(`Written: ${result.files.join(', ')}.`)
    console.log('Next: fill in what is marked TODO; CONTRIBUTING.md has the steps.')
  }
}

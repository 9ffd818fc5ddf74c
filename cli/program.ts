import { Command, CommanderError, Option } from '@commander-js/extra-typings'
import { asComponentError } from '../engine/index.ts'
import { exitCodes } from './exit.ts'
import { clientId, count, redirectUri } from './input.ts'
import { addMcp } from './mcp.ts'
import { port, portProblem } from './port.ts'
import { fail } from './output.ts'
import { printableLines } from './printable.ts'
import { addTypes } from './types/addTypes.ts'
import { addWorkflowBind, addWorkflowRun, addWorkflowStart } from './workflowCommands.ts'

const program = new Command('pipedrive-component')
  .description('Runs the Pipedrive component: its actions, live lists and triggers.')
  .exitOverride()
  .showHelpAfterError()
  .configureOutput({ outputError: (text, write) => write(printableLines(text)) })

const json = ['--json', 'print JSON for machines'] as const
const input = ['--input <json>', 'the input: JSON, @file, or - for standard input'] as const

const connecting = <Arguments extends unknown[]>(command: Command<Arguments>) =>
  command
    .option('--sandbox', 'use an embedded Pipedrive that lives as long as this command')
    .option('--connection <name>', 'use an account connected by `connect`')
    .option('--url <origin>', 'use a running one; its token is in PIPEDRIVE_ACCESS_TOKEN')

program
  .command('list')
  .description('list all actions and triggers')
  .option(...json)
  .action(async options => (await import('./commands/list.ts')).list(options))

program
  .command('describe <operation>')
  .description('show the input and output of an action or trigger')
  .option(...json)
  .action(async (name, options) => (await import('./commands/describe.ts')).describe(name, options))

connecting(program.command('run <action>'))
  .description('run an action')
  .option(...input)
  .option('--limit <n>', 'rows of a list at most', count('--limit'))
  .option('--ndjson', 'print a list row by row as it comes')
  .option('--dry-run', 'show what would be written, and write nothing')
  .option('--timeout <seconds>', 'give up after this many seconds', count('--timeout'))
  .addOption(
    new Option('--on-unknown <what>', 'after a write without a response')
      .choices(['fail', 'find-existing'])
      .default('fail' as const),
  )
  .option(...json)
  .action(async (name, options) => (await import('./commands/run.ts')).run(name, options))

connecting(program.command('options <action> <path>'))
  .description('load the choices of a select, such as options addDeal deal.stage_id')
  .option(...input)
  .option('--search <text>', 'narrow the list')
  .option('--cursor <cursor>', 'the next page')
  .option('--value <value>', 'only the label of this value')
  .option(...json)
  .action(async (name, path, options) =>
    (await import('./commands/options.ts')).options(name, path, options),
  )

connecting(program.command('listen <trigger>'))
  .description('enable a trigger and print its events; with --sandbox, cause them too')
  .option('--count <n>', 'stop after this many events', count('--count'))
  .option('--public-url <url>', 'the https address under which Pipedrive reaches --port')
  .option('--port <n>', 'the port to listen on', port('--port'))
  .option(...json)
  .action(async (name, options) => (await import('./commands/listen.ts')).listen(name, options))

const workflow = program.command('workflow').description('work with ByteChef workflow files')

addWorkflowRun(connecting(workflow.command('run <file>')))
addWorkflowBind(connecting(workflow.command('bind <file>')))
addWorkflowStart(workflow.command('start <file>'))

const runs = program
  .command('runs')
  .description('list the runs of started workflows, newest first')
  .option('--state <state>', 'waiting, running, done, failed, skipped, cancelled, parked or dead')
  .option('--before <id>', 'only runs older than this one', count('--before'))
  .option(...json)
  .action(async options => (await import('./commands/runs.ts')).list(options))
runs
  .command('show <id>')
  .description('show a run with its event, and each step with its requests')
  .option(...json)
  .action(async (id, _, command) =>
    (await import('./commands/runs.ts')).show(count('id')(id), command.optsWithGlobals()),
  )
runs
  .command('retry <id>')
  .description('let a run go on that was given up or parked; look in Pipedrive first')
  .option(...json)
  .action(async (id, _, command) =>
    (await import('./commands/runs.ts')).retry(count('id')(id), command.optsWithGlobals()),
  )

program
  .command('connect [name]')
  .description('connect to a Pipedrive account by OAuth2, and keep the connection')
  .option('--callback <url>', 'the callback of the app, if it is not the usual one')
  .option('--server <origin>', 'the authorization server of a running sandbox')
  .option(...json)
  .action(async (name, options) =>
    (await import('./commands/connect.ts')).connectAccount(name, options),
  )

const connections = program
  .command('connections')
  .description('list the connections, and what each has used')
  .option('--usage', 'calls and tokens by day')
  .option(...json)
  .action(async options => (await import('./commands/connections.ts')).list(options))
connections
  .command('test <name>')
  .description('ask Pipedrive who is connected, and name scopes that are missing')
  .option(...json)
  .action(async (name, _, command) =>
    (await import('./commands/connections.ts')).test(name, command.optsWithGlobals()),
  )
connections
  .command('rename <name> <to>')
  .description('give a connection another name')
  .option(...json)
  .action(async (name, to, _, command) =>
    (await import('./commands/connections.ts')).rename(name, to, command.optsWithGlobals()),
  )
connections
  .command('disconnect <name>')
  .description('revoke the tokens, which uninstalls the app for this user, and forget them')
  .option(...json)
  .action(async (name, _, command) =>
    (await import('./commands/connections.ts')).disconnect(name, command.optsWithGlobals()),
  )

program
  .command('sandbox')
  .description('serve the embedded Pipedrive and print how to reach it')
  .option('--port <n>', 'the port to serve on; 0 takes any', port('--port'))
  .option('--redirect-uri <url>', 'the callback of its app', redirectUri('--redirect-uri'))
  .option('--client-id <id>', 'the id of its app', clientId('--client-id'))
  .addOption(
    new Option('--plan <plan>', 'whose limits apply; none when off')
      .choices(['off', 'lite', 'growth', 'premium', 'ultimate'])
      .default('off' as const),
  )
  .option(...json)
  .option('--seed <n>', 'other data, just as reproducible', count('--seed'))
  .option('--scale <n>', 'number of deals; other records in proportion', count('--scale'))
  .option('--deal-fields <n>', 'the number of custom fields of deals', count('--deal-fields'))
  .action(async options => (await import('./commands/sandbox.ts')).sandbox(options))

program
  .command('workbench')
  .description('serve the workbench in the browser, with a sandbox to try it on')
  .option('--port <n>', 'the port to serve on, or the next one that is free', port('--port'))
  .option('--inbox-port <n>', 'the port for deliveries, likewise', port('--inbox-port'))
  .option('--data <folder>', 'where everything is kept')
  .option('--alert-command <command>', 'run when a workflow that is on fails, with a text as input')
  .option(...json)
  .action(async options => (await import('./commands/workbench.ts')).workbench(options))

connecting(program.command('tour'))
  .description('run everything once and check it')
  .option('--public-url <url>', 'the https address under which Pipedrive reaches --port')
  .option('--port <n>', 'the port to receive events on', port('--port'))
  .option(...json)
  .action(async options => (await import('./tour/index.ts')).tour(options))

addMcp(connecting(program.command('mcp')))
addTypes(connecting(program.command('types')))

/** Runs one command; `process.exitCode` says how it has ended. */
export const runProgram = async (words: readonly string[]): Promise<void> => {
  try {
    await program.parseAsync(words, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError)
      process.exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.input
    else fail(asComponentError(portProblem(error)), words.includes('--json'))
  }
}

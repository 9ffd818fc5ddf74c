import type { Command } from '@commander-js/extra-typings'
import { count } from './input.ts'
import { port } from './port.ts'

type Connecting = Command<[string], { sandbox?: true; connection?: string; url?: string }>

const json = ['--json', 'print JSON for machines'] as const

export const addWorkflowRun = (command: Connecting): void => {
  command
    .description('run a workflow of Pipedrive actions; - reads it from standard input')
    .option('--event <json>', 'the output of its trigger: JSON, @file, or the word sample')
    .option(...json)
    .action(async (file, options) =>
      (await import('./commands/workflow.ts')).workflow(file, options),
    )
}

export const addWorkflowBind = (command: Connecting): void => {
  command
    .description('keep the keys of custom fields beside their names in a workflow file')
    .option(...json)
    .action(async (file, options) =>
      (await import('./commands/bindWorkflow.ts')).bindWorkflow(file, options),
    )
}

export const addWorkflowStart = (command: Command<[string]>): void => {
  command
    .description('enable the trigger of a workflow and run each event, until Ctrl-C')
    .option('--sandbox', 'use an embedded Pipedrive, and cause the events too')
    .option('--connection <name>', 'use an account connected by `connect`')
    .option('--public-url <url>', 'the https address under which Pipedrive reaches --port')
    .option('--port <n>', 'the port to receive events on', port('--port'))
    .option('--count <n>', 'stop after this many runs', count('--count'))
    .option(...json)
    .action(async (file, options) =>
      (await import('./commands/startWorkflow.ts')).start(file, options),
    )
}

import { type Command, Option } from '@commander-js/extra-typings'
import { minimum } from './input.ts'
import { port } from './port.ts'

/** What the command for agents takes besides the connection. */
export const addMcp = (
  command: Command<[], { sandbox?: true; connection?: string; url?: string }>,
): void => {
  command
    .description('offer the actions to AI agents, by the Model Context Protocol')
    .option('--http', 'serve over HTTP on this machine instead of standard input and output')
    .option('--port <n>', 'the port of --http, 4790 if absent', port('--port'))
    .option('--read-only', 'only tools that change nothing')
    .option(
      '--only <list>',
      'only tools about these records or of these names, such as deals,add_person',
    )
    .addOption(
      new Option('--allow <what>', 'allow deleting, which is off otherwise').choices([
        'delete',
      ] as const),
    )
    .option('--max-bytes <n>', 'the size of an answer', minimum('--max-bytes', 2_500))
    .option('--list', 'print the tools and what agents read about them, and end')
    .option('--json', 'with --http or --list, print JSON for machines')
    .action(async options => (await import('./commands/mcp.ts')).mcp(options))
}

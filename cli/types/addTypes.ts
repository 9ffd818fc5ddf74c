import type { Command } from '@commander-js/extra-typings'

/** What the command for the types of an account takes besides the connection. */
export const addTypes = (
  command: Command<[], { sandbox?: true; connection?: string; url?: string }>,
): void => {
  command
    .description('print TypeScript types of the records of an account, custom fields by name')
    .option('--json', 'print JSON Schema instead')
    .action(async options => (await import('../commands/types.ts')).types(options))
}

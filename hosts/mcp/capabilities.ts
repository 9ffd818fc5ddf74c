import type { HostCapabilities } from '../capabilities.ts'

export const capabilities: HostCapabilities = {
  name: 'mcp',
  title: 'AI agents (MCP)',
  lacks: {
    exactOutput:
      'An answer has to fit the context of a model: members that are null are left out, and what is longer than `--max-bytes` is cut and says so.',
    exactLimit:
      'A list is read in whole pages and shown part by part, so that most cursors cost no further call.',
    listLabels:
      'An agent is handed labels and ids side by side; it has no form that keeps an id alone.',
    dependentLists:
      'A tool knows nothing of the arguments of another one. The list that has all of them names what each entry belongs to, such as the pipeline of a stage.',
    triggers: 'An agent calls tools; nothing of it runs when an event comes in.',
    findExisting:
      'A tool has no setting for it. The error of a write of unknown outcome says what to look for, and the agent has the tools to do so.',
  },
  differs: {
    'Rows of lists':
      'An answer has 20 rows if not told otherwise and 500 at most, for a model reads all of it; a cursor goes on.',
    'Deleting and everything else that can’t be undone':
      'It is off unless the server is started with `--allow delete`, and is asked for where the client can ask its user, for an agent may be talked into it by what it reads.',
    'Forms of custom fields':
      'Tools are listed once, before an account has been asked, so that their schema is an open object.',
  },
}

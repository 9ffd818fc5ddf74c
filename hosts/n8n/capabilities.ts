import type { HostCapabilities } from '../capabilities.ts'

const byLabel = 'n8n refuses the run itself, before the node is asked, and names the label'
const refused = (name: string) => `bad input: ${name} is refused by its name, and nothing is sent`

export const capabilities: HostCapabilities = {
  name: 'n8n',
  title: 'n8n',
  lacks: {
    customAction:
      'n8n adds “Custom API Call” to every list of operations itself, with the same credential',
    exactOutput:
      'n8n works with items, so each record is an item of its own and the envelope is taken off',
    shortListSearch: 'n8n’s editor narrows a list that has come whole by itself',
    listLabels: 'n8n keeps the label beside the value, and does not ask for it again',
    timeout:
      'n8n hands its own signal to every request; a request ends after 60 s, an execution after the time that n8n is set to',
  },
  exceptions: {
    'actions: updatePerson: Lists are replaced where that is wanted, and null empties them; nothing is read for it.':
      'n8n’s groups can’t hold null; “replace” without an entry empties a list',
    [refused('a property that there is not')]:
      'n8n drops parameters that a form does not have before the node sees them',
    [refused('a required property that is left out')]: byLabel,
    [refused('an empty title')]: byLabel,
    [refused('a text in place of an object')]: byLabel,
    [refused('nothing where an object belongs')]: byLabel,
    [refused('an id that is null')]: byLabel,
    [refused('an id that is empty')]: byLabel,
    [refused('a date with a time')]:
      'n8n’s picker gives a time with every date, so the day is taken and the time left out',
  },
  differs: {
    'Values of hidden fields are dropped':
      'n8n removes what a display condition hides before the node sees it, so that nothing is said of it',
    'Repeated deliveries are recognized within one process':
      'n8n has no store that is safe for this; put “Remove Duplicates” on `_event.id` behind several webhook processes',
    'An execution whose worker was killed can’t be retried':
      'n8n lists it as failed and drops its event; docs/scaling.md says how to catch up from the records',
    'The pause after a refused address holds for all executions of a process':
      'the limits of a credential are shared by all nodes of the process, which is what keeps them within it',
    'Outputs that are not as declared are passed on without a word':
      'n8n takes items of any shape; hints tell of what could not be looked up after a write',
  },
}

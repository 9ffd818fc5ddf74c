import type { HostCapabilities } from '../capabilities.ts'

/** ByteChef, as its contract for scripts is documented, and with a context for all functions. */
export const capabilities: HostCapabilities = {
  name: 'bytechef',
  title: 'ByteChef',
  lacks: {
    listLabels:
      'ByteChef hands a list the text of a search and no value, so that it can’t ask for the label of one.',
    listPages:
      'A form of ByteChef asks for choices once. The first five pages are read, and a last entry says so where there are more.',
    renewal: 'ByteChef renews access tokens itself; a script has no part in it.',
    rateLimit:
      'Each call of the platform has an engine of its own, so that calls know nothing of each other. Within one call the limit is kept, and a 429 is waited for.',
    dailyBudget:
      'Each call of the platform has an engine of its own, which does not know what an earlier one was told.',
    findExisting:
      'ByteChef has no setting for it. A write of unknown outcome is never repeated; the error says what to look for.',
    timeout:
      'The script engine has no timers. ByteChef ends a task that takes too long; one request may take 60 s.',
  },
  exceptions: {
    'actions: customAction: An answer that is not an object is wrapped.':
      'ByteChef hands over no body of another type than JSON, such as a file; the output says of which type it was.',
  },
  differs: {
    'Lists and turning a trigger on or off':
      'The documented contract gives HTTP to `perform` alone. The functions make calls as soon as ByteChef hands a context over as the last argument, and say so until then.',
    'Events are not completed':
      'The contract gives no HTTP to `webhookRequest`. What a delivery lacks, such as the name of the owner, is null.',
    'Credentials of deliveries':
      'They are checked where ByteChef hands over what `webhookEnable` has returned. The documented contract does not; then the secret address of the webhook is what protects it.',
    'Waiting for a rate limit':
      'The engine has no timers, so that a wait keeps a thread busy. Waits of ten seconds in all are begun; a longer one ends with an error that names the time.',
    'Lists of several values':
      'A list has no choices of its own in the contract: each of its entries is chosen.',
    'Custom fields':
      'The contract has no dynamic properties: their names or keys are typed in. Outputs have them by key, and by name where “Custom Fields by Name” is ticked: a script keeps nothing from one step to the next, so that each step pays for the names.',
    'Warnings of outputs': 'They go to `context.log`.',
  },
}

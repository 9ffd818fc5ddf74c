import type { Guard } from './guard.ts'

export const low: readonly Guard[] = [
  {
    id: 'L1',
    finding: 'secrets that a server echoes are shown',
    tests: [
      'no answer of the API shows a secret, wherever and however it repeats one',
      'nor does one show the password of a webhook that it refuses',
      'no answer of a token endpoint shows what it was asked with',
      'a reply that grants tokens shows none of them where they don’t belong',
      'an event that repeats its credentials is kept without them',
      'what an account repeats is in no answer of the workbench, and not in its files',
      'no command prints a secret that a server repeats',
    ],
    attacks: ['Hostile token replies, absurd `expires_in`, callbacks'],
  },
  {
    id: 'L2',
    finding: 'terminals obey control characters of names',
    tests: [
      '$said shows control characters',
      'an error of %s %s shows them',
      'workflow start and runs show them',
      'what JSON says is as it was',
    ],
  },
  {
    id: 'L3',
    finding: 'an answer that drips never ends, and a run of the inbox has no end',
    tests: [
      '$action that waits for $what ends with $by',
      'an answer that drips ends by itself, and says what is known of a write',
      'steps that hang end when their time is over, and others get their turn',
      'a workflow is closed within seconds while the store is locked',
      'it ends within seconds while another program keeps its database locked',
      'time that ends closes the connection',
    ],
    attacks: ['Answers that drip or never come: timeouts, signals and close end the wait'],
  },
  {
    id: 'L4',
    finding: 'a write that has not left is said to be perhaps written',
    tests: [
      'a write to a server that %s has not left, and may be tried again',
      'a write that was refused has not been made, and is no lost one',
      'a write that is given up while it waits has not been made',
      'a write that finds no free connection for long has not been sent, now or later',
    ],
  },
  {
    id: 'L5',
    finding: 'a write that is answered without its record is not to be looked for',
    tests: ['a success without the record, %j, is looked for like a lost answer'],
    attacks: ['Redirects, broken, truncated and lost answers, for reads and writes'],
  },
  {
    id: 'L6',
    finding: 'an absurd limit in a header waits for ever',
    tests: ['Retry-After %j is no time, and the request is sent again soon, but not at once'],
    attacks: ['Forms of 429, absurd `retry-after` and `x-ratelimit` headers'],
  },
  {
    id: 'L7',
    finding: 'Custom Action lets encoded ways up the path and inexact numbers pass',
    tests: [
      'Custom Action can’t leave the host of the connection',
      'the id %p is no number',
      'the amount %s would be rounded, and is refused',
    ],
    attacks: ['Custom Action: ways up the path, headers, query and bodies that no call has'],
  },
  {
    id: 'L8',
    finding: 'deep, circular and huge inputs are called a defect',
    tests: [
      '%s in an input is refused as such',
      '%s in an output is refused where it is used',
      'tens of thousands of wrong e-mails are told in a few words',
    ],
    attacks: ['Hostile values in every property of all operations'],
  },
  {
    id: 'L9',
    finding: 'malformed deliveries are answered 503',
    tests: [
      'what no event can be is malformed, and never a failure of the receiver',
      'a body that is no UTF-8 is refused, as is one that is cut off',
      'a body that is no UTF-8 is refused',
    ],
    attacks: ['Forged, malformed, wrong type, old, huge, not UTF-8'],
  },
  {
    id: 'L10',
    finding: 'connections that are slow or idle starve deliveries',
    tests: ['hundreds of connections that are %s keep no delivery out'],
    attacks: ['Hundreds of slow or idle connections, while others deliver'],
  },
  {
    id: 'L11',
    finding: 'first starts at once read half a key',
    tests: ['eight processes begin at once in an empty folder, and have one key'],
    attacks: ['First starts of eight processes in the same moment'],
  },
  {
    id: 'L12',
    finding: 'damage to the store is called a defect',
    tests: [
      'a file in place of the folder is named',
      'a version of %i is damage, and nothing is changed',
      'a store.db that was emptied is not taken for a new one',
      'a key that is missing is named, and none is made in its place',
    ],
    attacks: ['Damaged files, logs, keys, versions and rows of the store'],
  },
  {
    id: 'L13',
    finding: 'old runs are kept, and the file does not shrink',
    tests: [
      'what ended two months before the newest event is deleted, and what waits for a person after a year',
      'runs are deleted while a workflow is on, every hour',
      'the file shrinks with them',
      'a run of the example takes 3 kB at the most, with all that is in its journal',
    ],
  },
  {
    id: 'L14',
    finding: 'a token endpoint that hangs or answers without a refresh token stops work',
    tests: [
      'while the old token holds, a token endpoint that hangs costs a second, once',
      'a step does not wait for new tokens longer than it may',
    ],
    attacks: ['Hostile token replies, absurd `expires_in`, callbacks'],
  },
  {
    id: 'L15',
    finding: 'cursors that go in a circle never end',
    tests: ['cursors that come again after %i pages end the list with an error'],
  },
  {
    id: 'L16',
    finding: 'processes on one small plan are not coordinated',
    tests: ['%i processes on one connection share the rate of Lite, and no 429 surfaces'],
    attacks: ['Eight processes on one connection of the plan Lite'],
  },
  {
    id: 'L17',
    finding: 'GET // is answered 500, bodies have no deadline, a second Host is ignored',
    tests: ['a target that is no path is not there, and a second name is refused'],
    attacks: ['Slow heads and bodies, which keep no other request waiting and are cut off'],
  },
  {
    id: 'L18',
    finding: 'other users of the machine can use the workbench',
    tests: ['nobody else on the network reaches it'],
    open: 'docs/workbench.md says so; a port of this machine is open to its users',
  },
]

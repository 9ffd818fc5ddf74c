import type { Guard } from './guard.ts'

export const severe: readonly Guard[] = [
  {
    id: 'H1',
    finding: 'a request that is no URL ends the process',
    tests: [
      '%s is nothing that is there',
      '300 malformed requests to the port of the %s neither end nor hang it',
      'a target that is no path finds nothing, and deliveries go on',
    ],
    attacks: [
      'The same 300 malformed requests to the page, the OAuth callback, the receiver and both sandboxes',
    ],
  },
  {
    id: 'H2',
    finding: 'requests that are refused before they are sent block a connection for ever',
    tests: [
      '%s is refused as input, again and again, and the next request finds a connection',
      'it ends within seconds, whatever waits for an answer',
      'a row that no address can name is refused as often as it is asked for',
    ],
  },
  {
    id: 'H3',
    finding: 'without a listener no run ends',
    tests: ['runs end without listeners, and with listeners that throw'],
  },
  {
    id: 'M1',
    finding: 'a store that fails for a moment leaves acknowledged events lying',
    tests: ['a run that the store could not keep is ended once it can, and says why'],
  },
  {
    id: 'M2',
    finding: 'a workflow of many wrong references takes all memory',
    tests: [
      'a workflow of %s is refused in a few words',
      'a workflow of %s is refused before it is kept',
      'a workflow that is damaged is named, can be deleted, and keeps nothing else from working',
    ],
    attacks: ['Hostile workflow JSON: depth, names, references, pollution, size'],
  },
  {
    id: 'M3',
    finding: 'any web page can give orders to the embedded sandbox',
    tests: [
      'another site can’t use the port of the sandbox, and nobody can give it orders',
      'a foreign name that leads to this machine is refused at %s',
    ],
  },
  {
    id: 'M4',
    finding: 'a clock that is put right stops work',
    tests: [
      'a clock that is put back an hour makes no request wait',
      'a clock that is %s drops no event, and none waits once it is put right',
      'a pause that was made by a clock %s ends once it is put right',
      'a clock that jumps to %s and back refreshes at most twice',
      'a clock that is %s drops no event, and none waits once it is put right',
      'a pause that was made by a clock %s ends once it is put right',
      'a clock that is %i ms ahead deletes nothing',
    ],
  },
  {
    id: 'M5',
    finding: 'an absurd expires_in makes the data directory unusable',
    tests: [
      'expires_in of %s is kept within a year, and no token is lost',
      'an absurd %s.%s keeps nothing from being read',
      'a %s.%s that is no JSON keeps nothing from being read',
    ],
    attacks: ['Hostile token replies, absurd `expires_in`, callbacks'],
  },
  {
    id: 'M6',
    finding: 'a listener that does not read takes memory without end',
    attacks: ['Listeners that don’t read, while thousands of events happen'],
  },
  {
    id: 'M7',
    finding: 'other users can read the files of the store',
    tests: [
      'no secret can be read from the files, and only the user may read them at all',
      'what others could read, as an earlier version has left it, is closed to them',
    ],
    attacks: ['Files of the data directory that another user could read'],
  },
  {
    id: 'M8',
    finding: 'npm ci without development dependencies fails',
    tests: ['says what to do where nothing is built'],
    attacks: ['`npm ci --omit=dev` in a checkout'],
  },
  {
    id: 'M9',
    finding: 'a locked database holds up the whole process',
    tests: [
      'a database that is locked keeps nothing else from going on, and is written to once it is free',
    ],
  },
]

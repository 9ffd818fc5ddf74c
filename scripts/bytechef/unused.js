/**
 * What the script has no use for. Members of definitions go that only other hosts read, and functions
 * get a body that is right where each call has an engine of its own, which knows nothing of others.
 */

/** Members of objects, by the files that have them; a name with a dot says the member around it too. */
export const members = [
  {
    files: /component\/index\.ts$/,
    names: [
      'budget',
      'changes',
      'currentRecord',
      'explain',
      'outdatedNames',
      'recordPages',
      'recordPath',
      'records',
      'simulate',
      'subjects',
      'webOrigin',
    ],
  },
  {
    files: /connection\/index\.ts$/,
    names: ['baseUri', 'missingScopes', 'refreshOn', 'revokeUrl', 'test'],
  },
  // The contract has no dynamic properties, and workflows are not ours: they are asked for nowhere.
  {
    files: /component\/customFields\/property\.ts$/,
    names: ['propertiesDataSource.properties', 'propertiesDataSource.names'],
  },
  {
    files: /component\/customFields\/fields\.ts$/,
    names: ['description', 'important_fields', 'required_fields'],
  },
  // Definitions of custom fields are as old as the call at most.
  { files: /component\/customFields\/where\.ts$/, names: ['look', 'renew'] },
  // Names in place of ids, and what forms of other hosts say of a list.
  { files: /component\/options\/.*\.ts$/, names: ['aliases', 'byName', 'nameField'] },
  { files: /component\/options\/(recordChoices|settings)\.ts$/, names: ['record', 'searchable'] },
  { files: /component\/options\/settings\.ts$/, names: ['optionsLookupDependsOn', 'partOf'] },
  {
    files: /\/(actions|component)\/.*\.ts$/,
    names: ['agentHint', 'findExisting', 'isMemberName', 'newest', 'serializeBy'],
  },
  { files: /definitions\/manifest\/toManifest\.ts$/, names: ['agentHint', 'metadata'] },
  // Rows that are streamed.
  { files: /definitions\/list\.ts$/, names: ['list'] },
]

/** Functions by name, and what stands in place of their body or value. */
export const functions = [
  { files: /component\/tokenCosts\.ts$/, bodies: { tokenCost: '() => 0' } },
  { files: /component\/subjects\.ts$/, bodies: { subjectsOf: '() => {}' } },
  {
    files: /component\/customFields\/outdated\.ts$/,
    bodies: { rememberUnderstood: '() => {}', hasUnknownKey: '() => false' },
  },
  { files: /component\/customFields\/fields\.ts$/, bodies: { mayBeOutdated: '() => false' } },
  {
    files: /component\/customFields\/output\.ts$/,
    bodies: {
      beforeEvent: 'undefined',
      inEvent: 'undefined',
      planOf: `{
        const known = yield* definitions(kind, memory)
        return known && planFor(known.fields)
      }`,
    },
  },
  { files: /engine\/requests\/cached\.ts$/, bodies: { withAge: 'response => response' } },
  { files: /definitions\/dropOldest\.ts$/, bodies: { dropOldest: '() => {}' } },
  // Nothing is looked up for an event.
  {
    files: /triggers\/outputs\.ts$/,
    bodies: {
      fetchMore: `{
        const more = { email_messages_count: null, cc_email: null, owner_name: null, custom: {} }
        return { ...more, ...(previous && { previous: { ...previous, custom: {} } }) }
      }`,
      nameIn: '() => null',
    },
  },
  {
    files: /definitions\/manifest\/toManifest\.ts$/,
    bodies: { optionsSource: 'source => source', propertiesSource: 'source => source' },
  },
  // Names in place of ids, dry runs.
  { files: /engine\/input\/checkInput\.ts$/, bodies: { checkNamedInput: '{}' } },
  {
    files: /engine\/steps\/runStep\.ts$/,
    bodies: { stepWork: '{ return yield* performAction(action, input) }' },
  },
  // A lost write fails here, and is not looked for.
  {
    files: /engine\/steps\/lostWrite\.ts$/,
    bodies: { performAction: '{ return { output: yield* perform(action, input), warnings: [] } }' },
  },
  // See hosts/bytechef/paced.ts.
  { files: /engine\/requests\/rateLimit\.ts$/, bodies: { initialState: '() => {}' } },
  { files: /engine\/steps\/meter\.ts$/, bodies: { uncertainCall: '() => {}' } },
  // Nothing is cancelled.
  { files: /engine\/requests\/abort\.ts$/, bodies: { isAbort: '() => false' } },
  { files: /engine\/steps\/result\.ts$/, bodies: { cancelled: 'error => error' } },
  { files: /engine\/steps\/loadOptions\.ts$/, bodies: { sourceOfMember: '() => {}' } },
]

/** What the engine does for other hosts alone: references, names in place of ids, dry runs. */
export const parts = /engine\/(names\/resolveNames|references\/resolve|steps\/preview)\.ts$/

import { toManifest, type ActionManifest, type PropertyManifest } from '../../definitions/index.ts'
import { findAction, loadProperties, withCustomOutput, writerOf } from '../../engine/index.ts'
import { component } from '../component.ts'
import { withConnection, type ConnectionTarget } from '../connect.ts'
import { fail, info, print, printJson } from '../output.ts'
import { recordSchema } from '../types/recordSchema.ts'
import { declaration } from '../types/typescript.ts'

interface TypesOptions extends ConnectionTarget {
  readonly json?: boolean
}

/** Types of the records of an account: what actions put out, with custom fields by name. */
export const types = async (given: TypesOptions): Promise<void> => {
  const { json = false } = given
  const manifest = toManifest(component)
  await withConnection(given, async ({ client }, signal) => {
    const records: [string, PropertyManifest][] = []
    for (const action of manifest.actions.filter(isOneRecord)) {
      const writer = writerOf(manifest, action)
      if (!writer) continue
      const { operation, path } = writer
      const known = { client, signal }
      const loaded = await loadProperties(
        findAction(component, operation),
        path,
        { input: {}, fresh: true },
        known,
      )
      if ('error' in loaded) {
        const { error, ...cost } = loaded
        return fail(error, json, cost)
      }
      const record = recordIn(withCustomOutput(action, loaded.properties))
      if (record) records.push([nameOf(action), record])
    }
    if (json)
      return printJson({
        $schema: 'http://json-schema.org/draft-07/schema#',
        definitions: Object.fromEntries(
          records.map(([name, record]) => [name, recordSchema({ ...record, required: true })]),
        ),
      })
    print('// Records of this account, as the actions of pipedrive-component put them out.')
    for (const [name, record] of records)
      for (const line of ['', ...declaration(name, record).trimEnd().split('\n')]) print(line)
    info(`${records.length} records. When fields are added or renamed, print them again.`)
  })
}

const isOneRecord = ({ subject }: ActionManifest) => subject?.verb === 'get'

const nameOf = ({ subject }: ActionManifest) => {
  const { record = '' } = subject ?? {}
  return record.charAt(0).toUpperCase() + record.slice(1)
}

const recordIn = ({ outputDefinition }: ActionManifest): PropertyManifest | undefined => {
  let here: PropertyManifest | undefined = outputDefinition.outputResponse.outputSchema
  for (const name of ['body', 'data']) here = here?.properties?.find(one => one.name === name)
  return here
}

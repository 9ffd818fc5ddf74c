import { pipedrive } from '../../../component/index.ts'
import { toJsonSchema, type JsonSchema } from '../../../definitions/index.ts'
import { layoutOf, recordProperties } from './layout.ts'

/** What each operation puts out, by n8n's path: the editor shows it before anything has run. */
export const schemas: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
  layoutOf(pipedrive).map(placed => {
    const properties = [...recordProperties(pipedrive, placed)]
    const { type, ...schema } = toJsonSchema(
      { type: 'OBJECT', controlType: 'OBJECT_BUILDER', required: true, properties },
      'output',
    )
    return [`${placed.resource}/${placed.operation}.json`, { type, ...schema, version: 1 }]
  }),
)

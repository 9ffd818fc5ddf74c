import { array, integer, object, string, type OptionsDataSource } from '../../definitions/index.ts'
import { allRows } from './settings.ts'
import { clientFiltered } from './wholeLists.ts'

const Field = object({
  properties: {
    field_code: string({ required: true }),
    options: array({
      items: object({ properties: { id: integer(), label: string(), color: string() } }),
    }),
  },
})

/**
 * The options of a field that every account has. https://developers.pipedrive.com/docs/api/v1/DealFields
 */
const optionsOf = (
  name: string,
  path: `/api/v2/${'deal' | 'person' | 'organization'}Fields`,
  codes: readonly string[],
): OptionsDataSource<number> =>
  clientFiltered<number>(name, function* () {
    const fields = yield* allRows(path, Field)
    const field = fields.find(({ field_code }) => codes.includes(field_code))
    return (field?.options ?? []).flatMap(({ id, label, color }) =>
      typeof id === 'number' ? [{ value: id, label: label ?? String(id), details: [color] }] : [],
    )
  })

/** Fields have the code `label`, and records the member `label_ids`. */
const labelCodes = ['label', 'label_ids']

export const dealLabels = optionsOf('dealLabels', '/api/v2/dealFields', labelCodes)
export const personLabels = optionsOf('personLabels', '/api/v2/personFields', labelCodes)
export const organizationLabels = optionsOf(
  'organizationLabels',
  '/api/v2/organizationFields',
  labelCodes,
)
export const industries = optionsOf('industries', '/api/v2/organizationFields', ['industry'])

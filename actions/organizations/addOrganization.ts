import { action, inBody, object, string, type OutputOf } from '../../definitions/index.ts'
import { page, post } from '../../component/api.ts'
import { existing, newestFirst } from '../../component/existing.ts'
import { owner } from '../../component/inputs.ts'
import { asOrganizations, one } from '../../component/records.ts'
import { sampleOrganization } from '../../component/samples.ts'
import { Organization } from '../../component/shapes.ts'
import { OrganizationRecord } from '../../component/wire.ts'

/** https://developers.pipedrive.com/docs/api/v1/Organizations#addOrganization */
export const addOrganization = action({
  name: 'addOrganization',
  title: 'Add an organization',
  description: 'Adds a new organization.',
  effect: 'create',
  properties: {
    organization: object({
      label: 'Organization',
      required: true,
      properties: {
        name: string({ label: 'Name', required: true, minLength: 1 }),
        owner_id: owner,
      },
    }),
  },
  output: inBody({ data: { ...Organization, required: true } }),
  sampleOutput: { body: { data: sampleOrganization } },
  *perform({ organization }) {
    return yield* shown(
      yield* post('/api/v2/organizations', { body: organization, returns: OrganizationRecord }),
    )
  },
  existing: ({ organization }, lost) =>
    existing(lost, {
      owner: organization.owner_id,
      name: organization.name,
      newest: (owner_id, position) =>
        page('/api/v2/organizations', {
          ...position,
          query: { owner_id, ...newestFirst },
          row: OrganizationRecord,
        }),
      complete: shown,
    }),
})

function* shown(organization: OutputOf<typeof OrganizationRecord>) {
  return { body: { data: yield* one(asOrganizations([organization], { afterWrite: true })) } }
}

import type { Client } from '../../../runtime/index.ts'
import type { SandboxField, SandboxKind } from '../../api/index.ts'
import { call, everyRow, rowsIn, type Row } from './rest.ts'

export type Choices = NonNullable<SandboxField['choices']>

/** What a field can be set to, where the account decides that. */
export interface ChoiceLists {
  users(): Promise<Choices>
  currencies(): Promise<Choices>
  activityTypes(): Promise<Choices>
  pipelines(): Promise<Choices>
  stages(): Promise<Choices>
  persons(): Promise<Choices>
  organizations(): Promise<Choices>
  deals(): Promise<Choices>
  /** Records of this kind have changed. */
  forget(kind: SandboxKind): void
  /** Forgets stages, pipelines and the like. */
  forgetSettings(): void
}

/** Every list is read once, and again when a record of its kind has changed. */
export const createChoices = (client: Client): ChoiceLists => {
  const known = new Map<string, Promise<Choices>>()
  const once = (name: string, read: () => Promise<Choices>) => () => {
    const choices = known.get(name) ?? read()
    known.set(name, choices)
    choices.catch(() => known.delete(name))
    return choices
  }
  const settings = async (path: string) => rowsIn(await call(client, { path }))
  const records = (kind: SandboxKind, name: string) =>
    once(kind, async () =>
      byLabel((await everyRow(client, `/api/v2/${kind}`)).flatMap(choice('id', name))),
    )
  return {
    users: once('users', async () =>
      (await settings('/api/v1/users')).map(labelled).flatMap(choice('id', 'name')),
    ),
    currencies: once('currencies', async () =>
      (await settings('/api/v1/currencies')).filter(isActive).flatMap(choice('code', 'code')),
    ),
    activityTypes: once('activityTypes', async () =>
      (await settings('/api/v1/activityTypes'))
        .filter(isActive)
        .flatMap(choice('key_string', 'name')),
    ),
    pipelines: once('pipelines', async () =>
      (await settings('/api/v2/pipelines')).flatMap(choice('id', 'name')),
    ),
    stages: once('stages', async () => {
      const pipelines = await settings('/api/v2/pipelines')
      return (await settings('/api/v2/stages')).flatMap(stage => {
        const pipeline = pipelines.find(({ id }) => id === stage['pipeline_id'])
        const name = `${String(stage['name'])} · ${String(pipeline?.['name'])}`
        return choice('id', 'name')({ ...stage, name })
      })
    }),
    persons: records('persons', 'name'),
    organizations: records('organizations', 'name'),
    deals: records('deals', 'title'),
    forget: kind => void known.delete(kind),
    forgetSettings: () =>
      ['activityTypes', 'pipelines', 'stages'].forEach(name => known.delete(name)),
  }
}

const choice =
  (key: string, name: string) =>
  (row: Row): Choices => {
    const value = row[key]
    if (typeof value !== 'string' && typeof value !== 'number') return []
    return [{ value, label: String(row[name]) }]
  }

/** Marks users that have left, as they still own records. */
const labelled = (user: Row): Row =>
  isActive(user) ? user : { ...user, name: `${String(user['name'])} (inactive)` }

const isActive = (row: Row) => row['active_flag'] !== false

const byLabel = (choices: Choices): Choices =>
  [...choices].sort((a, b) => a.label.localeCompare(b.label))

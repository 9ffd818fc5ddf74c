import { removeRow, setRow } from '../changes.ts'
import { invalid, notFound, refused } from '../errors.ts'
import { plain } from '../time.ts'
import type { Account } from '../account.ts'
import { fieldWith } from './fieldsOf.ts'
import type { Field, FieldKind, FieldType, Option } from './types.ts'
import { fieldKinds } from './types.ts'

export interface NewField {
  readonly name: string
  readonly type: FieldType
  readonly options?: readonly { readonly label: string }[]
  readonly description?: string | null
  readonly settings?: Field['settings']
}
type Labelled = readonly { readonly id: number; readonly label: string }[]

const hasOptions = (type: Field['type']) => type === 'enum' || type === 'set'
const now = ({ clock }: Account) => plain(clock.now())

/** Ids of options are never given twice, whichever field has or had them. */
const nextOptionId = ({ store }: Account) => {
  const ids = fieldKinds
    .flatMap(kind => store.fields[kind].all())
    .flatMap(({ options = [], deletedOptions }) => [...options, ...deletedOptions])
    .map(({ id }) => (typeof id === 'number' ? id : 0))
  return Math.max(0, ...ids) + 1
}

const numbered = (account: Account, labels: readonly { readonly label: string }[]) => {
  const first = nextOptionId(account)
  return labels.map(({ label }, index): Option => ({ id: first + index, label }))
}

export const findField = ({ store }: Account, kind: FieldKind, code: string | undefined) => {
  const field = fieldWith(store, kind, code ?? '')
  if (!field) throw notFound('Field')
  return field
}

/** A field that may be changed: those that Pipedrive brings along stay as they are. */
export const customField = (account: Account, kind: FieldKind, code: string | undefined) => {
  const field = findField(account, kind, code)
  if (!field.is_custom) throw refused(`${field.code} is not a custom field`)
  return field
}

export const addField = (account: Account, kind: FieldKind, input: NewField, userId: number) => {
  const { name, type, options, description = null, settings = {} } = input
  if (hasOptions(type) && !options?.length) throw invalid(`options is required for ${type}`)
  if (!hasOptions(type) && options?.length) throw invalid(`options is not allowed for ${type}`)
  const fields = account.store.fields[kind]
  const field: Field = {
    id: fields.nextId(),
    code: account.store.random.hex(40),
    name,
    type,
    description,
    ...(options?.length && { options: numbered(account, options) }),
    deletedOptions: [],
    is_custom: true,
    is_optional: false,
    settings,
    add_time: now(account),
    update_time: now(account),
    created_by: userId,
  }
  return setRow(account, fields, field)
}

export const changeField = (
  account: Account,
  kind: FieldKind,
  field: Field,
  { settings, ...change }: Partial<Pick<Field, 'name' | 'description' | 'settings' | 'options'>>,
) =>
  setRow(account, account.store.fields[kind], {
    ...field,
    ...change,
    settings: { ...field.settings, ...settings },
    update_time: now(account),
  })

/** Removes a field. Values stay in the records and are no longer shown. */
export const removeField = (account: Account, kind: FieldKind, field: Field) =>
  removeRow(account, account.store.fields[kind], field)

const optionField = (account: Account, kind: FieldKind, code: string | undefined) => {
  const field = findField(account, kind, code)
  if (!field.options || !(field.is_custom || field.code === 'label'))
    throw refused(`${field.code} has no options that can be changed`)
  return { field, options: field.options }
}

const mustHave = (options: readonly Option[], ids: readonly number[]) => {
  for (const id of ids)
    if (!options.some(option => option.id === id)) throw refused(`option ${id} does not exist`)
}

/** Adds options to a field. Like the two below it does all or nothing and returns those options. */
export const addOptions = (
  account: Account,
  kind: FieldKind,
  code: string | undefined,
  labels: readonly { readonly label: string }[],
) => {
  const { field, options } = optionField(account, kind, code)
  const added = numbered(account, labels)
  changeField(account, kind, field, { options: [...options, ...added] })
  return added
}

export const renameOptions = (
  account: Account,
  kind: FieldKind,
  code: string | undefined,
  labels: Labelled,
) => {
  const { field, options } = optionField(account, kind, code)
  mustHave(
    options,
    labels.map(({ id }) => id),
  )
  const labelOf = new Map<Option['id'], string>(labels.map(({ id, label }) => [id, label]))
  changeField(account, kind, field, {
    options: options.map(option => ({ ...option, label: labelOf.get(option.id) ?? option.label })),
  })
  return labels
}

export const removeOptions = (
  account: Account,
  kind: FieldKind,
  code: string | undefined,
  ids: readonly number[],
) => {
  const { field, options } = optionField(account, kind, code)
  mustHave(options, ids)
  const isRemoved = ({ id }: Option) => typeof id === 'number' && ids.includes(id)
  const removed = options.filter(isRemoved)
  setRow(account, account.store.fields[kind], {
    ...field,
    options: options.filter(option => !isRemoved(option)),
    deletedOptions: [...field.deletedOptions, ...removed],
    update_time: now(account),
  })
  return removed
}

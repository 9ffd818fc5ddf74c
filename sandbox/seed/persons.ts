import { customFieldsOf } from '../fields/fieldsOf.ts'
import { labels } from '../fields/labels.ts'
import type { CustomValue } from '../fields/types.ts'
import type { Person } from '../records.ts'
import type { Seeding } from './context.ts'
import { flat } from './text.ts'
import { chance, noFields, none, recently, someTime, visibilities } from './context.ts'
import { combine, firstNames, lastNames, oddPersons } from './names.ts'
import { sampleValues } from './values.ts'

/** Two people of one name, told apart by their organizations alone. */
const twins = [10, 11]

const nameOf = (position: number) => {
  const odd = oddPersons[position]
  if (odd !== undefined) return { name: odd, first_name: odd, last_name: null }
  const [first_name = '', ...rest] = combine(
    twins.includes(position) ? 10 : position,
    firstNames,
    lastNames,
  )
  const last_name = rest.join(' ')
  return { name: flat(`${first_name} ${last_name}`), first_name, last_name }
}

const customValues = ({ random, store }: Seeding, n: number) => {
  const [nickname, language, topics, since, ...others] = customFieldsOf(store, 'person')
  const values: Record<string, CustomValue> = sampleValues(store, others, n)
  if (nickname) values[nickname.code] = random.pick(['Boss', 'Zed', 'The "Closer"'])
  if (language?.options) values[language.code] = random.pick(language.options).id
  if (topics?.options) values[topics.code] = topics.options.slice(0, 2).map(option => option.id)
  if (since) values[since.code] = `202${random.int(4)}-0${1 + random.int(9)}-15`
  return values
}

export const seedPersons = (seeding: Seeding) => {
  const { store, random, size, userIds } = seeding
  const count = size.persons + size.deletedPersons
  for (let position = 0; position < count; position++) {
    const deleted = position >= size.persons
    const employed = twins.includes(position) || chance(random, 85)
    const work = { value: flat(`person${position + 1}@mail.example`), primary: true, label: 'work' }
    const home = {
      value: flat(`p.${position + 1}+home@mail.example`),
      primary: false,
      label: 'home',
    }
    const phone = {
      value: flat(`+372 5${String(1_000_000 + position)}`),
      primary: true,
      label: 'work',
    }
    const person: Person = {
      id: position + 1,
      ...nameOf(position),
      owner_id: random.pick(userIds),
      org_id: employed && size.organizations > 0 ? 1 + (position % size.organizations) : null,
      ...someTime(random, position, count),
      emails: chance(random, 80) ? (chance(random, 20) ? [work, home] : [work]) : none,
      phones: chance(random, 60) ? [phone] : none,
      is_deleted: false,
      deleted_at: null,
      visible_to: random.pick(visibilities),
      label_ids: chance(random, 20) ? [random.pick(labels.person).id] : none,
      picture_id: null,
      custom_fields: chance(random, 10) ? customValues(seeding, position) : noFields,
    }
    store.persons.set(deleted ? { ...person, ...recently(seeding) } : person)
  }
}

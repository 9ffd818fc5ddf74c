import { member, type Problem } from '../definitions/index.ts'
import type { FindBy } from './findBy.ts'
import { isSameEmail, isSamePhone } from './listChanges.ts'
import { phoneSpellings } from './phoneSpellings.ts'

interface Contact {
  readonly value: string
}

/** Each one costs a search for each of its spellings. */
const maxContacts = 5

const valuesOf = (given: readonly Contact[]) => given.map(({ value }) => value.trim())

const texts = (name: string) => (record: unknown) => {
  const list = member(record, name)
  return Array.isArray(list) ? list.map(contact => String(member(contact, 'value'))) : []
}

const tooMany = (path: string, given: readonly Contact[]): readonly Problem[] =>
  given.length > maxContacts
    ? [{ path, problem: `has ${given.length} entries; ${maxContacts} at most are looked for` }]
    : []

export const byEmail = (path: string, given: readonly Contact[] = []): FindBy => {
  const values = valuesOf(given)
  const wrong = values.flatMap((value, index) =>
    value === '' || /^[^\s,;@]+@[^\s,;@]+$/.test(value)
      ? []
      : [
          {
            path: `${path}[${index}].value`,
            problem: `${JSON.stringify(value)} is not one e-mail address`,
          },
        ],
  )
  return {
    what: 'e-mail address',
    path,
    values,
    problems: [...tooMany(path, given), ...wrong],
    fields: 'email',
    texts: texts('emails'),
    isSame: isSameEmail,
  }
}

export const byPhone = (path: string, given: readonly Contact[] = []): FindBy => ({
  what: 'phone number',
  path,
  values: valuesOf(given),
  problems: tooMany(path, given),
  fields: 'phone',
  spellings: phoneSpellings,
  texts: texts('phones'),
  isSame: isSamePhone,
})

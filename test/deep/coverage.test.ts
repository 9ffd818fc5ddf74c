import { expect, test } from 'vitest'
import { pipedrive } from '../../component/index.ts'
import { readMembers } from '../../scripts/coverage/openapi.ts'
import { coverage } from '../../scripts/coverage/table.ts'
import { specFolder } from '../contract/openapi/folder.ts'
import { loadOperations } from '../contract/openapi/load.ts'

const folder = specFolder()

if (folder !== undefined) {
  const members = readMembers(folder)
  const operations = loadOperations(folder)
  const rows = coverage(pipedrive, members)

  test('what the API takes and a form lacks has a reason; see npm run coverage', () => {
    const gaps = rows.flatMap(({ call, gaps }) =>
      gaps.filter(({ reason }) => reason === undefined).map(({ member }) => `${call}: ${member}`),
    )
    expect(gaps).toEqual([])
  })

  test('every action has its row, and the API takes something there', () => {
    expect(rows.map(({ action }) => action)).toEqual(pipedrive.actions.map(({ name }) => name))
    for (const { taken } of rows) expect(taken.length).toBeGreaterThan(0)
  })

  test('the members are those that the contract is checked against', () => {
    for (const { call } of rows) {
      const operation = operations.find(({ name }) => name === call)
      const body = Object.keys(Object(operation?.body?.['properties']))
      const names = [...(operation?.parameters ?? []).map(({ name }) => name), ...body]
      expect(new Set(members.get(call))).toEqual(new Set(names))
    }
  })
} else test('may be missing', () => expect(process.env['ALLOW_MISSING']).toBe('1'))

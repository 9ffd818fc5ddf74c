import * as validators from '#validators/pipedrive/index.js'
import { pipedrive } from '../../component/index.ts'
import { toManifest } from '../../definitions/index.ts'

const { actions, customActionDefinition, triggers } = toManifest(pipedrive)
const operations = [...actions, customActionDefinition, ...triggers]

test('hosts that bundle find the validators of every operation, and no other', () => {
  expect(Object.keys(validators).sort()).toEqual(operations.map(({ name }) => name).sort())
})

test.each(operations.map(operation => [operation.name, operation] as const))(
  'the validator of %s passes its sample and refuses what is no object',
  (name, { outputDefinition }) => {
    const { input, output } = new Map(Object.entries(validators)).get(name) ?? {}
    const { sampleOutput } = outputDefinition.outputResponse
    expect(output?.(sampleOutput)).toBe(true)
    expect(input?.('text')).toBe(false)
    expect(input?.errors).toHaveLength(1)
  },
)

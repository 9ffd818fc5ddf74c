import { inputSchema, toJsonSchema, toManifest } from '../definitions/index.ts'
import { compileValidators, writeIndex } from './compileValidators.ts'
import { component } from './component.ts'

/** Compiles one module of validators per operation, so that no schema is compiled at run time. */
const { actions, customActionDefinition, triggers } = toManifest(component)
const folder = `dist/validators/${component.name}`
const acting = [...actions, customActionDefinition]
const operations = [
  ...acting.map(action => ({ ...action, input: inputSchema(action, 'run') })),
  ...triggers.map(trigger => ({ ...trigger, input: inputSchema({ properties: [] }, 'run') })),
]
for (const { name, input, outputDefinition } of operations) {
  const { outputSchema } = outputDefinition.outputResponse
  const output = toJsonSchema({ ...outputSchema, required: true }, 'output')
  await compileValidators(`${folder}/${name}.js`, { input, output })
}
await writeIndex(
  folder,
  operations.map(({ name }) => name),
)

/** The page loads one more for each form, where references may stand in place of values. */
for (const action of acting)
  await compileValidators(`${folder}/form/${action.name}.js`, {
    form: inputSchema(action, 'design'),
  })

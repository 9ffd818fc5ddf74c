import { mkdir, writeFile } from 'node:fs/promises'
import { toDefinition } from '../hosts/bytechef/definition.ts'
import { component } from './component.ts'

/** Writes the definition in ByteChef's own layout beside the script. */
await mkdir('dist/bytechef', { recursive: true })
const json = `${JSON.stringify(toDefinition(component), null, 2)}\n`
await writeFile(`dist/bytechef/${component.name}_v${component.version}.json`, json)

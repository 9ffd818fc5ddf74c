import { expectConforming } from './conforms.ts'

/** Those that need nothing that is not installed here. */
test.each(['node', 'mcp', 'bytechef-vm'])('%s conforms', expectConforming)

import { openVm } from '../../hosts/bytechef/vm.ts'
import { scriptHost } from './scriptHost.ts'

export const host = scriptHost('bytechef-vm', 'ByteChef in a bare node:vm', () => openVm, 3)

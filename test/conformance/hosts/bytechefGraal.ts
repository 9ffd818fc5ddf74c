import { buildGraal, graalLacks } from '../../hosts/bytechef/graal.ts'
import type { ConformanceHost } from '../host.ts'
import { scriptHost } from './scriptHost.ts'

export const host: ConformanceHost = {
  ...scriptHost('bytechef-graal', 'ByteChef in GraalJS', buildGraal, 2),
  missing: graalLacks,
}

import { graalLacks } from '../../hosts/bytechef/graal.ts'
import { expectConforming } from './conforms.ts'

const lacking = process.env['ALLOW_MISSING'] === '1' ? graalLacks() : undefined
/** Maven may have to download the engine, which then interprets the script for each call. */
const maxMs = 600_000

if (lacking === undefined)
  test(
    'the script for ByteChef conforms in GraalJS',
    async () => {
      expect(graalLacks()).toBeUndefined()
      await expectConforming('bytechef-graal')
    },
    maxMs,
  )
else test('may be missing', () => expect(lacking).toMatch(/JDK|Maven/))

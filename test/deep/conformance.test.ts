import { cases } from '../conformance/cases/index.ts'
import { hosts } from '../conformance/hosts/index.ts'
import { runCases } from '../conformance/runCases.ts'

/** Those that start within this process and need nothing that is not installed here. */
const fast = ['node', 'mcp', 'bytechef-vm'].filter(name => hosts[name])

test.each(fast)(
  '%s conforms',
  async name => {
    const load = hosts[name]
    if (!load) throw new TypeError(`there is no host ${name}`)
    const { host } = await load()
    const rows = await runCases(host, cases)
    expect(rows.filter(({ verdict }) => verdict.state === 'fail')).toEqual([])
    expect(rows.length).toBe(cases.length)
  },
  120_000,
)

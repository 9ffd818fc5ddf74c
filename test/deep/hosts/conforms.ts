import { cases } from '../../conformance/cases/index.ts'
import { hosts } from '../../conformance/hosts/index.ts'
import { runCases } from '../../conformance/runCases.ts'

/** That a host holds to all cases, by its name. */
export const expectConforming = async (name: string): Promise<void> => {
  const load = hosts[name]
  if (!load) throw new TypeError(`there is no host ${name}`)
  const { host } = await load()
  const rows = await runCases(host, cases)
  expect(rows.filter(({ verdict }) => verdict.state === 'fail')).toEqual([])
  expect(rows.length).toBe(cases.length)
}

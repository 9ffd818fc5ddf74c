import { parseArgs } from 'node:util'
import { component } from './component.ts'
import { readMembers } from './coverage/openapi.ts'
import { coverage } from './coverage/table.ts'

/** Prints what Pipedrive's operations take and the forms offer, and why a form lacks the rest. */
const { values } = parseArgs({ options: { spec: { type: 'string' } } })
const folder = values.spec ?? process.env['PIPEDRIVE_SPEC']
if (folder === undefined) {
  console.error('Give the folder of the OpenAPI files: npm run coverage -- --spec FOLDER')
  process.exit(1)
}

const rows = coverage(component, readMembers(folder))
for (const { action, call, taken, offered, gaps } of rows) {
  const figure = `${offered.length}/${taken.length}`
  console.log(`${action.padEnd(26)} ${call.padEnd(38)} ${figure.padStart(5)}`)
  for (const { member, reason = 'NO REASON' } of gaps) console.log(`    ${member}: ${reason}`)
}
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
const taken = sum(rows.map(row => row.taken.length))
const offered = sum(rows.map(row => row.offered.length))
const unexplained = sum(
  rows.map(({ gaps }) => gaps.filter(({ reason }) => reason === undefined).length),
)
console.log(`${offered} of ${taken} members are offered, ${unexplained} gaps have no reason`)
process.exitCode = unexplained > 0 ? 1 : 0

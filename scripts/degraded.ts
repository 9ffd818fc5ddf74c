import { existsSync, readdirSync } from 'node:fs'
import { isRecord, member } from '../definitions/index.ts'
import { abilities, type HostCapabilities } from '../hosts/capabilities.ts'

/** What each host can't do, by the file that says so, made of its `capabilities.ts`. */
export const degradedFiles = async (): Promise<Readonly<Record<string, string>>> => {
  const folders = readdirSync('hosts', { withFileTypes: true })
    .filter(entry => entry.isDirectory() && existsSync(`hosts/${entry.name}/capabilities.ts`))
    .map(({ name }) => name)
  const pages = folders.map(async name => {
    // The bundler takes in whatever there is of this pattern.
    const module: unknown = await import(`../hosts/${name}/capabilities.ts`)
    const capabilities = member(module, 'capabilities')
    if (!isCapabilities(capabilities))
      throw new TypeError(`hosts/${name}/capabilities.ts exports no capabilities`)
    return [`hosts/${name}/DEGRADED.md`, page(capabilities)] as const
  })
  return Object.fromEntries(await Promise.all(pages))
}

const isCapabilities = (value: unknown): value is HostCapabilities =>
  typeof member(value, 'title') === 'string' && isRecord(member(value, 'lacks'))

const page = ({ title, lacks, exceptions = {}, differs = {} }: HostCapabilities): string => {
  const lacking = Object.entries(abilities).flatMap(([ability, text]) => {
    const reason = Object.entries(lacks).find(([name]) => name === ability)?.[1]
    return reason === undefined ? [] : [[text, reason] as const]
  })
  return (
    [
      `# ${title}: what is less than on Node`,
      'Made by `npm run generate` from `capabilities.ts` beside it. Everything that is not here is the same, and `npm run conformance` shows it.',
      ...section('It does not do this', lacking),
      ...section('These cases of the conformance suite do not hold', Object.entries(exceptions)),
      ...section('Other differences', Object.entries(differs)),
    ].join('\n\n') + '\n'
  )
}

const section = (heading: string, rows: readonly (readonly [string, string])[]) =>
  rows.length === 0
    ? []
    : [`## ${heading}`, rows.map(([what, why]) => `- **${what}**: ${why}`).join('\n')]

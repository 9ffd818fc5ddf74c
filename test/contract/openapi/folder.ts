import { existsSync } from 'node:fs'

/** The folder of Pipedrive's OpenAPI files. Without them a contract run fails, unless allowed. */
export const specFolder = (): string | undefined => {
  const folder = process.env['PIPEDRIVE_SPEC']
  if (folder && existsSync(`${folder}/pipedrive-v2.yaml`)) return folder
  if (process.env['ALLOW_MISSING'] === '1') return undefined
  throw new Error(
    'Pipedrive’s OpenAPI files are not there: set PIPEDRIVE_SPEC to their folder, or ALLOW_MISSING=1',
  )
}

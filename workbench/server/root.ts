import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ComponentError } from '../../definitions/index.ts'

/** The folder of the package, from wherever this file has been bundled to. */
const find = (folder: string): string => {
  if (existsSync(join(folder, 'component.json'))) return folder
  const parent = dirname(folder)
  if (parent !== folder) return find(parent)
  throw new ComponentError('The package is incomplete', {
    recovery: 'report',
    hint: 'Reinstall it.',
  })
}

export const root = find(dirname(fileURLToPath(import.meta.url)))

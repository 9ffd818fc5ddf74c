import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { TestEnvironment } from 'jest-environment-node'

/**
 * Node, with folders of its own for each file of tests: `TEST_FOLDER` for what the tests make, and
 * a temporary directory, which must be empty at the end: what is left there would stay with users.
 * The data directory of the person at this machine is out of reach.
 */
export default class FolderEnvironment extends TestEnvironment {
  /** @param {ConstructorParameters<typeof TestEnvironment>} given */
  constructor(...given) {
    super(...given)
    const [{ projectConfig }, { testPath }] = given
    this.file = relative(projectConfig.rootDir, testPath)
    this.outer = process.env['TMPDIR']
  }

  /** @override */
  async setup() {
    await super.setup()
    this.folder = mkdtempSync(join(tmpdir(), 'pipedrive-test-'))
    const folders = {
      TEST_FOLDER: join(this.folder, 'made'),
      TMPDIR: join(this.folder, 'tmp'),
      PIPEDRIVE_COMPONENT_DATA: join(this.folder, 'data'),
    }
    for (const folder of Object.values(folders)) mkdirSync(folder)
    // `os.tmpdir` looks into the real process, tests into one of their own.
    process.env['TMPDIR'] = folders.TMPDIR
    Object.assign(this.global.process.env, folders)
  }

  /** @override */
  async teardown() {
    const left = this.folder ? readdirSync(join(this.folder, 'tmp')) : []
    if (this.folder) rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
    if (this.outer === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = this.outer
    await super.teardown()
    if (left.length === 0) return
    throw new Error(`${this.file} has left in the temporary directory: ${left.join(', ')}`)
  }
}

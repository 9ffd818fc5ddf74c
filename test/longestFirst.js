import { BaseSequencer } from 'vitest/node'

/** Files of tests that take minutes, which would keep one worker busy when all others are done. */
const longest = ['contributing', 'accessibility.editor']

export class LongestFirst extends BaseSequencer {
  /** @override @param {import('vitest/node').TestSpecification[]} files */
  async sort(files) {
    /** @param {import('vitest/node').TestSpecification} file */
    const isLong = file => longest.some(name => file.moduleId.includes(`/${name}.`))
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter(file => !isLong(file))]
  }
}

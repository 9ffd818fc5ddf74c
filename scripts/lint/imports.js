import { existsSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import ts from 'typescript'

/** What a source file imports, `import type` and `import()` included, and where in its text. */
export const importsOf = (file, text = readFileSync(file, 'utf8')) =>
  ts.preProcessFile(text, true, true).importedFiles.map(({ fileName: name, pos: start, end }) => ({
    name,
    start,
    end,
    // Absent where Node or a package is imported.
    path: name.startsWith('.') ? resolve(dirname(file), name) : undefined,
  }))

/** A path as the tables and messages write it: from the root of the project, with slashes. */
export const shown = (file, root) => relative(root, file).replaceAll('\\', '/')

const graph = new Map()

/** The source files that a file imports. An editor lints texts that are not saved yet. */
export const sourcesOf = (file, text) => {
  const isSource = path => path && /\.tsx?$/.test(path) && existsSync(path)
  if (text !== undefined || !graph.has(file))
    graph.set(
      file,
      importsOf(file, text)
        .map(({ path }) => path)
        .filter(isSource),
    )
  return graph.get(file)
}

/** All files that a file imports, those between them included, each with the one that imports it. */
export const reachedFrom = file => {
  const importers = new Map()
  const pending = [file]
  for (const importer of pending) {
    for (const path of sourcesOf(importer))
      if (!importers.has(path)) {
        importers.set(path, importer)
        pending.push(path)
      }
  }
  return importers
}

/** Where an import stands, for a report. */
export const locOf = ({ start, end }, sourceCode) => ({
  start: sourceCode.getLocFromIndex(start),
  end: sourceCode.getLocFromIndex(end),
})

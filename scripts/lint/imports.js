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

/** Keeps what the source files import in step with an editor, which lints texts not yet saved. */
export const remember = (file, text) =>
  graph.set(
    file,
    importsOf(file, text).flatMap(({ path }) =>
      path && /\.tsx?$/.test(path) && existsSync(path) ? [path] : [],
    ),
  )

/** All files that a file imports, those between them included, each with the one that imports it. */
export const reachedFrom = file => {
  const importers = new Map()
  const pending = [file]
  for (const importer of pending) {
    if (!graph.has(importer)) remember(importer)
    for (const path of graph.get(importer))
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

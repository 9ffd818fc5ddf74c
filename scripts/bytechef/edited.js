import ts from 'typescript'

/** Visits the nodes of a source, parents first; a visit that gives true goes no deeper. */
export const walk = (source, visit) => {
  const go = node => {
    if (!visit(node)) ts.forEachChild(node, go)
  }
  go(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true))
}

/** A source in which some nodes are written anew: `write` gives their text, or nothing. */
export const edited = (source, write, startOf = node => node.getStart()) => {
  const edits = []
  walk(source, node => {
    const text = write(node)
    if (text === undefined) return false
    edits.push([startOf(node), node.end, text])
    return true
  })
  return edits.reduceRight(
    (whole, [start, end, text]) => whole.slice(0, start) + text + whole.slice(end),
    source,
  )
}

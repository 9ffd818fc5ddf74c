/**
 * A table of the specification as a module that makes it from a fifth of the characters: a path says
 * how much it shares with the one before, methods are letters, and sets of scopes are numbers. Costs
 * become zero.
 */
export const compact = (name, table) => {
  const words = distinct(rowsOf(table).flatMap(({ calls }) => calls.flatMap(call => call.scopes)))
  const sets = distinct(
    rowsOf(table).flatMap(({ calls }) => calls.map(({ scopes }) => setOf(scopes, words))),
  )
  let before = ''
  const rows = rowsOf(table).map(({ path, calls }) => {
    const shared = sharedLength(before, path)
    before = path
    const short = calls.map(
      ({ method, scopes }) => letters[method] + sets.indexOf(setOf(scopes, words)),
    )
    return String.fromCharCode(first + shared) + path.slice(shared) + short.join('')
  })
  const texts = [words, sets, rows].map(list => JSON.stringify(list.join(' ')))
  return `export const ${name} = (${expand})(${texts})`
}

const letters = { DELETE: 'D', GET: 'G', PATCH: 'A', POST: 'O', PUT: 'U' }
const first = 42

const rowsOf = table =>
  Object.entries(table).map(([path, calls]) => ({
    path,
    calls: calls.split('; ').map(call => {
      const [method, , ...scopes] = call.split(' ')
      return { method, scopes }
    }),
  }))
const distinct = list => [...new Set(list)]
const setOf = (scopes, words) => scopes.map(scope => words.indexOf(scope)).join()

const sharedLength = (before, path) => {
  let length = 0
  while (length < path.length && before[length] === path[length]) length++
  return length
}

/** Part of the module, which makes the table when it is loaded. */
const expand = (words, sets, rows) => {
  const scopes = sets.split(' ').map(set =>
    set
      .split(',')
      .map(index => ` ${words.split(' ')[index]}`)
      .join(''),
  )
  const methods = { D: 'DELETE', G: 'GET', A: 'PATCH', O: 'POST', U: 'PUT' }
  const table = {}
  let path = ''
  for (const row of rows.split(' ')) {
    const [, rest, calls] = /^.(.*?)((?:[DGAOU]\d+)+)$/.exec(row)
    path = path.slice(0, row.charCodeAt(0) - 42) + rest
    table[path] = calls
      .match(/\D\d+/g)
      .map(call => `${methods[call[0]]} 0${scopes[call.slice(1)]}`)
      .join('; ')
  }
  return table
}

import { Linter } from 'eslint'
import { plainComments } from '../../scripts/lint/plain-comments.js'

const problems = (text: string) =>
  new Linter()
    .verify(text, {
      plugins: { local: { rules: { 'plain-comments': plainComments } } },
      rules: { 'local/plain-comments': 'error' },
    })
    .map(({ message }) => message)

test.each([
  ['// Whoever calls this has looked.', 'Whoever'],
  ['/** Takes so many rows. */', 'so many'],
  ['/**\n * Tells the user so\n * much.\n */', 'so much'],
  ['/* Left by no one. */', 'no one'],
])('a comment such as %j is refused', (comment, word) => {
  expect(problems(comment)).toEqual([
    `Begin with a noun or a verb in the third person, and name what “${word}” stands for.`,
  ])
})

test.each([
  '/** Counts the whole list, whose rows are read once. */',
  "const told = 'Nobody, who?' // A sentence of the user's own",
])('%j is left alone', text => {
  expect(problems(text)).toEqual([])
})

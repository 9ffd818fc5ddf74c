import { expect, test } from 'vitest'
import fc from 'fast-check'
import { pipedrive } from '../../component/index.ts'
import { parseWorkflow, renameReferences, resolve } from '../../engine/index.ts'

const bounded = { numRuns: 300, seed: 20260801 }
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.stringMatching(/^[${}'"\\.[\]a-b]{0,20}$/),
)
const anyJson = fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' })
/** Text in which nothing stands for anything else. */
const plain = anyText.map(text => text.replaceAll('$', ''))
const escaped = (text: string) => text.replaceAll('${', () => '$${')
const at = (key: string) => (key.includes("'") ? `["${key}"]` : `['${key}']`)
const quotable = anyText.filter(key => !(key.includes("'") && key.includes('"')))

test('a text that is one reference becomes the value, of whatever type and content', () => {
  fc.assert(
    fc.property(anyJson, value => {
      expect(resolve('${step_1.body}', { step_1: { body: value } })).toStrictEqual(value)
    }),
    bounded,
  )
})

test('a reference within a text becomes its text, unharmed and resolved only once', () => {
  fc.assert(
    fc.property(plain, anyText, plain, (before, value, after) => {
      const text = `${before}\${a.b}${after}`
      fc.pre(before !== '' || after !== '')
      expect(resolve(text, { a: { b: value } })).toBe(before + value + after)
    }),
    bounded,
  )
})

test('what is escaped arrives as it was meant, whatever it looks like', () => {
  fc.assert(
    fc.property(anyText, text => {
      // A dollar before the escape would be one too many to tell the two apart.
      fc.pre(!text.includes('$${'))
      expect(resolve(escaped(text), {})).toBe(text)
    }),
    bounded,
  )
})

test('any key can be reached, also one that looks like syntax or like a prototype’s', () => {
  fc.assert(
    fc.property(quotable, anyJson, (key, value) => {
      const outputs = { a: Object.fromEntries([[key, [value]]]) }
      expect(resolve(`\${a${at(key)}[0]}`, outputs)).toStrictEqual(value)
    }),
    bounded,
  )
})

test('an input without references is left as it is, own __proto__ included', () => {
  fc.assert(
    fc.property(anyJson, value => {
      const text = JSON.stringify(value).replaceAll('${', '')
      const input: unknown = JSON.parse(text)
      expect(JSON.stringify(resolve(input, {}))).toBe(text)
    }),
    bounded,
  )
})

test('any text either resolves or is refused with its path, and never keeps a reference', () => {
  fc.assert(
    fc.property(anyText, anyText, (left, right) => {
      const text = `${left}\${${right}`
      try {
        const resolved = resolve({ deal: { title: text } }, {})
        expect(text).toContain('$${')
        expect(resolved).toEqual({ deal: { title: text.replaceAll('$${', () => '${') } })
      } catch (error) {
        expect(error).toMatchObject({ name: 'InputError', path: 'deal.title' })
      }
    }),
    { ...bounded, numRuns: 1000 },
  )
})

const outputs = {
  getDeals_1: {
    body: { data: [{ title: 'A & B', value: 99.5, none: null, 'key with space': { 'it’s}': 7 } }] },
  },
  $odd: { 'a"b': 1, "a'b": 2 },
}

test.each([
  ['${getDeals_1.body.data[0].value}', 99.5],
  ['${ getDeals_1.body.data[0].value }', 99.5],
  ['${getDeals_1.body.data[0].none}', null],
  ["${getDeals_1['body']['data'][0]['key with space']['it’s}']}", 7],
  ['${$odd[\'a"b\']}${$odd["a\'b"]}', '12'],
  ['It costs ${getDeals_1.body.data[0].value} €', 'It costs 99.5 €'],
  [
    '${getDeals_1.body.data[0].none}: ${getDeals_1.body.data}',
    `: ${JSON.stringify(outputs.getDeals_1.body.data)}`,
  ],
  ['Renewal for ${getDeals_1.body.data[0].none}', 'Renewal for '],
  ["${getDeals_1.body.data[0].none ?? 'none'}", 'none'],
  ["${getDeals_1.body.data[0].gone.at ?? 'a } brace'}", 'a } brace'],
  ["${getDeals_1.body.data[7].title??''}", ''],
  ['${getDeals_1.body.data[0].none ?? -1.5}', -1.5],
  ['${ getDeals_1.body.data[0].none ?? false }', false],
  ['${getDeals_1.body.data[0].gone ?? null}', null],
  ['${getDeals_1.body.data[0].value ?? 0}', 99.5],
  ["Hello ${getDeals_1.body.data[0].none ?? 'friend'}!", 'Hello friend!'],
  ['$${', '${'],
  ['a $${b} ${getDeals_1.body.data[0].value}', 'a ${b} 99.5'],
  ['$${ ${getDeals_1.body.data[0].value} }', '${ 99.5 }'],
  ['$$${x}', '$${x}'],
  ['$5, {x} and $', '$5, {x} and $'],
])('%s resolves', (text, value) => {
  expect(resolve(text, outputs)).toStrictEqual(value)
})

test.each([
  ['${getDeals_1.body.data[1].title}', 'can’t be resolved'],
  ['${getDeals_2.body}', 'can’t be resolved'],
  ["${getDeals_2.body ?? 'x'}", 'can’t be resolved'],
  ['${getDeals_1.body ?? getDeals_1.head}', 'after ?? stands'],
  ['${getDeals_1.body ?? "none"}', 'after ?? stands'],
  ['${getDeals_1.body ?? }', 'after ?? stands'],
  ['${getDeals_1.constructor}', 'can’t be resolved'],
  ['${constructor.name}', 'can’t be resolved'],
  ["${getDeals_1['__proto__']}", 'can’t be resolved'],
  ['${__proto__}', 'can’t be resolved'],
  ['${toString}', 'can’t be resolved'],
  ['${getDeals_1.body.data[0].title.length}', 'can’t be resolved'],
  ['${getDeals_1.body.data[-1]}', 'is not a reference'],
  ['${getDeals_1.body.data[0].value * 2}', 'is not a reference'],
  ['${getDeals_1.body.data.map(x => x)}', 'is not a reference'],
  ['${getDeals_1..body}', 'is not a reference'],
  ['${}', 'is not a reference'],
  ['${ }', 'is not a reference'],
  ['${1}', 'is not a reference'],
  ['${a.${b}}', 'is not a reference'],
  ['half a ${reference', 'is not closed with }'],
  ['$${ and ${reference', 'is not closed with }'],
])('%s is refused', (text, problem) => {
  expect(() => resolve({ lead: { label_ids: ['x', text] } }, outputs)).toThrow(
    expect.objectContaining({
      name: 'InputError',
      path: 'lead.label_ids[1]',
      recovery: 'fix-input',
      message: expect.stringContaining(`lead.label_ids[1]: `),
    }),
  )
  expect(() => resolve(text, outputs)).toThrow(problem)
})

test('what can’t be resolved is told together with the nodes that there are', () => {
  expect(() => resolve('${x.y}', outputs)).toThrow(
    expect.objectContaining({ hint: 'The nodes before this one are getDeals_1, $odd.' }),
  )
  expect(() => resolve('${x.y}', {})).toThrow(
    expect.objectContaining({ hint: 'There is no node before this one.' }),
  )
})

test.each([
  ["${a.b ?? 'to a'}", "${z.b ?? 'to a'}"],
  ["${ a['b'] ??-1 } and ${aa.b}", "${z['b'] ?? -1} and ${aa.b}"],
  ['${a.b ?? c}', '${a.b ?? c}'],
])('a rename keeps the fallback of %s', (text, renamed) => {
  expect(renameReferences({ title: text }, 'a', 'z')).toEqual({ title: renamed })
})

test('a fallback that is no fixed value is named before anything runs, as is a node that is not there', () => {
  const parameters = { deal: { title: '${a ?? b}', org_id: "${gone.id ?? 'x'}" } }
  const tasks = [{ name: 'addDeal_1', type: 'pipedrive/v1/addDeal', parameters }]
  expect(() => parseWorkflow(pipedrive, { tasks })).toThrow(
    expect.objectContaining({
      problems: [
        {
          path: 'tasks[0].parameters.deal.title',
          problem: expect.stringContaining('after ?? stands a text in single quotes'),
        },
        {
          path: 'tasks[0].parameters.deal.org_id',
          problem: expect.stringContaining('there is no gone'),
        },
      ],
    }),
  )
})

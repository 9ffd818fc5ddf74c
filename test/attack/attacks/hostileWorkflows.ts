import type { WorkflowView } from '../../../workbench/api/index.ts'
import { createTally, type Attack } from '../attack.ts'
import { startWorkbench } from '../builtWorkbench.ts'
import { deepList, deepObject, jsonValues, references, texts } from '../hostileTexts.ts'

const task = (name: string, parameters: string) =>
  `{"name":${JSON.stringify(name)},"label":"x","type":"pipedrive/v1/addDeal","parameters":${parameters}}`
const workflow = (tasks: readonly string[], label = 'x') =>
  `{"label":${JSON.stringify(label)},"triggers":[],"tasks":[${tasks.join(',')}]}`
const titled = (title: string) => `{"deal":{"title":${JSON.stringify(title)}}}`

/** Nodes whose one bad text would be told together with the names of all the others. */
const named = (nodes: number, wrong: number) =>
  workflow([
    ...Array.from({ length: nodes }, (_, at) => task(`n${at}`, '{}')),
    task('last', titled('${q}'.repeat(wrong))),
  ])

const fits = (text: string) => text.length < 900_000
const names = texts.filter(text => text.length < 10_000)
const hostile: readonly string[] = [
  ...jsonValues.filter(fits),
  ...jsonValues.filter(fits).map(value => workflow([task('a', value)])),
  ...jsonValues.filter(fits).map(value => `{"label":"x","triggers":${value},"tasks":${value}}`),
  ...[...references, ...texts].filter(fits).map(text => workflow([task('a', titled(text))])),
  ...names.map(name => workflow([task(name, '{}')], name)),
  ...[500, 2_500, 4_000, 50_000].flatMap(depth => [
    workflow([task('a', `{"deal":${deepObject(depth)}}`)]),
    workflow([task('a', `{"deal":${deepList(depth)}}`)]),
  ]),
  workflow(Array.from({ length: 9_000 }, () => task('same', '{}'))),
]
const bombs = [named(400, 12_000), named(4_000, 120_000)]

export const hostileWorkflows: Attack = {
  group: 'Workbench',
  name: 'Hostile workflow JSON: depth, names, references, pollution, size',
  async run({ form }) {
    const tally = createTally()
    const workbench = await startWorkbench()
    const one = (json: string, what: string) =>
      tally.attempt(what, async () => {
        const answer = await workbench.send('POST', '/api/workflows', `{"definition":${json}}`)
        const said = await answer.text()
        if (answer.status >= 500) return `is answered ${answer.status}`
        if (said.length > 5_000_000) return `is answered with ${said.length} characters`
        if (!answer.ok) return undefined
        const { id } = JSON.parse(said) as WorkflowView
        const path = `/api/workflows/${id}`
        const shown = await workbench.send('GET', path)
        await shown.text()
        const deleted = await workbench.send('DELETE', path)
        if (!shown.ok) return `is stored, and shown with ${shown.status}`
        return deleted.ok ? undefined : `is stored, and deleted with ${deleted.status}`
      })
    for (const [at, json] of hostile.entries())
      await one(json, `${at}, ${json.length} characters, ${json.slice(0, 90)}`)
    for (const [at, json] of (form === 'long' ? bombs : bombs.slice(0, 1)).entries())
      await one(json, `bomb ${at}, ${json.length} characters`)
    const { code } = await workbench.stop()
    tally.count('the workbench', code === 0 ? undefined : `has ended with ${code}`)
    return tally.total()
  },
}

import type { NodeJson, WorkflowJson } from '../../../workbench/api/index.ts'

export const node = (name: string, parameters: NodeJson['parameters'] = {}): NodeJson => ({
  name,
  label: name,
  type: 'pipedrive/v1/getDeals',
  parameters,
})

export const workflow = (tasks: readonly NodeJson[], trigger?: NodeJson): WorkflowJson => ({
  label: 'Test',
  triggers: trigger ? [trigger] : [],
  tasks,
})

export const namesIn = ({ tasks }: WorkflowJson) => tasks.map(({ name }) => name).join()

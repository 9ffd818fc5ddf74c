import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow'
import {
  actionProperties,
  credentialName,
  execute,
  listSearch,
  loadOptions,
} from '../../src/index.ts'

/** One node for all operations on records. */
export class PipedriveComponent implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Pipedrive Component',
    name: 'pipedriveComponent',
    icon: { light: 'file:pipedrive.svg', dark: 'file:pipedrive.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
    description: 'Read and write deals, leads, persons and organizations of Pipedrive',
    defaults: { name: 'Pipedrive Component' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: credentialName, required: true }],
    usableAsTool: true,
    properties: actionProperties(),
  }
  methods = { loadOptions, listSearch }
  execute = execute
}

import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow'
import {
  completeEvent,
  credentialName,
  triggerProperties,
  webhook,
  webhookMethods,
} from '../../src/index.ts'

/** Starts a workflow when something has happened in Pipedrive. */
export class PipedriveComponentTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Pipedrive Component Trigger',
    name: 'pipedriveComponentTrigger',
    icon: { light: 'file:pipedrive.svg', dark: 'file:pipedrive.dark.svg' },
    group: ['trigger'],
    // Of version 1, n8n evaluates an expression for every delivery, which costs four times as much.
    version: 1.1,
    subtitle: '={{$parameter["event"]}}',
    description: 'Starts the workflow when something happens in Pipedrive',
    defaults: { name: 'Pipedrive Component Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: credentialName, required: true }],
    webhooks: [
      { name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
    ],
    properties: triggerProperties(),
  }
  webhookMethods = webhookMethods
  webhook = webhook
  execute = completeEvent
}

import type { INodeProperties } from 'n8n-workflow'
import type { Component } from '../../../definitions/index.ts'
import { sentence, titleCase } from './texts.ts'

/** The parameters of the trigger node. */
export const eventProperties = ({ triggers }: Component): INodeProperties[] => [
  {
    displayName: 'Event',
    name: 'event',
    type: 'options',
    noDataExpression: true,
    options: triggers
      .map(({ name, title, description }) => ({
        name: titleCase(title),
        value: name,
        description: sentence(description),
        action: `On ${title.toLowerCase()}`,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    default: triggers[0]?.name ?? '',
  },
  {
    displayName: 'Complete',
    name: 'complete',
    type: 'boolean',
    default: true,
    description: 'Whether to look up what an event lacks, such as the name of the owner',
  },
]

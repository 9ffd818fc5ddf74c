import { callFaults, tokenFaults, webhookFaults } from '../faults.ts'

export const schemas = {
  advance: {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      advance: { type: 'number', minimum: 0, maximum: 400 * 24 * 3_600_000 },
      frozen: { type: 'boolean' },
    },
  },
  fault: {
    type: 'object',
    required: ['kind'],
    additionalProperties: false,
    properties: {
      kind: { enum: [...callFaults, ...webhookFaults, ...tokenFaults] },
      method: { type: 'string' },
      path: { type: 'string' },
      ms: { type: 'number', minimum: 0 },
      status: { type: 'integer', minimum: 400, maximum: 599 },
      times: { type: 'integer', minimum: 1 },
    },
  },
  merge: {
    type: 'object',
    required: ['kind', 'id', 'into'],
    properties: {
      kind: { enum: ['deal', 'person', 'organization'] },
      id: { type: 'integer' },
      into: { type: 'integer' },
    },
  },
  record: {
    type: 'object',
    required: ['record'],
    properties: { record: { type: 'boolean' } },
  },
  spend: {
    type: 'object',
    required: ['tokens'],
    properties: { tokens: { type: 'integer', minimum: 0 } },
  },
} as const

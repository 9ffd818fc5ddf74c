import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pipedrive } from '../../../component/index.ts'
import { describe as describeNode } from '../../../hosts/n8n/src/describe.ts'
import { eventProperties } from '../../../hosts/n8n/src/events.ts'
import { n8nOutline } from '../../../scripts/n8nOutline.ts'

test('the parameters of the nodes are those that are written down; npm run generate writes them', () => {
  const nodes = { action: describeNode(pipedrive), trigger: eventProperties(pipedrive) }
  expect(n8nOutline(nodes)).toBe(readFileSync('test/hosts/n8n/parameters.txt', 'utf8'))
})

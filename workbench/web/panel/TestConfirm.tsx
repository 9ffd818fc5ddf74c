import { List, Text } from '@mantine/core'
import { member, type PropertyManifest } from '../../../definitions/index.ts'
import type { NodeJson } from '../../api/index.ts'
import { Confirm } from '../shared/Confirm.tsx'
import { isExpression } from '../validation/expression.ts'
import { inputsOf } from '../validation/inputs.ts'
import { previewOf } from './data/preview.ts'
import { useChosen, useOptionsSource } from './form/options.ts'
import { usePanelNode } from './nodeContext.ts'
import { testEffect } from './testEffect.ts'

interface Props {
  /** What the step would be run with; undefined while there is nothing to ask. */
  readonly parameters: NodeJson['parameters'] | undefined
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before a test deletes or overwrites something, or writes into a real account. */
export const TestConfirm = ({ parameters: asked, onConfirm, onClose }: Props) => {
  const { operation, connection } = usePanelNode()
  const parameters = asked ?? {}
  const isDestroying = testEffect(operation, parameters) === 'destroy'
  const records = inputsOf(operation).properties.filter(
    ({ name, optionsDataSource }) => optionsDataSource && parameters[name ?? ''] !== undefined,
  )
  const cleared = clearedIn(inputsOf(operation).properties, parameters)
  const { method, path } = parameters
  const account = `${connection?.name ?? ''} (${connection?.account ?? ''})`
  return (
    <Confirm
      opened={asked !== undefined}
      danger={isDestroying}
      title={isDestroying ? `Really ${lowerFirst(operation.title)}?` : `Test “${operation.title}”?`}
      action={isDestroying ? operation.title : 'Test'}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {typeof method === 'string' && (
        <Text size="sm" ff="monospace" mb="xs" style={{ overflowWrap: 'anywhere' }}>
          {method} {String(path)}
        </Text>
      )}
      {records.length > 0 && (
        <List size="sm" mb="xs">
          {records.map(property => (
            <Record
              key={property.name}
              property={property}
              given={parameters[property.name ?? '']}
            />
          ))}
        </List>
      )}
      {cleared.length > 0 && (
        <Text size="sm" mb="xs">
          Will be cleared: <b>{cleared.join(', ')}</b>
        </Text>
      )}
      <Text size="sm">
        {isDestroying
          ? `This is carried out in ${account} and can’t be undone.`
          : `This makes changes in ${account}.`}
        {connection?.sandbox === false && ' It is a real account.'}
      </Text>
    </Confirm>
  )
}

/** Labels of the fields that the step empties. */
const clearedIn = (properties: readonly PropertyManifest[], values: unknown): readonly string[] =>
  properties.flatMap(({ name = '', label = name, nullable, properties: members = [] }) => {
    const value = member(values, name)
    return value === null && nullable ? [label] : clearedIn(members, value)
  })

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** A record by its name, also where it comes from an earlier step. */
const Record = ({ property, given }: { property: PropertyManifest; given: unknown }) => {
  const { sources, later } = usePanelNode()
  const path = property.name ?? ''
  const isReference = isExpression(given)
  const value = isReference ? previewOf(given, sources, later).value : given
  const id = typeof value === 'string' || typeof value === 'number' ? value : undefined
  const { data, isFetching, isError } = useChosen(useOptionsSource({ path, property }), id)
  const unknown = isError ? 'its name could not be read' : 'unknown record'
  const name = data?.label ?? (isFetching ? '…' : unknown)
  const hasId = id === undefined || name.endsWith(` ${id}`)
  return (
    <List.Item>
      {property.label ?? path}: <b>{name}</b>
      {!hasId && ` (ID ${id})`}
      {isReference && `, from ${given}`}
    </List.Item>
  )
}

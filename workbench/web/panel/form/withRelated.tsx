import type { ComponentType } from 'react'
import { Stack } from '@mantine/core'
import { member, type PropertyManifest } from '../../../../definitions/index.ts'
import { isExpression } from '../../validation/expression.ts'
import { inputsOf } from '../../validation/inputs.ts'
import { usePanelNode } from '../nodeContext.ts'
import { fieldOf } from './toForm.ts'
import { useControl, useFormState, type FormField } from './useControl.ts'

/** A kind of field, with what belongs to it right below. */
export const withRelated = (Field: ComponentType<FormField>) => {
  const WithRelated = (props: FormField) => {
    const { operation } = usePanelNode()
    const { path, value } = useControl(props)
    // What stands for a whole group stands for the list in it, too.
    const isAbove = (list: string) => isExpression(value) && list.startsWith(`${path}.`)
    const related = inputsOf(operation).properties.filter(
      ({ belongsTo }) => belongsTo !== undefined && (belongsTo === path || isAbove(belongsTo)),
    )
    if (related.length === 0) return <Field {...props} />
    return (
      <Stack gap="xs">
        <Field {...props} />
        {related.map(property => (
          <RelatedField key={property.name} owner={props} property={property} />
        ))}
      </Stack>
    )
  }
  return WithRelated
}

/** It is a property of the operation itself, wherever it is drawn. */
const RelatedField = ({ owner, property }: { owner: FormField; property: PropertyManifest }) => {
  const { operation, name: node } = usePanelNode()
  const { draft, errors } = useFormState()
  const { name = '', required = false } = property
  const { schema, uiSchema } = fieldOf(property, inputsOf(operation), draft)
  const Field = owner.registry.fields[uiSchema['ui:field'] ?? '']
  if (!Field) return null
  return (
    <Field
      {...owner}
      name={name}
      required={required}
      schema={schema}
      uiSchema={uiSchema}
      formData={member(draft, name)}
      fieldPathId={{ $id: `field-${node}_${name}`, path: [name] }}
      rawErrors={errors.filter(({ path }) => path === name).map(({ message }) => message)}
    />
  )
}

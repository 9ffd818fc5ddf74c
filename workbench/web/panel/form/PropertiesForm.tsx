import { useEffect, useState, type ComponentType, type ReactNode } from 'react'
import Form from '@rjsf/core'
import {
  ErrorSchemaBuilder,
  type ErrorSchema,
  type RegistryFieldsType,
  type ValidatorType,
} from '@rjsf/utils'
import { draftErrors } from '../../validation/draftErrors.ts'
import { drawnInputs } from '../../validation/dynamicProperties.ts'
import { fieldErrors, serverFieldErrors, type FieldError } from '../../validation/fieldErrors.ts'
import { inputsOf } from '../../validation/inputs.ts'
import { useNodeDrafts } from '../../validation/nodeErrors.ts'
import { omitPath } from '../../validation/parameters.ts'
import { useValidator } from '../../validation/validators.ts'
import { refusedFields, useTest } from '../../workflow/nodeTests.ts'
import { setInsertTarget } from '../data/insertTarget.ts'
import { usePanelNode, usePanelNodeJson } from '../nodeContext.ts'
import { ChoiceField, ChoicesField } from './ChoiceField.tsx'
import { clearable } from './clearable.tsx'
import { DateTimeField } from './DateTimeField.tsx'
import { DynamicField } from './DynamicField.tsx'
import { GroupField, ObjectTemplate } from './GroupField.tsx'
import { ListField, ListTemplate, RowTemplate } from './ListField.tsx'
import { LiveChoiceField } from './LiveChoiceField.tsx'
import { LiveChoicesField } from './LiveChoicesField.tsx'
import { OpenChoiceField } from './OpenChoiceField.tsx'
import { RecordField } from './RecordField.tsx'
import { SingleField } from './SingleField.tsx'
import { StepNameWarnings } from './StepNameWarnings.tsx'
import { TextAreaField } from './TextAreaField.tsx'
import { NumberField, TextField } from './TextField.tsx'
import { toForm, type FieldName } from './toForm.ts'
import { UnknownParameters } from './UnknownParameters.tsx'
import { FormStateProvider, type FormField } from './useControl.ts'
import { useDraft } from './useDraft.ts'
import { withRelated } from './withRelated.tsx'

const fields: Record<FieldName, ComponentType<FormField>> = {
  Text: TextField,
  Number: NumberField,
  Choice: ChoiceField,
  OpenChoice: OpenChoiceField,
  Choices: ChoicesField,
  LiveChoice: LiveChoiceField,
  LiveChoices: LiveChoicesField,
  DateTime: DateTimeField,
  Record: RecordField,
  Group: GroupField,
  Dynamic: DynamicField,
  Single: SingleField,
  TextArea: TextAreaField,
  List: ListField,
}

const drawnFields: RegistryFieldsType = Object.fromEntries(
  Object.entries(fields).map(([name, field]) => [name, withRelated(clearable(field))]),
)

const templates = {
  /** Each field draws its own label, help and errors. */
  FieldTemplate: ({ children }: { children: ReactNode }) => children,
  ObjectFieldTemplate: ObjectTemplate,
  ArrayFieldTemplate: ListTemplate,
  ArrayFieldItemTemplate: RowTemplate,
}

/**
 * The form's schema only says what to ask for and has no alternatives to decide between. The
 * rules are held by the validator of the operation, whose errors are handed in.
 */
const noRules: ValidatorType = {
  isValid: () => true,
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  rawValidation: () => ({}),
}

/** Nothing is filled in that the user has not filled in. */
const noDefaults = {
  emptyObjectFields: 'skipDefaults',
  arrayMinItems: { populate: 'never' },
} as const

/** The form of an operation, drawn from the manifest alone. */
export const PropertiesForm = () => {
  const panel = usePanelNode()
  const inputs = inputsOf(panel.operation)
  const { draft, change } = useDraft()
  const errors = useAllErrors(draft)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const isAttempted = useTest(panel) !== undefined
  useEffect(() => () => setInsertTarget(undefined), [])

  const shown = errors.filter(({ missing, path }) => !missing || isAttempted || touched.has(path))
  const touch = (path: string) => setTouched(before => new Set(before).add(path))
  return (
    <FormStateProvider value={{ draft, errors: shown, touch }}>
      <StepNameWarnings />
      <UnknownParameters
        errors={errors}
        onRemove={unknown => change(unknown.reduce<unknown>(omitPath, draft))}
      />
      <Form<unknown>
        {...toForm(drawnInputs(inputs, draft), draft)}
        tagName="div"
        idPrefix={`field-${panel.name}`}
        formData={draft}
        onChange={({ formData }) => change(formData)}
        fields={drawnFields}
        templates={templates}
        validator={noRules}
        noValidate
        extraErrors={errorSchemaOf(shown)}
        showErrorList={false}
        experimental_defaultFormStateBehavior={noDefaults}
      >
        <></>
      </Form>
    </FormStateProvider>
  )
}

/** What the page finds wrong, and what the server has found wrong with the same parameters. */
const useAllErrors = (draft: unknown): readonly FieldError[] => {
  const panel = usePanelNode()
  const { parameters } = usePanelNodeJson()
  const inputs = inputsOf(panel.operation)
  const validate = useValidator(panel.operation.name)
  const test = useTest(panel)
  const isAsTested = test?.parameters === parameters
  const drafts = useNodeDrafts(panel.name)
  return [
    ...(validate ? fieldErrors(inputs, draft, validate) : []),
    ...draftErrors(inputs, draft, drafts),
    ...(isAsTested ? serverFieldErrors(inputs, refusedFields(test)) : []),
  ]
}

/** Errors as the form hands them down to its fields. */
const errorSchemaOf = (errors: readonly FieldError[]): ErrorSchema<unknown> => {
  const builder = new ErrorSchemaBuilder<unknown>()
  for (const { path, message } of errors) builder.addErrors(message, path.match(/[^.[\]]+/g) ?? [])
  return builder.ErrorSchema
}

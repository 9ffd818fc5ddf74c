import { useEffect, useState, type ReactNode } from 'react'
import Form from '@rjsf/core'
import type { RegistryFieldsType, ValidatorType } from '@rjsf/utils'
import { aimAt } from '../data/target.ts'
import { inputsOf, usePanelNode } from '../nodeContext.ts'
import { refusedFields, useTest } from '../output/tests.ts'
import { ChoiceField, ChoicesField } from './ChoiceField.tsx'
import { errorSchemaOf } from './errorSchema.ts'
import { fieldProblems, mistakesOf, type Mistake } from './fieldProblems.ts'
import { GroupField, ObjectTemplate } from './GroupField.tsx'
import { ListField, ListTemplate, RowTemplate } from './ListField.tsx'
import { LiveChoiceField } from './LiveChoiceField.tsx'
import { MomentField } from './MomentField.tsx'
import { RecordField } from './RecordField.tsx'
import { Strays } from './Strays.tsx'
import { NumberField, TextField } from './TextField.tsx'
import { toForm, type FieldName } from './toForm.ts'
import { useDraft } from './useDraft.ts'
import { FormStateProvider } from './useControl.ts'
import { useValidator } from './validators.ts'
import { without } from './without.ts'

const fields: Record<FieldName, RegistryFieldsType[string]> = {
  Text: TextField,
  Number: NumberField,
  Choice: ChoiceField,
  Choices: ChoicesField,
  LiveChoice: LiveChoiceField,
  Moment: MomentField,
  Record: RecordField,
  Group: GroupField,
  List: ListField,
}

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
  const mistakes = useMistakes(draft)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const isAttempted = useTest(panel) !== undefined
  useEffect(() => () => aimAt(undefined), [])

  const shown = mistakes.filter(({ missing, path }) => !missing || isAttempted || touched.has(path))
  const touch = (path: string) => setTouched(before => new Set(before).add(path))
  return (
    <FormStateProvider value={{ draft, touch }}>
      <Strays
        mistakes={mistakes}
        onRemove={strays => change(strays.reduce<unknown>(without, draft))}
      />
      <Form<unknown>
        {...toForm(inputs, draft)}
        tagName="div"
        idPrefix={`field-${panel.node.name}`}
        formData={draft}
        onChange={({ formData }) => change(formData)}
        fields={fields}
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
const useMistakes = (draft: unknown): readonly Mistake[] => {
  const panel = usePanelNode()
  const inputs = inputsOf(panel.operation)
  const validate = useValidator(panel.operation.name)
  const test = useTest(panel)
  const isAsTested = test?.parameters === panel.node.parameters
  return [
    ...(validate ? fieldProblems(inputs, draft, validate) : []),
    ...(isAsTested ? mistakesOf(inputs, refusedFields(test)) : []),
  ]
}

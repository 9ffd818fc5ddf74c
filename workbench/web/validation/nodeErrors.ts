import { useMemo } from 'react'
import type { QueryClient } from '@tanstack/react-query'
import type { ComponentManifest } from '../../../definitions/index.ts'
import type { FieldProblem, NodeJson, Problem, WorkflowJson } from '../../api/index.ts'
import { operationOf, type Operation } from '../shared/component.ts'
import { selectDraftsOf, useInvalidDrafts } from '../workflow/invalidDrafts.ts'
import { selectConnectionId, selectWorkflowId } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import { draftErrors } from './draftErrors.ts'
import { fieldErrors, type FieldError } from './fieldErrors.ts'
import { inputsOf } from './inputs.ts'
import { knownInAccount, useInAccount } from './useMembers.ts'
import { validateNode, useValidator } from './validators.ts'

const none: readonly FieldError[] = []

/** What is missing or wrong in what a node is given, besides what the server has found. */
export const useFieldErrors = (
  declared: Operation,
  name: string,
  parameters: NodeJson['parameters'] | undefined,
): readonly FieldError[] => {
  const connectionId = useEditor(selectConnectionId)
  const operation = useInAccount(declared, connectionId ?? undefined, false)
  const validate = useValidator(operation.name)
  const fromServer = useEditor(({ problems }) => problems.ofNode.get(name))
  const drafts = useNodeDrafts(name)
  return useMemo(() => {
    const inputs = inputsOf(operation)
    const found = [
      ...(validate ? fieldErrors(inputs, parameters, validate) : none),
      ...draftErrors(inputs, parameters, drafts),
    ]
    return found.filter(({ path }) => !fromServer?.some(problem => problem.path === path))
  }, [validate, operation, parameters, drafts, fromServer])
}

export const useNodeDrafts = (name: string) => {
  const workflowId = useEditor(selectWorkflowId)
  return useInvalidDrafts(selectDraftsOf(workflowId, name))
}

const empty: Problem = {
  name: 'Unfinished',
  message: 'There are no steps to run',
  recovery: 'fix-input',
  hint: 'Add a step from the list of operations, then try again.',
}

/** Explains why a run would stop half way; undefined if all steps are filled in. */
export const incompleteProblem = async (
  queries: QueryClient,
  manifest: ComponentManifest,
  { tasks }: WorkflowJson,
): Promise<Problem | undefined> => {
  if (tasks.length === 0) return empty
  const connectionId = selectConnectionId(useEditor.getState()) ?? undefined
  const of = async (node: NodeJson): Promise<readonly FieldProblem[]> => {
    const declared = operationOf(manifest, node.type)
    const operation = declared && knownInAccount(queries, declared, connectionId)
    const errors = operation ? await validateNode(queries, { node, operation }) : none
    return [...new Set(errors.map(({ message }) => message))].map(message => ({
      path: node.label || node.name,
      problem: message,
      node: node.name,
    }))
  }
  const problems = (await Promise.all(tasks.filter(task => !task.disabled).map(of))).flat()
  if (problems.length === 0) return undefined
  return {
    name: 'Unfinished',
    message: 'Some steps are incomplete',
    recovery: 'fix-input',
    hint: 'Fill in what is missing in each step, then try again.',
    problems,
  }
}

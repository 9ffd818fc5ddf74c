import { useMemo } from 'react'
import type { QueryClient } from '@tanstack/react-query'
import type { ComponentManifest } from '../../../definitions/index.ts'
import type { FieldProblem, NodeJson, Problem, WorkflowJson } from '../../api/index.ts'
import { fieldProblems, type Mistake } from '../panel/form/fieldProblems.ts'
import { mistakesBefore, useValidator } from '../panel/form/validators.ts'
import { inputsOf } from '../panel/nodeContext.ts'
import { operationOf, type Operation } from '../shared/component.ts'
import { useEditor } from './store.ts'

const none: readonly Mistake[] = []

/** What is missing or wrong in what a node is given, besides what the server has found. */
export const useMistakes = (operation: Operation, node: NodeJson): readonly Mistake[] => {
  const validate = useValidator(operation.name)
  const { parameters } = node
  const told = useEditor(({ problems }) => problems.ofNode.get(node.name))
  return useMemo(() => {
    const found = validate ? fieldProblems(inputsOf(operation), parameters, validate) : none
    return found.filter(({ path }) => !told?.some(problem => problem.path === path))
  }, [validate, operation, parameters, told])
}

/** Why it is too early to run: nobody wants a run that is sure to stop half way. */
export const unfinished = async (
  queries: QueryClient,
  manifest: ComponentManifest,
  { tasks }: WorkflowJson,
): Promise<Problem | undefined> => {
  const of = async (node: NodeJson): Promise<readonly FieldProblem[]> => {
    const operation = operationOf(manifest, node.type)
    const mistakes = operation ? await mistakesBefore(queries, { node, operation }) : none
    return mistakes.map(({ message }) => ({ path: node.label || node.name, problem: message }))
  }
  const problems = (await Promise.all(tasks.map(of))).flat()
  if (problems.length === 0) return undefined
  return {
    name: 'Unfinished',
    message: 'Some steps are not filled in yet',
    recovery: 'fix-input',
    hint: 'Click the step and fill in what it asks for; then run again.',
    problems,
  }
}
